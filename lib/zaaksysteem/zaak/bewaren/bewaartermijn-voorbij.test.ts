import { beforeEach, expect, test } from 'vitest'
import { addToDate } from '#lib/platform/calendar.ts'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '../../catalogus/store-zaaktypeversie.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { requestAanvulling } from '../handelingen/aanvulling/request-aanvulling.ts'
import { withdrawBesluit } from '../handelingen/besluit/withdraw-besluit.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { correctStatus } from '../handelingen/status/correct-status.ts'
import { reopenZaak } from '../handelingen/status/reopen-zaak.ts'
import { addNotitie } from '../notitie/add-notitie.ts'
import { registerTestZaak } from '../test-zaak.ts'
import { approveLijst } from './decide-lijst.ts'
import { processVernietigingslijsten } from './process-vernietigingslijsten.ts'
import { proposeVernietiging } from './propose-vernietiging.ts'
import { ARCHIEFBEHEER } from './remove-zaak.ts'
import { addPerson, destroyByTwo } from './test-vernietiging.ts'

const CLOSED = '2028-02-29'

let now: Date
const at = (date: string, time = '12:00:00Z') => {
  now = new Date(`${date}T${time}`)
}
const ctx = await openTestZaaksysteem({ clock: () => now })
beforeEach(() => at(CLOSED))

type Options = { zaaktype?: string; resultaat: string }

/** Closes a zaak on CLOSED, at versie 2; at versie 3 when an aanvulling was requested. */
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

/** @returns the number of destroyed zaken */
const destroy = async () => (await destroyByTwo(ctx)).vernietigd

const isThere = async (id: string) => (await ctx.db.zaak.count({ where: { id } })) === 1

test.each([
  ['APV-EVEN', 'verleend', '2029-02-28'],
  ['APV-EVEN', 'geweigerd', '2033-02-28'],
  ['APV-EVEN', 'ingetrokken', '2029-02-28'],
  ['APV-EXPL', 'buiten_behandeling', '2029-02-28'],
  ['APV-STAND', 'verleend', '2038-02-28'],
  ['PARK-GPK', 'verleend', '2034-02-28'],
])(
  'a zaak of %s with resultaat %s that ended on a leap day is destroyed when it is %s in the Netherlands',
  async (...row) => {
    const [zaaktype, resultaat, archiefactiedatum] = row
    const { id } = await closed({ zaaktype, resultaat })
    const dayBefore = addToDate(archiefactiedatum, '-P1D')
    at(dayBefore, '22:59:59Z')
    expect([await destroy(), await isThere(id)]).toEqual([0, true])
    at(dayBefore, '23:00:00Z')
    expect([await destroy(), await isThere(id)]).toEqual([1, false])
    expect(await destroy()).toBe(0)
  },
)

test('a destruction is recorded as an act of the zaaksysteem, with the bewaartermijn as ground', async () => {
  const { id, behandelaarId } = await closed({ resultaat: 'ingetrokken' })
  await addNotitie(ctx, { zaakId: id, tekst: 'Mevrouw De Vries belde.', behandelaarId })
  at('2029-03-01')
  expect(await destroy()).toBe(1)
  const fact = { zaaktype: 'APV-EVEN', grond: 'bewaartermijn', doorId: null, doorClient: ARCHIEFBEHEER }
  expect(await ctx.db.verwijderdeZaak.findUnique({ where: { id } })).toMatchObject(fact)
  expect(await ctx.db.auditregel.findMany({ where: { zaakId: id, handeling: 'zaak_verwijderen' } })).toMatchObject([
    { actorSoort: 'taak', actor: ARCHIEFBEHEER, uitkomst: 'gelukt' },
  ])
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: id, type: { endsWith: 'zaak-verwijderd' } } })).toBe(1)
  const left = [ctx.db.status, ctx.db.notitie, ctx.db.signalering] as unknown as (typeof ctx.db.status)[]
  for (const table of left) expect(await table.count({ where: { zaakId: id } })).toBe(0)
})

test('an open zaak, a reopened one and one whose closing was corrected are never destroyed', async () => {
  const open = await registerTestZaak(ctx)
  const reopened = await closed({ resultaat: 'geweigerd' })
  await reopenZaak(ctx, { ...reopened.change, versie: 2 })
  const corrected = await closed({ resultaat: 'geweigerd' })
  const taken = await correctStatus(ctx, { ...corrected.change, versie: 2, toelichting: 'Verkeerde zaak.' })
  expect(taken.ok).toBe(true)
  at('2300-01-01')
  expect(await destroy()).toBe(0)
  for (const { id } of [open, reopened, corrected]) expect(await isThere(id)).toBe(true)
})

