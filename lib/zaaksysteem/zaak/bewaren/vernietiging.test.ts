import { beforeEach, expect, test } from 'vitest'
import { findZaakId } from '../../audit/auditregel-filter.ts'
import { findAuditregels } from '../../audit/find-auditregels.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { reopenZaak } from '../handelingen/status/reopen-zaak.ts'
import { AANVRAGER, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { approveLijst, rejectLijst, takeOffLijst } from './decide-lijst.ts'
import { countTeBeoordelen, findAllRegels, findLijst, findLijsten, findRegels } from './find-lijsten.ts'
import { countTeVernietigen, findTeVernietigen } from './find-te-vernietigen.ts'
import { findVerwijderdeZaken, readVerwijderdeZaken } from './find-verwijderde-zaken.ts'
import { holdZaak } from './hold-zaak.ts'
import { processVernietigingslijsten } from './process-vernietigingslijsten.ts'
import { proposeRemoval, proposeVernietiging } from './propose-vernietiging.ts'
import { removeZaak } from './remove-zaak.ts'
import { addPerson, closeZaken } from './test-vernietiging.ts'

const TODAY = '2030-05-20'
const NOW = new Date(`${TODAY}T08:00:00Z`)

let now = NOW
const ctx = await openTestZaaksysteem({ clock: () => now })
const first = await addPerson(ctx, 'archivaris')
const second = await addPerson(ctx, 'beheerder')
beforeEach(async () => {
  now = NOW
  await ctx.db.verwijderdeZaak.deleteMany()
  await ctx.db.vernietigingsregel.deleteMany()
  await ctx.db.vernietigingslijst.deleteMany()
  await ctx.db.zaak.deleteMany()
})

const isThere = async (id: string) => (await ctx.db.zaak.count({ where: { id } })) === 1

async function proposed(aantal = 1) {
  const zaken = await closeZaken(ctx, { aantal, today: TODAY })
  const lijst = await proposeVernietiging(ctx, { actor: first })
  if (!lijst.ok) throw new Error(lijst.reason)
  return { lijstId: lijst.lijstId, zaken, zaakId: zaken[0]?.id as string }
}

const uitkomsten = async (lijstId: string) => {
  const regels = await ctx.db.vernietigingsregel.findMany({ where: { lijstId } })
  return regels.map(({ uitkomst }) => uitkomst).sort()
}

test('a due zaak is proposed with its ground, destroyed after another person approves, and recorded with both names', async () => {
  await closeZaken(ctx, { today: TODAY, ago: 'P11M' })
  const { lijstId, zaken, zaakId } = await proposed(2)
  const identificatie = zaken[0]?.identificatie as string
  const ground = {
    zaaktype: 'APV-EVEN',
    zaaktypenaam: 'Evenementenvergunning',
    resultaatnaam: 'Aanvraag ingetrokken',
    einddatum: '2029-05-20',
    bewaartermijn: 'P1Y',
    archiefactiedatum: '2030-05-20',
    selectielijst: null,
    uitkomst: null,
  }
  expect(await findAllRegels(ctx, lijstId)).toMatchObject([ground, ground])
  await processVernietigingslijsten(ctx)
  expect(await isThere(zaakId)).toBe(true)
  expect(await countTeBeoordelen(ctx, first.id)).toBe(0)
  expect(await countTeBeoordelen(ctx, second.id)).toBe(1)

  expect(await approveLijst(ctx, { lijstId, actor: second })).toBe(true)
  await processVernietigingslijsten(ctx)
  expect(await uitkomsten(lijstId)).toEqual(['vernietigd', 'vernietigd'])
  expect(await isThere(zaakId)).toBe(false)
  expect(await ctx.db.zaak.count()).toBe(1)
  expect(await findLijst(ctx, lijstId)).toMatchObject({ klaarOp: NOW, aantal: 2, open: 0, vernietigd: 2 })
  const { zaken: removed } = await findVerwijderdeZaken(ctx, { zoek: identificatie.toLowerCase() })
  expect(removed).toMatchObject([
    { id: zaakId, identificatie, grond: 'bewaartermijn', lijstId, lijstNummer: expect.any(Number) },
  ])

  const { regels } = await findAuditregels(ctx, { zaakId: await findZaakId(ctx, identificatie) })
  expect(regels[0]).toMatchObject({
    handeling: 'zaak_verwijderen',
    identificatie,
    isVerwijderd: true,
    actorSoort: 'taak',
  })
  const kept = JSON.stringify(await findAllRegels(ctx, lijstId))
  for (const text of [AANVRAGER.bsn, AANVRAGER.naam, 'Buurtfeest']) expect(kept).not.toContain(text)
  const acts = await ctx.db.auditregel.findMany({ where: { objectId: lijstId }, orderBy: { id: 'asc' } })
  expect(acts.map(({ handeling, actor }) => [handeling, actor])).toEqual([
    ['vernietiging_voorstellen', first.id],
    ['vernietiging_goedkeuren', second.id],
  ])
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId, type: { endsWith: 'zaak-verwijderd' } } })).toBe(1)
})

