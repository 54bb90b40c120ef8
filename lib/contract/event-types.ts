/**
 * The types of event that the zaaksysteem publishes (NL GOV profile for CloudEvents 1.0, `type`: reverse domain, domain
 * in the plural). Receivers accept and ignore types that they do not know, so that types can be added.
 */
export const EVENT_TYPES = {
  zaakGeregistreerd: 'nl.overheid.zaken.zaak-geregistreerd',
  zaakstatusGewijzigd: 'nl.overheid.zaken.zaakstatus-gewijzigd',
  zaakHeropend: 'nl.overheid.zaken.zaak-heropend',
} as const

export type EventType = (typeof EVENT_TYPES)[keyof typeof EVENT_TYPES]
