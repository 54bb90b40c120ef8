import { expect, test } from 'vitest'
import { addAbonnement } from '../../bezorging/test-abonnement.ts'
import { findZaaktype } from '../../catalogus/find-zaaktypen.ts'
import type { BezorgingStatus } from '../../generated/client.ts'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem, openTestZaaksysteem } from '../../test-context.ts'
import { findWerkvoorraad } from '../../werkvoorraad/find-werkvoorraad.ts'
import { changeStatus } from '../handelingen/status/change-status.ts'
import { LEZER, registerSoundZaak, registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { findZaakDetail } from './find-zaak-detail.ts'

const committed = new Date('2026-11-27T08:12:00Z')

const ctx = await openTestZaaksysteem({ clock: () => committed })

async function addBezorging(zaakId: string, status: BezorgingStatus, pogingen: number) {
  const { id: gebeurtenisId } = await ctx.db.gebeurtenis.findFirstOrThrow({
    where: { zaakId },
    orderBy: { sequence: 'desc' },
  })
  const abonnementId = await addAbonnement(ctx)
  const afgerondOp = status === 'wachtend' ? null : new Date(committed.getTime() + 38)
  await ctx.db.bezorging.create({
    data: { abonnementId, gebeurtenisId, zaakId, sequence: 1, status, pogingen, volgendePoging: committed, afgerondOp },
  })
}

test('a zaak has its next statustypen and its history newest first, without the BSN', async () => {
  const { id, change } = await registerTestZaak(ctx, { zaaktype: 'APV-EVEN' })
  await changeStatus(ctx, {
    ...change,
    versie: 1,
    statustype: 'aanvraag_compleet',
    toelichting: 'Dank voor de plattegrond.',
  })
  const zaak = await findZaakDetail(ctx, id, { lezer: LEZER })
  expect(zaak?.offered.map(({ code }) => code)).toEqual(['adviezen_ontvangen', 'besluit_genomen'])
  expect(zaak?.history).toMatchObject([
    {
      versie: 2,
      statusOmschrijving: 'Aanvraag compleet',
      vorigeStatusOmschrijving: 'Aanvraag ontvangen',
      toelichting: 'Dank voor de plattegrond.',
      doorNaam: 'F. El Amrani',
    },
    { versie: 1, vorigeStatusOmschrijving: null, doorNaam: 'aanvraagformulier' },
  ])
  expect(zaak).toMatchObject({
    behandelaarNaam: 'F. El Amrani',
    startdatum: '2026-11-27',
    uiterlijkeEinddatum: '2027-01-22',
  })
  expect(zaak?.resource.statussen.map(({ versie }) => versie)).toEqual([1, 2])
  expect(JSON.stringify(zaak)).not.toContain('999990342')
})

test('a closed zaak offers no statustypen', async () => {
  const { id, change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  const zaak = await findZaakDetail(ctx, id, { lezer: LEZER })
  expect(zaak?.offered).toEqual([])
  expect(zaak?.history[0]).toMatchObject({
    statusOmschrijving: 'Besluit',
    resultaatOmschrijving: 'Vergunning verleend',
  })
})

test.each([
  ['APV-STAND', 'geweigerd', '2031-11-27'],
  ['OMG-REG', 'verleend', null],
])('a closed zaak of %s with resultaat %s has archiefactiedatum %s', async (zaaktype, resultaat, archiefactiedatum) => {
  const { id, change } = await registerTestZaak(ctx, { zaaktype })
  expect(await findZaakDetail(ctx, id, { lezer: LEZER })).toMatchObject({ archiefactiedatum: null })
  const statustype = (await findZaaktype(ctx, zaaktype)).statustypen.at(-1)?.code as string
  await changeStatus(ctx, { ...change, versie: 1, statustype, resultaat })
  expect(await findZaakDetail(ctx, id, { lezer: LEZER })).toMatchObject({ einddatum: '2026-11-27', archiefactiedatum })
})

test('a change is delivered when the slowest abonnement has it, with the time and duration', async () => {
  const { id } = await registerTestZaak(ctx)
  const bezorging = async () => (await findZaakDetail(ctx, id, { lezer: LEZER }))?.history[0]?.bezorging
  expect(await bezorging()).toMatchObject({ status: 'wachtend', pogingen: 0 })
  await addBezorging(id, 'overgeslagen', 0)
  expect(await bezorging()).toMatchObject({ status: 'overgeslagen', pogingen: 0, msTotBezorgd: null })
  await addBezorging(id, 'bezorgd', 2)
  expect(await bezorging()).toMatchObject({ status: 'bezorgd', pogingen: 2, msTotBezorgd: 38 })
  await addBezorging(id, 'wachtend', 1)
  expect(await bezorging()).toMatchObject({ status: 'wachtend', pogingen: 1, msTotBezorgd: null })
  await addBezorging(id, 'mislukt', 9)
  expect(await bezorging()).toMatchObject({ status: 'mislukt', pogingen: 9, msTotBezorgd: null })
})

test('a change that no abonnement wanted, or from before the first abonnement, has no bezorging', async () => {
  const fresh = await createTestZaaksysteem({ clock: () => committed })
  const { id } = await registerTestZaak(fresh)
  await distributeGebeurtenissen(fresh)
  const seen = async () => [
    (await findZaakDetail(fresh, id, { lezer: LEZER }))?.history[0]?.bezorging,
    (await findWerkvoorraad(fresh, { afgehandeld: false, sorteer: 'zaaknummer', richting: 'op' }, LEZER)).regels[0]
      ?.bezorging,
  ]
  expect(await seen()).toEqual(['geen', 'geen'])
  await addAbonnement(fresh, { aangemaaktOp: new Date(committed.getTime() + 1) })
  expect(await seen()).toEqual(['geen', 'geen'])
  await fresh.close()
})

test.each([crypto.randomUUID(), 'geen-uuid', "'; drop table zaak; --"])('the id %s finds no zaak', async (id) => {
  expect(await findZaakDetail(ctx, id, { lezer: LEZER })).toBeUndefined()
})

test('the zaak of a company shows its KvK-nummer and vestiging, on its page and in the list', async () => {
  const aanvrager = { naam: 'Bakkerij Mol', kvkNummer: '69599084', vestigingsnummer: '000037890001' }
  const zaak = { zaaktype: 'APV-STAND', omschrijving: 'Broodkraam', aanvrager, traceparent: TRACEPARENT }
  const { id } = await registerSoundZaak(ctx, zaak)
  const company = { aanvragerNaam: 'Bakkerij Mol', aanvragerKvk: '69599084', aanvragerVestiging: '000037890001' }
  expect(await findZaakDetail(ctx, id, { lezer: LEZER })).toMatchObject(company)
  const { regels } = await findWerkvoorraad(
    ctx,
    {
      afgehandeld: false,
      sorteer: 'zaaknummer',
      richting: 'op',
      zoek: 'Broodkraam',
    },
    LEZER,
  )
  expect(regels).toMatchObject([company])
})