test('a proposer cannot approve his own lijst, and the table refuses it too', async () => {
  const { lijstId, zaakId } = await proposed()
  expect(await approveLijst(ctx, { lijstId, actor: first })).toBe(false)
  const both = { goedgekeurdDoorId: first.id, goedgekeurdOp: NOW }
  await expect(ctx.db.vernietigingslijst.update({ where: { id: lijstId }, data: both })).rejects.toThrow(
    'twee_personen',
  )
  await processVernietigingslijsten(ctx)
  expect(await isThere(zaakId)).toBe(true)
  expect(await ctx.db.auditregel.count({ where: { objectId: lijstId, handeling: 'vernietiging_goedkeuren' } })).toBe(0)
})

test.each([['lezer'], ['behandelaar'], ['coordinator'], ['heropenen'], ['archivaris:Archief'], []])(
  'a person with rollen %j cannot propose, approve, reject, take off or hold',
  async (...rollen) => {
    const { lijstId, zaakId } = await proposed()
    const actor = await addPerson(ctx, ...rollen)
    expect(await proposeVernietiging(ctx, { actor })).toMatchObject({ ok: false })
    expect(await approveLijst(ctx, { lijstId, actor })).toBe(false)
    expect(await rejectLijst(ctx, { lijstId, reden: 'Nee.', actor })).toBe(false)
    expect(await takeOffLijst(ctx, { lijstId, zaakId, reden: 'Nee.', actor })).toBe(false)
    const held = { zaakId, aangehouden: true, tot: null, reden: 'Nee.', actor }
    expect(await holdZaak(ctx, held)).toEqual({ ok: false, reason: 'not_found' })
    expect(await uitkomsten(lijstId)).toEqual([null])
  },
)

test('of ten concurrent approvals one succeeds; of ten concurrent proposals a zaak is on one lijst', async () => {
  const zaken = await closeZaken(ctx, { aantal: 3, today: TODAY })
  const lists = await Promise.all(Array.from({ length: 10 }, () => proposeVernietiging(ctx, { actor: first })))
  expect(lists.some(({ ok }) => ok)).toBe(true)
  expect(await ctx.db.vernietigingsregel.count()).toBe(zaken.length)
  expect(await ctx.db.vernietigingslijst.count()).toBe(lists.filter(({ ok }) => ok).length)
  const { id: lijstId } = await ctx.db.vernietigingslijst.findFirstOrThrow()
  const approved = await Promise.all(Array.from({ length: 10 }, () => approveLijst(ctx, { lijstId, actor: second })))
  expect(approved.filter(Boolean)).toHaveLength(1)
  await Promise.all(Array.from({ length: 5 }, () => processVernietigingslijsten(ctx)))
  const events = await ctx.db.gebeurtenis.count({
    where: { type: { endsWith: 'zaak-verwijderd' }, zaakId: { in: zaken.map(({ id }) => id) } },
  })
  expect(events).toBe(await ctx.db.verwijderdeZaak.count())
})

test('a hold takes a zaak off its lijst, also an approved one, and keeps it off others', async () => {
  const { lijstId, zaken, zaakId } = await proposed(2)
  await approveLijst(ctx, { lijstId, actor: second })
  const held = { zaakId, aangehouden: true, tot: null, reden: 'Er loopt een rechtszaak.', actor: first }
  expect(await holdZaak(ctx, held)).toEqual({ ok: true })
  await processVernietigingslijsten(ctx)
  expect(await uitkomsten(lijstId)).toEqual(['aangehouden', 'vernietigd'])
  expect([await isThere(zaakId), await isThere(zaken[1]?.id as string)]).toEqual([true, false])
  expect(await findTeVernietigen(ctx, { most: 10 })).toEqual([])
  expect(await proposeVernietiging(ctx, { actor: first })).toEqual({ ok: false, reason: 'nothing_due' })
  now = new Date('2300-01-01T12:00:00Z')
  expect(await countTeVernietigen(ctx, { most: 10 })).toBe(0)

  expect(await holdZaak(ctx, { ...held, aangehouden: false })).toEqual({ ok: true })
  expect(await countTeVernietigen(ctx, { most: 10 })).toBe(1)
  expect(await proposeVernietiging(ctx, { actor: first })).toMatchObject({ ok: true })
  const rows = await ctx.db.auditregel.findMany({ where: { zaakId, handeling: { contains: 'aanhoud' } } })
  expect(rows.map(({ handeling }) => handeling).sort()).toEqual(['aanhouding_opheffen', 'vernietiging_aanhouden'])
})

