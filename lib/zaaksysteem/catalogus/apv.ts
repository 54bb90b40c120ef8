import { opschortingsredenen } from './opschortingsredenen.ts'
import { VERGUNNING, vergunningResultaten } from './resultaten.ts'
import {
  aanvraagCompleet,
  aanvraagOntvangen,
  afgehandeld,
  besluitGenomen,
  besluitVolgt,
  inBehandeling,
} from './stappen.ts'
import { defineZaaktype, type Stap } from './zaaktype.ts'

const TEAM = 'Vergunningen'
/** Algemene plaatselijke verordening: eight weeks, and once eight more. */
const TERMIJN = { doorlooptijd: 'P56D', servicenorm: 'P42D', verlengingstermijn: 'P56D' }

const resultaten = vergunningResultaten(VERGUNNING)

const adviezenOntvangen: Stap = {
  code: 'adviezen_ontvangen',
  omschrijving: { nl: 'Adviezen ontvangen', en: 'Advice received' },
  antwoord: { nl: 'Wij beoordelen uw aanvraag.', en: 'We are assessing your application.' },
  statustekst: {
    nl: 'De hulpdiensten hebben advies gegeven. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'The emergency services have given their advice. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'Politie, brandweer en GHOR hebben geadviseerd.',
}

const ondernemerGetoetst: Stap = {
  code: 'ondernemer_getoetst',
  omschrijving: { nl: 'Ondernemer getoetst', en: 'Business owner screened' },
  antwoord: { nl: 'Wij hebben uw gegevens als ondernemer getoetst.', en: 'We have screened you as a business owner.' },
  statustekst: {
    nl: 'Dat moet van de wet Bibob. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'The law (Bibob) requires this. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'De toets volgens de wet Bibob is gedaan.',
}

export const APV = [
  defineZaaktype({
    identificatie: 'APV-EVEN',
    omschrijving: { nl: 'Evenementenvergunning', en: 'Event permit' },
    team: TEAM,
    ...TERMIJN,
    opschortingsredenen,
    stappen: [aanvraagOntvangen, aanvraagCompleet, adviezenOntvangen, besluitVolgt, afgehandeld],
    resultaten,
  }),
  defineZaaktype({
    identificatie: 'APV-EXPL',
    omschrijving: { nl: 'Exploitatievergunning horeca', en: 'Catering establishment permit' },
    team: TEAM,
    ...TERMIJN,
    opschortingsredenen,
    stappen: [aanvraagOntvangen, aanvraagCompleet, ondernemerGetoetst, besluitGenomen],
    resultaten,
  }),
  defineZaaktype({
    identificatie: 'APV-STAND',
    omschrijving: { nl: 'Standplaatsvergunning', en: 'Street trading permit' },
    team: TEAM,
    ...TERMIJN,
    opschortingsredenen,
    stappen: [aanvraagOntvangen, inBehandeling, besluitGenomen],
    resultaten,
  }),
]
