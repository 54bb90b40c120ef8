import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { findInzendingen } from './find-inzendingen.ts'
import { reportAanvullingen } from './submit-inzending.ts'
import { LAST_DAY, storeAskedZaak } from './test-aanvulling.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const IN_AN_HOUR = new Date('2026-11-26T11:00:00Z')
const OTHER_BSN = DEMO_BURGERS[1]?.bsn as string
let now: Date
const ctx = await openTestPublieksportaal({ clock: () => now })
beforeEach(() => {
  now = NOW
})

const stored = (zaakId: string) => ctx.db.inzending.findMany({ where: { zaakId }, orderBy: { tijdstip: 'asc' } })
const live = async (id: string) => (await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).liveVolgnummer

test('a report is stored with a number and its time, due in an hour, shown on every open page, and recorded', async () => {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx)
  const before = await live(zaak.uuid)
  const reported = await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })
  expect(reported).toEqual({ ok: true, nummer: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/) })
  const aanvullingen = [{ id: plattegrond, naam: 'Plattegrond' }]
  const [row] = await stored(zaak.uuid)
  expect(row).toMatchObject({
    burgerId: wanted.burgerId,
    soort: 'aanvulling',
    aanvullingen,
    pogingen: 0,
    uitkomst: null,
  })
  expect([row?.tijdstip, row?.volgendePoging, row?.terugTeNemenTot]).toEqual([NOW, IN_AN_HOUR, IN_AN_HOUR])
  expect(await live(zaak.uuid)).toBeGreaterThan(before)
  expect(await findInzendingen(ctx, wanted)).toMatchObject([{ nummer: row?.nummer, tijdstip: NOW, aanvullingen }])
  const auditregel = {
    handeling: 'aanvulling_melden',
    actorSoort: 'burger',
    actor: wanted.burgerId,
    uitkomst: 'gelukt',
  }
  expect(await ctx.db.auditregel.findMany({ where: { objectId: row?.id ?? '' } })).toMatchObject([auditregel])
})

test('two people of one company are each recorded as the actor, and each sees the report of the other', async () => {
  const { plattegrond, foto, wanted } = await storeAskedZaak(ctx)
  const [smit, aydin] = [uuidv7(), uuidv7()]
  await reportAanvullingen(ctx, { ...wanted, gemachtigdeId: smit, aanvullingen: [plattegrond] })
  await reportAanvullingen(ctx, { ...wanted, gemachtigdeId: aydin, aanvullingen: [foto] })
  const inzendingen = await findInzendingen(ctx, wanted)
  const byWhom = new Map(inzendingen.map(({ aanvullingen, gemachtigdeId }) => [aanvullingen[0]?.id, gemachtigdeId]))
  expect(byWhom.get(plattegrond)).toBe(smit)
  expect(byWhom.get(foto)).toBe(aydin)
  const auditregels = await ctx.db.auditregel.findMany({ where: { namens: wanted.burgerId }, orderBy: { id: 'asc' } })
  expect(auditregels).toMatchObject([
    { handeling: 'aanvulling_melden', actorSoort: 'burger', actor: smit, namens: wanted.burgerId },
    { handeling: 'aanvulling_melden', actorSoort: 'burger', actor: aydin, namens: wanted.burgerId },
  ])
})

test('pressed twice, also in two tabs concurrently, it is one report', async () => {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx)
  const press = () => reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })
  const [first, second] = await Promise.all([press(), press()])
  expect(first).toEqual(second)
  expect(await press()).toEqual(first)
  expect(await stored(zaak.uuid)).toHaveLength(1)
})

test('reporting everything reports only what was not reported before', async () => {
  const { zaak, plattegrond, foto, wanted } = await storeAskedZaak(ctx)
  await reportAanvullingen(ctx, { ...wanted, aanvullingen: [foto] })
  now = new Date(NOW.getTime() + 1)
  await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond, foto] })
  expect((await stored(zaak.uuid)).map(({ aanvullingen }) => aanvullingen)).toEqual([
    [{ id: foto, naam: 'Foto' }],
    [{ id: plattegrond, naam: 'Plattegrond' }],
  ])
})

test("another citizen's zaak is not found, and neither are its reports", async () => {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx)
  const { id: burgerId } = await findOrCreateBurger(ctx, OTHER_BSN)
  const report = { ...wanted, aanvullingen: [plattegrond] }
  const notFound = { ok: false, reason: 'not_found' }
  expect(await reportAanvullingen(ctx, { ...report, burgerId })).toEqual(notFound)
  expect(await reportAanvullingen(ctx, { ...report, zaakId: uuidv7() })).toEqual(notFound)
  expect(await reportAanvullingen(ctx, { ...report, zaakId: 'geen-uuid' })).toEqual(notFound)
  expect(await stored(zaak.uuid)).toEqual([])

  await reportAanvullingen(ctx, report)
  expect(await findInzendingen(ctx, { ...wanted, burgerId })).toEqual([])
  // the zaak turns out to belong to another citizen
  await storeZaak(ctx, { ...zaak, versie: 2, initiator: { bsn: OTHER_BSN } })
  expect(await findInzendingen(ctx, { ...wanted, burgerId })).toEqual([])
  expect(await findInzendingen(ctx, wanted)).toEqual([])
})

test('nothing is stored for a zaak that changed', async () => {
  const { zaak, plattegrond, foto, wanted } = await storeAskedZaak(ctx)
  const changedAt = (versie: number) => ({ ok: false, reason: 'changed', versie })
  expect(await reportAanvullingen(ctx, { ...wanted, aanvullingen: [uuidv7()] })).toEqual(changedAt(1))
  now = new Date(`${LAST_DAY}T23:30:00Z`)
  expect(await reportAanvullingen(ctx, { ...wanted, aanvullingen: [foto] })).toEqual(changedAt(1))
  now = NOW
  await storeZaak(ctx, { ...zaak, versie: 2 })
  expect(await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })).toEqual(changedAt(2))
  await storeZaak(ctx, { ...zaak, versie: 3, opschorting: null, aanvullingen: [] })
  expect(await reportAanvullingen(ctx, { ...wanted, versie: 3, aanvullingen: [plattegrond] })).toEqual(changedAt(3))
  expect(await stored(zaak.uuid)).toEqual([])
})

test('a report is deleted with its zaak', async () => {
  const { zaak, plattegrond, wanted } = await storeAskedZaak(ctx)
  await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })
  await ctx.db.zaak.delete({ where: { id: zaak.uuid } })
  expect(await stored(zaak.uuid)).toEqual([])
})

test('at the end of the last day a report goes at once, so that the day counts, and cannot be taken back', async () => {
  const { plattegrond, foto, wanted } = await storeAskedZaak(ctx)
  now = new Date(`${LAST_DAY}T21:29:00Z`)
  await reportAanvullingen(ctx, { ...wanted, aanvullingen: [plattegrond] })
  now = new Date(`${LAST_DAY}T21:31:00Z`)
  await reportAanvullingen(ctx, { ...wanted, aanvullingen: [foto] })
  const rows = await stored(wanted.zaakId)
  expect(rows.map(({ terugTeNemenTot }) => terugTeNemenTot)).toEqual([new Date(`${LAST_DAY}T22:29:00Z`), null])
  expect(rows[1]?.volgendePoging).toEqual(now)
})
