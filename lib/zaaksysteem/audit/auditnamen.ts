/** The codes of recorded handelingen. Acts on a zaak define their own (zaak/handelingen/handelingen.ts). */
export type Auditnaam =
  | 'inloggen'
  | 'uitloggen'
  | 'sessies_beeindigen'
  | 'zaak_bekijken'
  | 'document_lezen'
  /** a zaak in a browsed list that is vertrouwelijk or of a gevoelig zaaktype */
  | 'lijst_bekijken'
  /** a zaak found by a text search */
  | 'zaken_zoeken'
  /** a search for the zaken of one citizen, with its purpose as object */
  | 'bsn_zoeken'
  /** telling a betrokkene who looked */
  | 'inzage_geven'
  /** a page of all zaken over the API */
  | 'zaken_ophalen'
  /** the export of a list, and each zaak in it */
  | 'werkvoorraad_exporteren'
  | 'audit_exporteren'
  | 'bewijs_exporteren'
  /** a stroom of events over the API */
  | 'stroom_openen'
  | 'zaak_registreren'
  | 'zaak_verwijderen'
  /** the handelingen on a vernietigingslijst */
  | 'vernietiging_voorstellen'
  | 'vernietiging_afhalen'
  | 'vernietiging_goedkeuren'
  | 'vernietiging_afwijzen'
  | 'vernietiging_aanhouden'
  | 'aanhouding_opheffen'
  | 'zaak_toewijzen'
  | 'zaak_vertrouwelijk_maken'
  | 'vertrouwelijkheid_opheffen'
  | 'notitie_toevoegen'
  | 'notitie_verbeteren'
  /** a document that the aanvrager does not read */
  | 'intern_document_toevoegen'
  | 'intern_document_intrekken'
  /** the judgment of a zaak that was shown to the wrong person */
  | 'datalek_beoordelen'
  /** the aanvrager reports an aanvulling as sent, over the API */
  | 'aanvulling_melden'
  /** the aanvrager asks to withdraw the aanvraag, over the API */
  | 'intrekking_vragen'
  /** the aanvrager asks a question over the API */
  | 'vraag_stellen'
  /** a report on the citizen's side of a change, over the API */
  | 'bewijs_melden'
  /** a report whether news reaches aanvragers, over the API */
  | 'bereikbaarheid_melden'
  | 'abonnement_registreren'
  | 'abonnement_wijzigen'
  | 'abonnement_pauzeren'
  | 'abonnement_hervatten'
  | 'abonnement_verifieren'
  | 'abonnement_verwijderen'
  | 'proefbericht_sturen'
  | 'geheim_tonen'
  | 'geheim_wisselen'
  | 'api_client_maken'
  | 'api_client_wijzigen'
  | 'api_client_intrekken'
  | 'api_token_tonen'
  | 'api_token_wisselen'
  | 'api_token_intrekken'
  | 'sleutel_wisselen'
  | 'sleutel_direct_wisselen'
  | 'herstel_vragen'
  | 'bezorging_herhalen'
  | 'melding_zien'
  | 'zaaktype_toevoegen'
  | 'zaaktype_wijzigen'
  | 'zaaktype_importeren'
  | 'team_toevoegen'
  | 'team_hernoemen'
  | 'team_beeindigen'
  | 'team_hervatten'
  | 'dwangsombedrag_vastleggen'
  | 'zaaktypeconcept_bewaren'
  /** the changed zaken have auditregels of their own */
  | 'herberekening_opdragen'
  | 'zaaktypeconcept_weggooien'
  /** one act for many zaken, each of which has its own auditregel */
  | 'bulk_opdragen'