test('in a race between a hold and a destruction one wins, and the regel shows which', async () => {
  for (let round = 0; round < 10; round++) {
    const { lijstId, zaakId } = await proposed()
    await approveLijst(ctx, { lijstId, actor: second })
    const held = { zaakId, aangehouden: true, tot: null, reden: 'Rechtszaak.', actor: first }
    const [holding] = await Promise.all([holdZaak(ctx, held), processVernietigingslijsten(ctx)])
    await processVernietigingslijsten(ctx)
    expect(await isThere(zaakId)).toBe(holding.ok)
    expect(await uitkomsten(lijstId)).toEqual([holding.ok ? 'aangehouden' : 'vernietigd'])
    await ctx.db.zaak.deleteMany()
  }
})

test('a race between a hold and a proposal leaves no held zaak on a lijst', async () => {
  for (let round = 0; round < 10; round++) {
    const [zaak] = await closeZaken(ctx, { today: TODAY })
    const held = { zaakId: zaak?.id as string, aangehouden: true, tot: null, reden: 'Rechtszaak.', actor: first }
    await Promise.all([holdZaak(ctx, held), proposeVernietiging(ctx, { actor: first })])
    expect(await ctx.db.vernietigingsregel.count({ where: { uitkomst: null } })).toBe(0)
    await ctx.db.zaak.deleteMany()
  }
})

test('a zaak is taken off a lijst with a reason, only before the approval, and can be on another lijst', async () => {
  const { lijstId, zaken, zaakId } = await proposed(2)
  expect(await takeOffLijst(ctx, { lijstId, zaakId, reden: 'Nog nodig.', actor: second })).toBe(true)
  expect(await takeOffLijst(ctx, { lijstId, zaakId, reden: 'Nog nodig.', actor: second })).toBe(false)
  expect(await countTeVernietigen(ctx, { most: 10 })).toBe(1)
  await approveLijst(ctx, { lijstId, actor: second })
  const late = { lijstId, zaakId: zaken[1]?.id as string, reden: 'Toch niet.', actor: second }
  expect(await takeOffLijst(ctx, late)).toBe(false)
  await processVernietigingslijsten(ctx)
  const regels = await findAllRegels(ctx, lijstId)
  expect(regels.find((regel) => regel.zaakId === zaakId)).toMatchObject({ uitkomst: 'afgehaald', reden: 'Nog nodig.' })
  expect(await uitkomsten(lijstId)).toEqual(['afgehaald', 'vernietigd'])
  expect(await isThere(zaakId)).toBe(true)
})

test('in a race between an approval and taking off, a zaak that was taken off is never destroyed', async () => {
  for (let round = 0; round < 10; round++) {
    const { lijstId, zaakId } = await proposed(2)
    const [off] = await Promise.all([
      takeOffLijst(ctx, { lijstId, zaakId, reden: 'Nee.', actor: first }),
      approveLijst(ctx, { lijstId, actor: second }),
    ])
    await processVernietigingslijsten(ctx)
    expect(await isThere(zaakId)).toBe(off)
    await ctx.db.zaak.deleteMany()
  }
})

test('a rejected lijst releases its zaken and can no longer be approved; a proposer may reject his own', async () => {
  const { lijstId, zaakId } = await proposed()
  expect(await rejectLijst(ctx, { lijstId, reden: 'Eerst navragen.', actor: first })).toBe(true)
  expect(await rejectLijst(ctx, { lijstId, reden: 'Nog eens.', actor: second })).toBe(false)
  expect(await approveLijst(ctx, { lijstId, actor: second })).toBe(false)
  await processVernietigingslijsten(ctx)
  expect(await isThere(zaakId)).toBe(true)
  expect(await uitkomsten(lijstId)).toEqual(['afgewezen'])
  expect(await countTeVernietigen(ctx, { most: 10 })).toBe(1)
})

