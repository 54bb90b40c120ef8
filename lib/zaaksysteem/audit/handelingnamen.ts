/** Everything that is recorded, by its stable code. */
export const HANDELINGNAMEN = [
  'inloggen',
  'uitloggen',
  'sessies_beeindigen',
  'zaak_bekijken',
  /** a page of all zaken over the API */
  'zaken_ophalen',
  'werkvoorraad_exporteren',
  'audit_exporteren',
  /** a stream of events over the API */
  'stroom_openen',
  'zaak_registreren',
  'zaak_verwijderen',
  'zaak_toewijzen',
  'zaak_vertrouwelijk_maken',
  'vertrouwelijkheid_opheffen',
  'notitie_toevoegen',
  'status_zetten',
  'status_corrigeren',
  'zaak_heropenen',
  'zaak_opschorten',
  'zaak_hervatten',
  'zaak_verlengen',
  'aanvulling_vragen',
  'aanvulling_ontvangen',
  'aanvulling_verlopen',
  /** the aanvrager says that it was sent, over the API */
  'aanvulling_melden',
  /** the aanvrager asks for it, over the API */
  'intrekking_vragen',
  'intrekking_afwijzen',
  /** what became of a change at the side of the citizen, over the API */
  'bewijs_melden',
  'abonnement_registreren',
  'abonnement_wijzigen',
  'abonnement_pauzeren',
  'abonnement_hervatten',
  'abonnement_verifieren',
  'abonnement_verwijderen',
  'proefbericht_sturen',
  'geheim_tonen',
  'geheim_wisselen',
  'sleutel_wisselen',
  'sleutel_direct_wisselen',
  'herstel_vragen',
  'bezorging_herhalen',
  'melding_zien',
  'zaaktype_wijzigen',
  /** one act for many zaken; each of them leaves its own row too */
  'bulk_opdragen',
] as const

export type Handelingnaam = (typeof HANDELINGNAMEN)[number]
