import type { Verhaal } from './verhaal.ts'

/** Two terms: one stands still, and one has resumed. */
const VAN_DIJK: Verhaal = {
  burger: 'k-vandijk',
  mail: { adres: 'k-vandijk@voorbeeld.example', taal: 'nl' },
  zaken: [
    {
      zaaktype: 'OMG-REG',
      omschrijving: 'Carport naast de woning, Iepenhof 12',
      dagenGeleden: 40,
      behandelaar: 'j.visser',
      stappen: [
        { dagenGeleden: 34, soort: 'statuswijziging', statustype: 'aanvraag_compleet' },
        {
          dagenGeleden: 12,
          soort: 'opschorting',
          reden: 'aanvrager_stemt_in',
          totOverDagen: 16,
          toelichting: 'U vroeg ons te wachten op de nieuwe tekening van uw aannemer.',
        },
      ],
      vandaag: {
        soort: 'vraag_stellen',
        tekst: 'Mijn aannemer wil een plat dak in plaats van een schuin dak. Mag dat, of moet ik dan opnieuw beginnen?',
      },
    },
    {
      zaaktype: 'OMG-UITWEG',
      omschrijving: 'Inrit, Iepenhof 12',
      dagenGeleden: 45,
      behandelaar: 'b.dekker',
      stappen: [
        { dagenGeleden: 36, soort: 'opschorting', reden: 'vertraging_aanvrager', totOverDagen: -10 },
        {
          dagenGeleden: 17,
          soort: 'hervatting',
          toelichting: 'Het hek is verplaatst. Wij kunnen weer meten.',
        },
      ],
    },
    {
      zaaktype: 'APV-EVEN',
      omschrijving: 'Straatfeest Iepenhof',
      dagenGeleden: 28,
      behandelaar: 'f.elamrani',
    },
  ],
}

/** One zaak takes longer, in one the desk made a mistake, and one is vertrouwelijk. */
const PINAS: Verhaal = {
  burger: 'l-pinas',
  zaken: [
    {
      zaaktype: 'OMG-REG',
      omschrijving: 'Twee appartementen boven winkel, Kerkstraat 25',
      dagenGeleden: 48,
      behandelaar: 'b.dekker',
      stappen: [
        { dagenGeleden: 40, soort: 'statuswijziging', statustype: 'aanvraag_compleet' },
        {
          dagenGeleden: 11,
          soort: 'verlenging',
          dagen: 42,
          toelichting: 'De brandweer heeft meer tijd nodig voor het advies.',
        },
      ],
    },
    {
      zaaktype: 'OMG-KAP',
      omschrijving: 'Kap kastanje achter Kerkstraat 25',
      dagenGeleden: 30,
      behandelaar: 'j.visser',
      stappen: [
        { dagenGeleden: 24, soort: 'statuswijziging', statustype: 'aanvraag_compleet' },
        { dagenGeleden: 9, soort: 'statuswijziging', statustype: 'boom_beoordeeld' },
        {
          dagenGeleden: 6,
          soort: 'correctie',
          toelichting: 'Wij hadden per ongeluk een verkeerde boom beoordeeld. Onze excuses.',
        },
      ],
    },
    {
      zaaktype: 'PARK-GPK',
      omschrijving: 'Parkeerkaart bestuurder',
      dagenGeleden: 24,
      behandelaar: 'w.postma',
      vertrouwelijk: true,
      stappen: [{ dagenGeleden: 7, soort: 'statuswijziging', statustype: 'medisch_advies_ontvangen' }],
    },
  ],
}

/**
 * Reads English, has to wait longer than promised, and can appeal to the court against a refusal for some
 * more weeks.
 */
const WONG: Verhaal = {
  burger: 'n-wong',
  mail: { adres: 'n-wong@voorbeeld.example', taal: 'en' },
  zaken: [
    {
      zaaktype: 'APV-EXPL',
      omschrijving: 'Lunchroom in de oude bibliotheek',
      dagenGeleden: 70,
      behandelaar: 'c.mulder',
      stappen: [{ dagenGeleden: 58, soort: 'statuswijziging', statustype: 'aanvraag_compleet' }],
      vandaag: {
        soort: 'statuswijziging',
        statustype: 'ondernemer_getoetst',
        toelichting: 'Het spijt ons dat u zo lang wacht. De toets is nu klaar.',
      },
    },
    {
      zaaktype: 'OMG-REG',
      omschrijving: 'Nieuwe gevel winkel, Hoofdstraat 62',
      dagenGeleden: 48,
      behandelaar: 'b.dekker',
      stappen: [{ dagenGeleden: 39, soort: 'statuswijziging', statustype: 'aanvraag_compleet' }],
    },
    {
      zaaktype: 'OMG-UITG',
      omschrijving: 'Verbouwing rijksmonument, Gasthuisplein 1',
      dagenGeleden: 75,
      behandelaar: 'b.dekker',
      stappen: [{ dagenGeleden: 60, soort: 'statuswijziging', statustype: 'aanvraag_compleet' }],
    },
    {
      zaaktype: 'OMG-UITG',
      omschrijving: 'Reclame aan rijksmonument, Gasthuisplein 1',
      dagenGeleden: 170,
      behandelaar: 'b.dekker',
      einde: { dagenGeleden: 9, resultaat: 'geweigerd', toelichting: 'De reclame past niet bij het monument.' },
    },
  ],
}

export const TERMIJN = [VAN_DIJK, PINAS, WONG]
