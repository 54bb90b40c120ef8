import { DEMO_BEHANDELAAR, DEMO_BURGER, DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import type { Verhaal, VerhaalZaak } from './verhaal.ts'

/** The zaak that the demo opens. `planZaken` moves it so that it gets its zaaknummer. */
const DEMO_ZAAK: VerhaalZaak = {
  id: DEMO_ZAAK_ID,
  zaaktype: 'APV-EVEN',
  omschrijving: 'Zomerfeest Kerkplein',
  dagenGeleden: 29,
  behandelaar: DEMO_BEHANDELAAR,
  stappen: [
    {
      dagenGeleden: 21,
      soort: 'statuswijziging',
      statustype: 'aanvraag_compleet',
      toelichting: 'Dank voor de plattegrond. Wij hebben nu alles.',
    },
  ],
}

/** A bit of everything: a pending zaak, a refusal, a permit, and an appointment with a doctor. */
const DE_VRIES: Verhaal = {
  burger: DEMO_BURGER,
  mail: { adres: 'j-devries@voorbeeld.example', taal: 'nl' },
  zaken: [
    {
      zaaktype: 'OMG-KAP',
      omschrijving: 'Kap conifeer, Kerkplein 6',
      dagenGeleden: 100,
      behandelaar: 'j.visser',
      einde: {
        dagenGeleden: 62,
        resultaat: 'verleend',
        toelichting: 'Plant u een nieuwe boom terug? Dat moet binnen een jaar.',
      },
    },
    {
      zaaktype: 'PARK-BEW',
      omschrijving: 'Tweede auto zone Centrum',
      dagenGeleden: 34,
      behandelaar: 'i.demir',
      einde: {
        dagenGeleden: 24,
        resultaat: 'geweigerd',
        toelichting: 'In deze zone is geen plaats voor een tweede auto.',
      },
    },
    DEMO_ZAAK,
    { zaaktype: 'PARK-GPK', omschrijving: 'Parkeerkaart passagier', dagenGeleden: 6, behandelaar: null },
  ],
}

/** Applied a moment ago, and was granted an earlier application. */
const BAKKER: Verhaal = {
  burger: 'h-bakker',
  zaken: [
    { zaaktype: 'APV-EVEN', omschrijving: 'Buurtbarbecue Rozenplein', dagenGeleden: 1, behandelaar: null },
    { zaaktype: 'TVM-RVV', omschrijving: 'Feesttent op straat, Rozenplein', dagenGeleden: 2, behandelaar: null },
    {
      zaaktype: 'APV-EVEN',
      omschrijving: 'Burendag Rozenplein',
      dagenGeleden: 60,
      behandelaar: DEMO_BEHANDELAAR,
      einde: { dagenGeleden: 20, resultaat: 'verleend', toelichting: 'Let op de voorwaarden over geluid.' },
    },
  ],
}

/**
 * Mr Hendriks was refused twice: he can object to one for a few more days, the other is being reconsidered.
 * His mail bounces.
 */
const HENDRIKS: Verhaal = {
  burger: 'r-hendriks',
  mail: { adres: 'bestaatniet@voorbeeld.example', taal: 'nl' },
  zaken: [
    {
      zaaktype: 'OMG-REG',
      omschrijving: 'Dakkapel aan de voorkant, Molenstraat 18',
      dagenGeleden: 90,
      behandelaar: 'j.visser',
      einde: {
        dagenGeleden: 37,
        resultaat: 'geweigerd',
        toelichting: 'De dakkapel is te hoog voor deze straat. In het besluit leest u wat wel kan.',
      },
    },
    {
      zaaktype: 'OMG-KAP',
      omschrijving: 'Kap eik, Molenstraat 18',
      dagenGeleden: 34,
      behandelaar: 'b.dekker',
      einde: { dagenGeleden: 13, resultaat: 'geweigerd', toelichting: 'De boom is gezond.' },
      stappen: [
        {
          dagenGeleden: 5,
          soort: 'heropening',
          toelichting: 'Wij hebben een fout gemaakt in het besluit. Wij kijken er opnieuw naar.',
        },
      ],
    },
    {
      zaaktype: 'OMG-UITWEG',
      omschrijving: 'Inrit voor laadpaal, Molenstraat 18',
      dagenGeleden: 19,
      behandelaar: 'j.visser',
    },
  ],
}

export const BESLUIT = [DE_VRIES, BAKKER, HENDRIKS]
