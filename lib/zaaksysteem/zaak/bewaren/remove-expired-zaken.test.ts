import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addToDate } from '#lib/platform/calendar.ts'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../../catalogus/store-zaaktypeversie.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { requestAanvulling } from '../handeling/aanvulling/request-aanvulling.ts'
import { changeStatus } from '../handeling/change-status.ts'
import { correctStatus } from '../handeling/correct-status.ts'
import { reopenZaak } from '../handeling/reopen-zaak.ts'
import { addNotitie } from '../notitie/add-notitie.ts'
import { registerTestZaak } from '../test-zaak.ts'
import { ARCHIEFBEHEER, removeExpiredZaken } from './remove-expired-zaken.ts'

const CLOSED = '2028-02-29'

let ctx: TestZaaksysteem
let now: Date
const at = (date: string, time = '12:00:00Z') => {
  now = new Date(`${date}T${time}`)
}
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
beforeEach(() => at(CLOSED))
afterAll(() => ctx.close())

type Options = { zaaktype?: string; resultaat: string }

/** Closed on CLOSED, at versie 2; after something was asked for, at versie 3. */
async function closed({ zaaktype = 'APV-EVEN', resultaat }: Options) {
  const isLeftOut = resultaat === 'buiten_behandeling'
  if (isLeftOut) at(addToDate(CLOSED, '-P3D'))
  const zaak = await registerTestZaak(ctx, { zaaktype, rollen: ['heropenen'] })
  if (isLeftOut) {
    const asked = { uiterlijk: addToDate(CLOSED, '-P1D'), aanvullingen: [{ naam: 'Foto' }] }
    await requestAanvulling(ctx, { ...zaak.change, versie: 1, ...asked })
    at(CLOSED)
  }
  const { statustypen } = await findZaaktype(ctx, zaaktype)
  const statustype = statustypen.at(-1)?.code as string
  const closing = { ...zaak.change, versie: isLeftOut ? 2 : 1, statustype, resultaat, bekendmakingsdatum: '2028-03-30' }
  expect(await changeStatus(ctx, closing)).toMatchObject({ ok: true })
  return zaak
}

const isThere = async (id: string) => (await ctx.db.zaak.count({ where: { id } })) === 1

test.each([
  ['APV-EVEN', 'verleend', '2029-02-28'],
  ['APV-EVEN', 'geweigerd', '2033-02-28'],
  ['APV-EVEN', 'ingetrokken', '2029-02-28'],
  ['APV-EXPL', 'buiten_behandeling', '2029-02-28'],
  ['APV-STAND', 'verleend', '2038-02-28'],
  ['PARK-GPK', 'verleend', '2034-02-28'],
])('a zaak of %s that ended in %s on a leap day is destroyed when it is %s in the Netherlands', async (...row) => {
  const [zaaktype, resultaat, archiefactiedatum] = row
  const { id } = await closed({ zaaktype, resultaat })
  const dayBefore = addToDate(archiefactiedatum, '-P1D')
  at(dayBefore, '22:59:59Z')
  expect([await removeExpiredZaken(ctx), await isThere(id)]).toEqual([0, true])
  at(dayBefore, '23:00:00Z')
  expect([await removeExpiredZaken(ctx), await isThere(id)]).toEqual([1, false])
  expect(await removeExpiredZaken(ctx)).toBe(0)
})

test('the zaaksysteem itself is on record for it, on the ground of the bewaartermijn', async () => {
  const { id, behandelaarId } = await closed({ resultaat: 'ingetrokken' })
  await addNotitie(ctx, { zaakId: id, tekst: 'Mevrouw De Vries belde.', behandelaarId })
  at('2029-03-01')
  expect(await removeExpiredZaken(ctx)).toBe(1)
  const fact = { zaaktype: 'APV-EVEN', grond: 'bewaartermijn', doorId: null, doorClient: ARCHIEFBEHEER }
  expect(await ctx.db.verwijderdeZaak.findUnique({ where: { id } })).toMatchObject(fact)
  expect(await ctx.db.auditregel.findMany({ where: { zaakId: id, handeling: 'zaak_verwijderen' } })).toMatchObject([
    { actorSoort: 'taak', actor: ARCHIEFBEHEER, uitkomst: 'gelukt' },
  ])
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: id, type: { endsWith: 'zaak-verwijderd' } } })).toBe(1)
  const left = [ctx.db.status, ctx.db.notitie, ctx.db.signalering] as unknown as (typeof ctx.db.status)[]
  for (const table of left) expect(await table.count({ where: { zaakId: id } })).toBe(0)
})

