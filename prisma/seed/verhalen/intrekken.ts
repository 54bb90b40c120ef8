import { DEMO_BEHANDELAAR } from '#demo/stage/demo-zaak.ts'
import type { Verhaal } from './verhaal.ts'

/** Withdrew one zaak, asks to withdraw another, and is refused to withdraw the third. */
const SMIT: Verhaal = {
  burger: 't-smit',
  mail: { adres: 't-smit@voorbeeld.example', taal: 'nl' },
  zaken: [
    {
      zaaktype: 'OMG-REG',
      omschrijving: 'Schuur vervangen, Zandpad 3',
      dagenGeleden: 25,
      behandelaar: 'j.visser',
      stappen: [{ dagenGeleden: 18, soort: 'statuswijziging', statustype: 'aanvraag_compleet' }],
      vandaag: { soort: 'intrekking_vragen' },
    },
    {
      zaaktype: 'APV-EVEN',
      omschrijving: 'Openluchtfilm in het Wilhelminapark',
      dagenGeleden: 35,
      behandelaar: DEMO_BEHANDELAAR,
      stappen: [{ dagenGeleden: 28, soort: 'statuswijziging', statustype: 'aanvraag_compleet' }],
      vandaag: {
        soort: 'intrekking_vragen',
        afgewezen: 'Andere inwoners hebben al gereageerd op uw aanvraag. Daarom nemen wij toch een besluit.',
      },
    },
    {
      zaaktype: 'PARK-BEW',
      omschrijving: 'Parkeervergunning zone Haven',
      dagenGeleden: 60,
      behandelaar: 'i.demir',
      einde: {
        dagenGeleden: 54,
        resultaat: 'ingetrokken',
        toelichting: 'U heeft ons gebeld om te stoppen met uw aanvraag.',
      },
    },
  ],
}

/** A citizen who has never applied for anything. */
const MEIJER: Verhaal = { burger: 'd-meijer', zaken: [] }

export const INTREKKEN = [SMIT, MEIJER]
