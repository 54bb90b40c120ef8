import { opschortingsredenen } from './opschortingsredenen.ts'
import { VERGUNNING, vergunningResultaten } from './resultaten.ts'
import {
  aanvraagCompleet,
  aanvraagOntvangen,
  besluitGenomen,
  besluitVerzonden,
  besluitVolgt,
  inhoudelijkBeoordeeld,
} from './stappen.ts'
import { defineZaaktype, type Stap } from './zaaktype.ts'

const TEAM = 'Omgeving'
/** Omgevingswet: eight weeks in the regular procedure, six months in the extended one, and once six weeks more. */
const REGULIER = { doorlooptijd: 'P56D', servicenorm: 'P42D', verlengingstermijn: 'P42D' }
const UITGEBREID = { doorlooptijd: 'P182D', servicenorm: 'P154D', verlengingstermijn: 'P42D' }

const resultaten = vergunningResultaten(VERGUNNING)

const ontwerpTerInzage: Stap = {
  code: 'ontwerp_ter_inzage',
  omschrijving: { nl: 'Ontwerpbesluit ter inzage', en: 'Draft decision on display' },
  antwoord: {
    nl: 'Iedereen kan nu reageren op ons plan voor een besluit.',
    en: 'Everyone can now respond to our draft decision.',
  },
  statustekst: {
    nl: 'Het ontwerpbesluit ligt zes weken ter inzage. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'The draft decision is on display for six weeks. You will hear from us by {fataleDatum}.',
  },
  handeling: {
    nl: 'Lees het ontwerpbesluit. U kunt binnen zes weken reageren.',
    en: 'Read the draft decision. You can respond within six weeks.',
  },
  intern: 'Het ontwerpbesluit ligt zes weken ter inzage voor zienswijzen.',
}

const boomBeoordeeld: Stap = {
  code: 'boom_beoordeeld',
  omschrijving: { nl: 'Boom beoordeeld', en: 'Tree assessed' },
  antwoord: { nl: 'Wij hebben de boom bekeken.', en: 'We have looked at the tree.' },
  statustekst: {
    nl: 'Wij bereiden nu een besluit voor. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'We are now preparing a decision. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'De boomdeskundige is ter plaatse geweest.',
}

const locatieBeoordeeld: Stap = {
  code: 'locatie_beoordeeld',
  omschrijving: { nl: 'Locatie beoordeeld', en: 'Location assessed' },
  antwoord: { nl: 'Wij hebben de plek bekeken.', en: 'We have looked at the location.' },
  statustekst: {
    nl: 'Wij weten nu of een inrit hier veilig is. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'We now know whether a driveway is safe here. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'De verkeerskundige heeft de locatie bekeken.',
}

export const OMGEVING = [
  defineZaaktype({
    identificatie: 'OMG-REG',
    omschrijving: { nl: 'Omgevingsvergunning', en: 'Environment and planning permit' },
    team: TEAM,
    ...REGULIER,
    opschortingsredenen,
    stappen: [aanvraagOntvangen, aanvraagCompleet, inhoudelijkBeoordeeld, besluitVolgt, besluitVerzonden],
    resultaten,
  }),
  defineZaaktype({
    identificatie: 'OMG-UITG',
    omschrijving: { nl: 'Omgevingsvergunning (uitgebreid)', en: 'Environment and planning permit (extended)' },
    team: TEAM,
    ...UITGEBREID,
    opschortingsredenen,
    stappen: [
      aanvraagOntvangen,
      aanvraagCompleet,
      inhoudelijkBeoordeeld,
      ontwerpTerInzage,
      besluitVolgt,
      besluitVerzonden,
    ],
    resultaten,
  }),
  defineZaaktype({
    identificatie: 'OMG-KAP',
    omschrijving: { nl: 'Vellen van houtopstand', en: 'Tree felling permit' },
    team: TEAM,
    ...REGULIER,
    opschortingsredenen,
    stappen: [aanvraagOntvangen, aanvraagCompleet, boomBeoordeeld, besluitGenomen],
    resultaten,
  }),
  defineZaaktype({
    identificatie: 'OMG-UITWEG',
    omschrijving: { nl: 'Uitweg aanleggen', en: 'Driveway permit' },
    team: TEAM,
    ...REGULIER,
    opschortingsredenen,
    stappen: [aanvraagOntvangen, locatieBeoordeeld, besluitGenomen],
    resultaten,
  }),
]
