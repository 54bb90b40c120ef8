import type { ZaakResource } from '#lib/contract/zaak-resource.ts'

/** A zaak as the portal has it. `volgnummer`: its `live_volgnummer`, which changes with whatever a citizen can see. */
export type KnownZaak = { id: string; versie: number; volgnummer: number; visible: VisibleZaak; zaaktype: unknown }

export type VisibleZaak = ReturnType<typeof toVisible>

/** Parameter: the ids of zaken. */
export const FIND_KNOWN = `
  select zaak.id, zaak.versie, zaak.live_volgnummer as volgnummer, json_build_object(
    'bsnHash', (select bsn_hash from burger where id = zaak.burger_id), 'zaaktype', zaak.zaaktype,
    'zaaktypeVersie', zaaktype_versie, 'identificatie', zaak.identificatie, 'omschrijving', omschrijving,
    'team', team, 'startdatum', startdatum, 'einddatumGepland', einddatum_gepland,
    'uiterlijkeEinddatum', uiterlijke_einddatum, 'einddatum', einddatum, 'statuscode', statuscode, 'versie', versie,
    'termijn', json_build_array(opschorting, opgeschort_op, opgeschort_tot), 'aanvullingen', aanvullingen,
    'besluit', json_build_array(besluitdatum, bekendmakingsdatum, uiterlijke_reactiedatum),
    'statussen', (
      select json_agg(json_build_array(gebeurtenis_id, status.versie, soort, status.statuscode, toelichting, reden,
        status.einddatum_gepland, status.uiterlijke_einddatum) order by status.versie)
      from status where zaak_id = zaak.id
    )
  ) as visible, (
    select gegevens from zaaktype where identificatie = zaak.zaaktype and versie = zaaktype_versie
  ) as zaaktype
  from zaak
  where zaak.id = any($1::uuid[])`

/** In the same shape as `visible` of FIND_KNOWN. */
export function toVisible(zaak: ZaakResource, bsnHash: string) {
  const { opschorting, besluit } = zaak
  return {
    bsnHash,
    zaaktype: zaak.zaaktype.identificatie,
    zaaktypeVersie: zaak.zaaktype.versie,
    identificatie: zaak.identificatie,
    omschrijving: zaak.omschrijving,
    team: zaak.behandelendTeam,
    startdatum: zaak.startdatum,
    einddatumGepland: zaak.einddatumGepland,
    uiterlijkeEinddatum: zaak.uiterlijkeEinddatumAfdoening,
    einddatum: zaak.einddatum,
    statuscode: zaak.status,
    versie: zaak.versie,
    termijn: [opschorting?.soort ?? null, opschorting?.op ?? null, opschorting?.tot ?? null],
    aanvullingen: zaak.aanvullingen,
    besluit: [besluit?.datum ?? null, besluit?.bekendmakingsdatum ?? null, besluit?.uiterlijkeReactiedatum ?? null],
    statussen: byVersie(zaak).map(
      (status) =>
        [
          status.gebeurtenisId,
          status.versie,
          status.soort,
          status.statuscode,
          status.statustoelichting,
          status.reden,
          status.einddatumGepland,
          status.uiterlijkeEinddatumAfdoening,
        ] as const,
    ),
  }
}

/** When its newest status was set. */
export function newestMoment(zaak: ZaakResource): string {
  return byVersie(zaak).at(-1)?.datumStatusGezet as string
}

export function byVersie(zaak: ZaakResource) {
  return zaak.statussen.toSorted((one, other) => one.versie - other.versie)
}
