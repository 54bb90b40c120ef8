import { DEMO_BEHANDELAAR, DEMO_BURGER, DEMO_ZAAK_ID } from '#lib/demo/demo-zaak.ts'

export type FixedZaak = {
  id?: string
  zaaktype: string
  omschrijving: string
  /** the statustype that it has now */
  statustype: string
  resultaat?: string
  /** for the citizen, with the last step */
  toelichting?: string
  /** subject; null when it is not assigned */
  behandelaar: string | null
}

export const OWNER_OF_FIXED_ZAKEN = DEMO_BURGER

/** The zaken of the demo's citizen, by their position in the order of registration: the 123rd gets zaaknummer 123. */
export const FIXED_ZAKEN: Record<number, FixedZaak> = {
  62: {
    zaaktype: 'OMG-KAP',
    omschrijving: 'Kap conifeer, Kerkplein 6',
    statustype: 'besluit_genomen',
    resultaat: 'verleend',
    toelichting: 'Plant u een nieuwe boom terug? Dat moet binnen een jaar.',
    behandelaar: 'j.visser',
  },
  112: {
    zaaktype: 'PARK-BEW',
    omschrijving: 'Tweede auto zone Centrum',
    statustype: 'besluit_genomen',
    resultaat: 'geweigerd',
    toelichting: 'In deze zone is geen plaats voor een tweede auto.',
    behandelaar: 'i.demir',
  },
  123: {
    id: DEMO_ZAAK_ID,
    zaaktype: 'APV-EVEN',
    omschrijving: 'Zomerfeest Kerkplein',
    statustype: 'aanvraag_compleet',
    toelichting: 'Dank voor de plattegrond. Wij hebben nu alles.',
    behandelaar: DEMO_BEHANDELAAR,
  },
  216: {
    zaaktype: 'PARK-GPK',
    omschrijving: 'Parkeerkaart passagier',
    statustype: 'aanvraag_ontvangen',
    behandelaar: null,
  },
}
