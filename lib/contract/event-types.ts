/**
 * The types of event that the zaaksysteem publishes (NL GOV profile for CloudEvents 1.0, `type`: reverse domain, domain
 * in the plural). Receivers accept and ignore types that they do not know, so that types can be added.
 */
export const EVENT_TYPES = {
  zaakGeregistreerd: 'nl.overheid.zaken.zaak-geregistreerd',
  zaakstatusGewijzigd: 'nl.overheid.zaken.zaakstatus-gewijzigd',
  zaakstatusGecorrigeerd: 'nl.overheid.zaken.zaakstatus-gecorrigeerd',
  zaakHeropend: 'nl.overheid.zaken.zaak-heropend',
  zaakOpgeschort: 'nl.overheid.zaken.zaak-opgeschort',
  zaakHervat: 'nl.overheid.zaken.zaak-hervat',
  zaakVerlengd: 'nl.overheid.zaken.zaak-verlengd',
  aanvullingGevraagd: 'nl.overheid.zaken.zaak-aanvulling-gevraagd',
  aanvullingOntvangen: 'nl.overheid.zaken.zaak-aanvulling-ontvangen',
  aanvullingVerlopen: 'nl.overheid.zaken.zaak-aanvulling-verlopen',
  intrekkingAfgewezen: 'nl.overheid.zaken.zaak-intrekking-afgewezen',
  zaakVerwijderd: 'nl.overheid.zaken.zaak-verwijderd',
} as const

export type EventType = (typeof EVENT_TYPES)[keyof typeof EVENT_TYPES]