test('a zaak with a corrected resultaat has the bewaartermijn of that resultaat', async () => {
  const { id, change } = await closed({ resultaat: 'ingetrokken' })
  await correctStatus(ctx, { ...change, versie: 2, toelichting: 'Toch geweigerd.' })
  await changeStatus(ctx, { ...change, versie: 3, statustype: 'afgehandeld', resultaat: 'geweigerd' })
  at('2033-02-27')
  expect([await destroy(), await isThere(id)]).toEqual([0, true])
  at('2033-02-28')
  expect([await destroy(), await isThere(id)]).toEqual([1, false])
})

test('a zaak that is kept forever exists after centuries', async () => {
  const { id } = await closed({ zaaktype: 'OMG-REG', resultaat: 'verleend' })
  at('2900-01-01')
  expect([await destroy(), await isThere(id)]).toEqual([0, true])
})

test('a changed bewaartermijn holds for zaken that begin after the change', async () => {
  const before = await closed({ zaaktype: 'APV-EXPL', resultaat: 'geweigerd' })
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-EXPL')
  const resultaattypen = gegevens.resultaattypen.map((type) => ({ ...type, bewaartermijn: 'P1Y' }))
  const actor = { soort: 'behandelaar', id: before.behandelaarId } as const
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: { ...gegevens, resultaattypen }, actor })
  const after = await closed({ zaaktype: 'APV-EXPL', resultaat: 'geweigerd' })
  at('2029-02-28')
  expect(await destroy()).toBe(1)
  expect([await isThere(before.id), await isThere(after.id)]).toEqual([true, false])
})

/**
 * Returns a closed zaak of a zaaktype whose bewaartermijn begins when the last besluit is no longer in force.
 */
async function afterItsBesluit(vervaldatum?: string) {
  const { identificatie, versie, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
  const resultaattypen = gegevens.resultaattypen.map((type) => {
    return { ...type, bewaartermijn: 'P1Y', brondatum: 'vervaldatum_besluit' as const }
  })
  const actor = { soort: 'opdrachtregel', id: 'opdrachtregel' } as const
  await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: { ...gegevens, resultaattypen }, actor })
  const zaak = await registerTestZaak(ctx, { rollen: ['heropenen'] })
  const closing = { statustype: 'besluit_genomen', resultaat: 'verleend', vervaldatum }
  expect(await changeStatus(ctx, { ...zaak.change, versie: 1, ...closing })).toMatchObject({ ok: true })
  return zaak
}

test('with brondatum vervaldatum_besluit the bewaartermijn begins when no besluit is in force', async () => {
  const { id } = await afterItsBesluit('2030-06-01')
  at('2031-05-31')
  expect([await destroy(), await isThere(id)]).toEqual([0, true])
  at('2031-06-01')
  expect([await destroy(), await isThere(id)]).toEqual([1, false])
})

test('a zaak with a besluit without an end is kept until that besluit is withdrawn', async () => {
  const { id, change } = await afterItsBesluit()
  at('2045-03-01')
  await destroy()
  expect(await isThere(id)).toBe(true)
  const { id: besluit } = await ctx.db.besluit.findFirstOrThrow({ where: { zaakId: id } })
  const withdrawal = { besluit, vanaf: '2045-03-02', vervalreden: 'ingetrokken_overheid' } as const
  const done = await withdrawBesluit(ctx, { ...change, versie: 2, ...withdrawal, toelichting: 'Niet meer nodig.' })
  expect(done).toMatchObject({ ok: true })
  at('2046-03-01')
  expect([await destroy(), await isThere(id)]).toEqual([0, true])
  at('2046-03-02')
  expect([await destroy(), await isThere(id)]).toEqual([1, false])
})

test('two concurrent workers destroy each zaak once, over several batches', async () => {
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
  const proposed = await proposeVernietiging(ctx, { actor: await addPerson(ctx, 'archivaris') })
  if (!proposed.ok) throw new Error(proposed.reason)
  const { lijstId } = proposed
  await approveLijst(ctx, { lijstId, actor: await addPerson(ctx, 'archivaris') })
  const open = () => ctx.db.vernietigingsregel.count({ where: { lijstId, uitkomst: null } })
  while ((await open()) > 0) {
    await Promise.all([processVernietigingslijsten(ctx), processVernietigingslijsten(ctx)])
  }
  expect(await ctx.db.vernietigingsregel.count({ where: { lijstId, uitkomst: 'vernietigd' } })).toBe(131)
  expect(await ctx.db.verwijderdeZaak.count({ where: { lijstId } })).toBe(131)
})
