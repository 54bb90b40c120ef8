import type { Verhaal } from './verhaal.ts'

/** Must send two things soon. */
const YILMAZ: Verhaal = {
  burger: 'm-yilmaz',
  zaken: [
    {
      zaaktype: 'APV-EXPL',
      omschrijving: 'Nieuw café aan de Havenkade',
      dagenGeleden: 24,
      behandelaar: 'c.mulder',
      stappen: [
        {
          dagenGeleden: 10,
          soort: 'aanvullingsverzoek',
          uiterlijkOverDagen: 4,
          aanvullingen: [
            {
              naam: 'Plattegrond met maten',
              toelichting: 'Teken ook de uitgangen en de toiletten.',
              formulier: 'https://www.example.nl/plattegrond',
            },
            { naam: 'Verklaring sociale hygiëne', toelichting: 'Van iedere leidinggevende.' },
          ],
          toelichting: 'Met deze twee stukken kunnen wij verder.',
        },
      ],
    },
    {
      zaaktype: 'APV-EXPL',
      omschrijving: 'Terras aan de Havenkade',
      dagenGeleden: 21,
      behandelaar: 'c.mulder',
      stappen: [{ dagenGeleden: 14, soort: 'statuswijziging', statustype: 'aanvraag_compleet' }],
    },
  ],
}

/** Mr Jansen has sent one of the two things that were asked. */
const JANSEN: Verhaal = {
  burger: 'p-jansen',
  zaken: [
    {
      zaaktype: 'OMG-REG',
      omschrijving: 'Aanbouw achter de woning, Beukenlaan 7',
      dagenGeleden: 30,
      behandelaar: 'j.visser',
      stappen: [
        {
          dagenGeleden: 8,
          soort: 'aanvullingsverzoek',
          uiterlijkOverDagen: 13,
          aanvullingen: [
            { naam: 'Tekening van de achtergevel', toelichting: 'Met de maten van de ramen.' },
            { naam: 'Constructieberekening', formulier: 'https://www.example.nl/constructie' },
          ],
        },
      ],
      vandaag: { soort: 'aanvulling_melden', aantal: 1 },
    },
    {
      zaaktype: 'OMG-KAP',
      omschrijving: 'Kap berk achtertuin, Beukenlaan 7',
      dagenGeleden: 26,
      behandelaar: 'j.visser',
    },
  ],
}

/**
 * Did not send an aanvulling in time: the term resumed. An earlier aanvraag ended badly for the same reason.
 */
const EL_OUALI: Verhaal = {
  burger: 's-elouali',
  zaken: [
    {
      zaaktype: 'APV-STAND',
      omschrijving: 'Standplaats bloemen, Stationsplein',
      dagenGeleden: 50,
      behandelaar: 'c.mulder',
      stappen: [
        {
          dagenGeleden: 34,
          soort: 'aanvullingsverzoek',
          uiterlijkOverDagen: -9,
          aanvullingen: [{ naam: 'Foto van de kraam', toelichting: 'Ook van de zijkant.' }],
        },
      ],
    },
    {
      zaaktype: 'APV-EVEN',
      omschrijving: 'Iftar in het Wilhelminapark',
      dagenGeleden: 27,
      behandelaar: 'f.elamrani',
      stappen: [{ dagenGeleden: 20, soort: 'statuswijziging', statustype: 'aanvraag_compleet' }],
    },
    {
      zaaktype: 'APV-STAND',
      omschrijving: 'Standplaats oliebollen, Markt',
      dagenGeleden: 250,
      behandelaar: 'c.mulder',
      einde: {
        dagenGeleden: 214,
        resultaat: 'buiten_behandeling',
        toelichting: 'Wij vroegen u om meer informatie. Die hebben wij niet op tijd gekregen.',
      },
    },
  ],
}

export const AANVULLING = [YILMAZ, JANSEN, EL_OUALI]