test('a zaak that changed after the proposal is not destroyed; one that is gone has outcome verdwenen', async () => {
  const { lijstId, zaken, zaakId } = await proposed(2)
  const removed = zaken[1]?.id as string
  const gezetDoor = { client: 'portaal' }
  await approveLijst(ctx, { lijstId, actor: second })
  expect(
    await reopenZaak(ctx, { zaakId, versie: 2, gezetDoor, traceparent: TRACEPARENT, toelichting: 'Fout.' }),
  ).toMatchObject({ ok: true })
  const byClient = { grond: 'vergissing', door: { client: 'depot' }, traceparent: TRACEPARENT } as const
  await removeZaak(ctx, { zaakId: removed, versie: 2, ...byClient })
  await processVernietigingslijsten(ctx)
  expect(await uitkomsten(lijstId)).toEqual(['gewijzigd', 'verdwenen'])
  expect(await isThere(zaakId)).toBe(true)
  expect(await findLijst(ctx, lijstId)).toMatchObject({ klaarOp: NOW, vernietigd: 0 })
})

test('removing by hand is a proposal with a ground too, also for an open zaak', async () => {
  const zaak = await registerTestZaak(ctx)
  now = new Date(NOW.getTime() + 86_400_000)
  const wanted = { zaakId: zaak.id, versie: 1, actor: first }
  const early = await proposeRemoval(ctx, { ...wanted, grond: 'bewaartermijn', toelichting: 'Mag weg.' })
  expect(early).toEqual({ ok: false, reason: 'still_open' })
  expect(await proposeRemoval(ctx, { ...wanted, versie: 2, grond: 'vergissing', toelichting: 'x' })).toMatchObject({
    reason: 'conflict',
  })
  const made = await proposeRemoval(ctx, { ...wanted, grond: 'vergissing', toelichting: 'Dubbel geregistreerd.' })
  if (!made.ok) throw new Error(made.reason)
  const again = await proposeRemoval(ctx, { ...wanted, grond: 'vergissing', toelichting: 'Dubbel.' })
  expect(again).toEqual({ ok: false, reason: 'nothing_due' })
  expect(await findLijst(ctx, made.lijstId)).toMatchObject({
    grond: 'vergissing',
    toelichting: 'Dubbel geregistreerd.',
    aantal: 1,
  })
  expect(await approveLijst(ctx, { lijstId: made.lijstId, actor: first })).toBe(false)
  expect(await approveLijst(ctx, { lijstId: made.lijstId, actor: second })).toBe(true)
  await processVernietigingslijsten(ctx)
  expect(await isThere(zaak.id)).toBe(false)
  expect(await findVerwijderdeZaken(ctx, { grond: 'vergissing' })).toMatchObject({
    zaken: [{ id: zaak.id, lijstId: made.lijstId }],
  })
})

test('lijsten, regels and removed zaken have pages, and the export has all removed zaken', async () => {
  const { lijstId } = await proposed(60)
  const page = await findRegels(ctx, { lijstId })
  expect(page.regels.map(({ volgnummer }) => volgnummer)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  const next = await findRegels(ctx, { lijstId, cursor: page.volgende as string })
  expect([next.regels.length, next.volgende]).toEqual([10, null])
  expect((await findRegels(ctx, { lijstId, cursor: next.vorige as string })).regels).toEqual(page.regels)

  await approveLijst(ctx, { lijstId, actor: second })
  await processVernietigingslijsten(ctx)
  const removed = await findVerwijderdeZaken(ctx)
  expect(removed.zaken).toHaveLength(50)
  const rest = await findVerwijderdeZaken(ctx, { cursor: removed.volgende as string })
  expect(rest.zaken).toHaveLength(10)
  expect(await findVerwijderdeZaken(ctx, { zaaktype: 'OMG-KAP' })).toMatchObject({ zaken: [] })
  expect(await findVerwijderdeZaken(ctx, { van: new Date(NOW.getTime() + 1) })).toMatchObject({ zaken: [] })
  const all = []
  for await (const batch of readVerwijderdeZaken(ctx, {})) all.push(...batch)
  expect(all.map(({ id }) => id)).toEqual([...removed.zaken, ...rest.zaken].map(({ id }) => id))
  expect((await findLijsten(ctx)).lijsten).toMatchObject([{ id: lijstId, aantal: 60 }])
})