test('one that is open, was reopened, or whose closing was taken back is never taken', async () => {
  const open = await registerTestZaak(ctx)
  const reopened = await closed({ resultaat: 'geweigerd' })
  await reopenZaak(ctx, { ...reopened.change, versie: 2 })
  const corrected = await closed({ resultaat: 'geweigerd' })
  const taken = await correctStatus(ctx, { ...corrected.change, versie: 2, toelichting: 'Verkeerde zaak.' })
  expect(taken.ok).toBe(true)
  at('2300-01-01')
  expect(await removeExpiredZaken(ctx)).toBe(0)
  for (const { id } of [open, reopened, corrected]) expect(await isThere(id)).toBe(true)
})

test('one that got another resultaat has the term of that one', async () => {
  const { id, change } = await closed({ resultaat: 'ingetrokken' })
  await correctStatus(ctx, { ...change, versie: 2, toelichting: 'Toch geweigerd.' })
  await changeStatus(ctx, { ...change, versie: 3, statustype: 'afgehandeld', resultaat: 'geweigerd' })
  at('2033-02-27')
  expect([await removeExpiredZaken(ctx), await isThere(id)]).toEqual([0, true])
  at('2033-02-28')
  expect([await removeExpiredZaken(ctx), await isThere(id)]).toEqual([1, false])
})

test('one that is kept for good is there after centuries', async () => {
  const { id } = await closed({ zaaktype: 'OMG-REG', resultaat: 'verleend' })
  at('2900-01-01')
  expect([await removeExpiredZaken(ctx), await isThere(id)]).toEqual([0, true])
})

test('a term that is changed at the desk counts for zaken that began after it', async () => {
  const before = await closed({ zaaktype: 'APV-EXPL', resultaat: 'geweigerd' })
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-EXPL')
  const resultaattypen = gegevens.resultaattypen.map((type) => ({ ...type, bewaartermijn: 'P1Y' }))
  const actor = { soort: 'behandelaar', id: before.behandelaarId } as const
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: { ...gegevens, resultaattypen }, actor })
  const after = await closed({ zaaktype: 'APV-EXPL', resultaat: 'geweigerd' })
  at('2029-02-28')
  expect(await removeExpiredZaken(ctx)).toBe(1)
  expect([await isThere(before.id), await isThere(after.id)]).toEqual([true, false])
})

test('two workers at the same moment remove each zaak once, more than one batch of them', async () => {
  const { id } = await closed({ resultaat: 'verleend' })
  await ctx.pool.query(
    `insert into zaak (id, identificatie, zaaktype, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
       einddatum_gepland, uiterlijke_einddatum, statustype, statuscode, resultaat, einddatum, team, gewijzigd_op)
     select gen_random_uuid(), gen_random_uuid(), zaaktype, '', '', aanvrager_bsn, startdatum, einddatum_gepland,
       uiterlijke_einddatum, statustype, statuscode, resultaat, einddatum, team, gewijzigd_op
     from zaak, generate_series(1, 130) where zaak.id = $1`,
    [id],
  )
  at('2029-02-28')
  const removed = await Promise.all([removeExpiredZaken(ctx), removeExpiredZaken(ctx)])
  while (removed.at(-1) !== 0) removed.push(await removeExpiredZaken(ctx))
  expect(removed.reduce((sum, count) => sum + count)).toBe(131)
})
