import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { findZaakResource } from '../zaak/api/resource/find-zaak-resource.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { findZaaktype } from './find-zaaktypen.ts'
import { storeZaaktypeversie } from './store-zaaktypeversie.ts'
import type { Zaaktype } from './zaaktype.ts'

const ctx = await openTestZaaksysteem({ clock: () => new Date('2026-03-02T09:00:00Z') })

/** Stores a version with a doorlooptijd of two weeks instead of eight, and another name of a status. */
async function change(behandelaarId: string, before?: Zaaktype) {
  const { identificatie, versie, ...gegevens } = before ?? (await findZaaktype(ctx, 'APV-STAND'))
  const statustypen = gegevens.statustypen.map((statustype) => ({
    ...statustype,
    omschrijving: { ...statustype.omschrijving, nl: `${statustype.omschrijving.nl} (nieuw)` },
  }))
  const next = { ...gegevens, statustypen, doorlooptijd: { ...gegevens.doorlooptijd, duur: 'P2W' }, servicenorm: 'P1W' }
  return storeZaaktypeversie(ctx, {
    identificatie,
    versie,
    gegevens: next,
    actor: { soort: 'behandelaar', id: behandelaarId },
  })
}

test('a zaak keeps the version with which it began; a new zaak begins with the newest', async () => {
  const old = await registerTestZaak(ctx)
  expect(await change(old.behandelaarId)).toEqual({ ok: true, versie: 2 })
  const young = await registerTestZaak(ctx)
  const begin = { versie: 1, statustype: 'in_behandeling' }
  await Promise.all([old, young].map((zaak) => changeStatus(ctx, { ...zaak.change, ...begin })))

  const [before, after] = await Promise.all([old, young].map(({ id }) => findZaakResource(ctx, id)))
  expect(before).toMatchObject({ uiterlijkeEinddatumAfdoening: '2026-04-27', zaaktype: { versie: 1 } })
  expect(after).toMatchObject({ uiterlijkeEinddatumAfdoening: '2026-03-16', zaaktype: { versie: 2 } })
  const namen = await ctx.db.zaak.findMany({ orderBy: { nummer: 'asc' }, select: { statusnaam: true } })
  expect(namen).toEqual([{ statusnaam: 'In behandeling' }, { statusnaam: 'In behandeling (nieuw)' }])
  const auditregels = await ctx.db.auditregel.findMany({ where: { zaakId: null } })
  expect(auditregels).toMatchObject([{ handeling: 'zaaktype_wijzigen', objectId: 'APV-STAND' }])
  expect(auditregels[0]?.wijzigingen).toContainEqual({ veld: ['doorlooptijd', 'duur'], van: 'P8W', naar: 'P2W' })
})

test('a concurrent change and a change from an old page are refused as conflicts', async () => {
  const { behandelaarId } = await registerTestZaak(ctx)
  const before = await findZaaktype(ctx, 'APV-STAND')
  const outcomes = await Promise.all([change(behandelaarId, before), change(behandelaarId, before)])
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  const { identificatie, versie, ...gegevens } = before
  const late = { identificatie, versie, gegevens, actor: { soort: 'behandelaar', id: behandelaarId } as const }
  expect(await storeZaaktypeversie(ctx, late)).toEqual({ ok: false, reason: 'conflict' })
  expect((await findZaaktype(ctx, 'APV-STAND')).versie).toBe(versie + 1)
})

test('a beheerder adds a zaaktype once, and a status to it, whose code the events of its zaken carry', async () => {
  const { behandelaarId } = await registerTestZaak(ctx)
  const actor = { soort: 'behandelaar', id: behandelaarId } as const
  const { identificatie: _, versie: __, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
  const kermis = { identificatie: 'APV-KERMIS', gegevens, actor }
  const outcomes = await Promise.all([0, 0].map((versie) => storeZaaktypeversie(ctx, { ...kermis, versie })))
  expect(outcomes).toContainEqual({ ok: true, versie: 1 })
  expect(outcomes).toContainEqual({ ok: false, reason: 'conflict' })

  const [first, ...others] = gegevens.statustypen as [(typeof gegevens.statustypen)[number]]
  const advies = { ...first, code: 'advies_gevraagd', volgnummer: 2 }
  const statustypen = [first, advies, ...others].map((each, index) => ({ ...each, volgnummer: index + 1 }))
  await storeZaaktypeversie(ctx, { ...kermis, versie: 1, gegevens: { ...gegevens, statustypen } })
  const zaak = await registerTestZaak(ctx, { zaaktype: 'APV-KERMIS' })
  expect(await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'advies_gevraagd' })).toMatchObject({
    ok: true,
  })
  const { body } = await ctx.db.gebeurtenis.findFirstOrThrow({
    where: { zaakId: zaak.id },
    orderBy: { sequence: 'desc' },
  })
  expect(JSON.parse(body as string)).toMatchObject({ data: { nieuweStatus: 'advies_gevraagd' } })
  const added = await ctx.db.auditregel.findMany({ where: { objectId: 'APV-KERMIS' }, orderBy: { tijdstip: 'asc' } })
  expect(added.map(({ handeling }) => handeling).sort()).toEqual(['zaaktype_toevoegen', 'zaaktype_wijzigen'])
})
