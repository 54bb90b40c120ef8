import { DEMO_BEHANDELAAR } from '#demo/stage/demo-zaak.ts'
import type { Verhaal } from './verhaal.ts'

type Afgerond = [
  zaaktype: string,
  omschrijving: string,
  behandelaar: string,
  van: number,
  tot: number,
  resultaat: 'verleend' | 'geweigerd',
]

/**
 * Her applications of earlier years: begin and end in days ago. Their zaaktypen have a bewaartermijn of five
 * years or more.
 */
const AFGEROND: Afgerond[] = [
  ['PARK-BEW', 'Parkeervergunning zone Centrum', 'i.demir', 1490, 1481, 'verleend'],
  ['APV-STAND', 'Standplaats koffie, Raadhuisplein', 'c.mulder', 1330, 1286, 'verleend'],
  ['OMG-REG', 'Overkapping terras, Havenkade 14', 'j.visser', 1240, 1189, 'geweigerd'],
  ['OMG-REG', 'Lagere overkapping terras, Havenkade 14', 'b.dekker', 1110, 1070, 'verleend'],
  ['APV-STAND', 'Standplaats koffie, Havenkade', 'c.mulder', 960, 922, 'verleend'],
  ['PARK-BEW', 'Tweede auto zone Centrum', 'i.demir', 830, 819, 'geweigerd'],
  ['OMG-KAP', 'Kap populier langs terras, Havenkade 14', 'j.visser', 720, 673, 'verleend'],
  ['APV-STAND', 'Standplaats ijs, Havenkade', 'c.mulder', 590, 555, 'verleend'],
  ['TVM-RVV', 'Steiger op de stoep, Havenkade 14', 'i.demir', 460, 443, 'verleend'],
  ['OMG-UITWEG', 'Inrit verbreden, Havenkade 14', 'b.dekker', 310, 268, 'verleend'],
  ['APV-STAND', 'Standplaats kerstbomen, Havenkade', 'c.mulder', 160, 121, 'verleend'],
]

/** A citizen with many zaken, which the portal shows as a table by year with a search. */
const KAYA: Verhaal = {
  burger: 'a-kaya',
  mail: { adres: 'a-kaya@voorbeeld.example', taal: 'nl' },
  zaken: [
    ...AFGEROND.map(([zaaktype, omschrijving, behandelaar, van, tot, resultaat]) => {
      return { zaaktype, omschrijving, behandelaar, dagenGeleden: van, einde: { dagenGeleden: tot, resultaat } }
    }),
    {
      zaaktype: 'APV-EVEN',
      omschrijving: 'Foodtruckfestival aan de haven',
      dagenGeleden: 27,
      behandelaar: DEMO_BEHANDELAAR,
      stappen: [{ dagenGeleden: 22, soort: 'statuswijziging', statustype: 'aanvraag_compleet' }],
    },
    {
      zaaktype: 'APV-STAND',
      omschrijving: 'Standplaats koffie, Stationsplein',
      dagenGeleden: 17,
      behandelaar: 'c.mulder',
      vandaag: {
        soort: 'statuswijziging',
        statustype: 'in_behandeling',
        toelichting: 'Wij kijken of de plek vrij is.',
      },
    },
  ],
}

export const JAREN = [KAYA]
