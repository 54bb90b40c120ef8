/** Everything that is recorded, by its stable code, besides the acts on a zaak, which say theirs (zaak/handeling/handelingen.ts). */
export type Auditnaam =
  | 'inloggen'
  | 'uitloggen'
  | 'sessies_beeindigen'
  | 'zaak_bekijken'
  | 'document_lezen'
  /** a zaak in a list that somebody browses, which is vertrouwelijk, or of a zaaktype that is gevoelig */
  | 'lijst_bekijken'
  /** a zaak in what a search by text found */
  | 'zaken_zoeken'
  /** zaken of one citizen, with the purpose for its object */
  | 'bsn_zoeken'
  /** to a betrokkene, of who looked */
  | 'inzage_geven'
  /** a page of all zaken over the API */
  | 'zaken_ophalen'
  /** that a list was exported, and each zaak that was in it */
  | 'werkvoorraad_exporteren'
  | 'audit_exporteren'
  | 'bewijs_exporteren'
  /** a stroom of events over the API */
  | 'stroom_openen'
  | 'zaak_registreren'
  | 'zaak_verwijderen'
  /** of a vernietigingslijst, but for a zaak that is taken off one */
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
  /** one that the aanvrager does not read */
  | 'intern_document_toevoegen'
  | 'intern_document_intrekken'
  /** that somebody was shown a zaak of somebody else */
  | 'datalek_beoordelen'
  /** the aanvrager says that it was sent, over the API */
  | 'aanvulling_melden'
  /** the aanvrager asks for it, over the API */
  | 'intrekking_vragen'
  /** the aanvrager asks a question, over the API */
  | 'vraag_stellen'
  /** what became of a change at the side of the citizen, over the API */
  | 'bewijs_melden'
  /** whether news reaches aanvragers through a portal, over the API */
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
  /** what each zaak got by it leaves its own row too */
  | 'herberekening_opdragen'
  | 'zaaktypeconcept_weggooien'
  /** one act for many zaken; each of them leaves its own row too */
  | 'bulk_opdragen'
