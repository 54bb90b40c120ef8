import type { Tweetalig } from '#lib/contract/zaak-resource.ts'
import type { Resultaattype } from './zaaktype.ts'

const bezwaar: Tweetalig = {
  nl: 'Bent u het er niet mee eens? Maak dan uiterlijk {bezwaardatum} bezwaar.',
  en: 'Do you disagree? You can object until {bezwaardatum}.',
}

/** What is granted: `naam` has an article, for use in a sentence; `label` has none. */
type Product = { naam: Tweetalig; label: Tweetalig }

export const VERGUNNING: Product = {
  naam: { nl: 'de vergunning', en: 'the permit' },
  label: { nl: 'Vergunning', en: 'Permit' },
}

function verleend({ naam, label }: Product): Resultaattype {
  return {
    code: 'verleend',
    statuscode: 'vergunning_verleend',
    omschrijving: { nl: `${label.nl} verleend`, en: `${label.en} granted` },
    antwoord: { nl: `U krijgt ${naam.nl}.`, en: `You get ${naam.en}.` },
    statustekst: {
      nl: 'In het besluit staat wat mag en welke voorwaarden gelden.',
      en: 'The decision says what is allowed and which conditions apply.',
    },
    handeling: { nl: 'Lees eerst de voorwaarden in het besluit.', en: 'First read the conditions in the decision.' },
    intern: 'De aanvrager krijgt wat is gevraagd.',
    isBesluit: true,
  }
}

function geweigerd({ naam, label }: Product): Resultaattype {
  return {
    code: 'geweigerd',
    statuscode: 'vergunning_geweigerd',
    omschrijving: { nl: `${label.nl} geweigerd`, en: `${label.en} refused` },
    antwoord: { nl: `U krijgt ${naam.nl} niet.`, en: `You do not get ${naam.en}.` },
    statustekst: { nl: 'In het besluit staat waarom.', en: 'The decision says why.' },
    handeling: bezwaar,
    intern: 'De aanvraag voldoet niet; het besluit zegt waarom.',
    isBesluit: true,
  }
}

const buitenBehandeling: Resultaattype = {
  code: 'buiten_behandeling',
  statuscode: 'buiten_behandeling',
  omschrijving: { nl: 'Aanvraag niet behandeld', en: 'Application not handled' },
  antwoord: { nl: 'Wij behandelen uw aanvraag niet.', en: 'We will not handle your application.' },
  statustekst: {
    nl: 'Wij hebben niet alle informatie gekregen. U kunt een nieuwe aanvraag doen.',
    en: 'We did not get all the information. You can apply again.',
  },
  handeling: bezwaar,
  intern: 'De aanvraag is niet op tijd aangevuld (Awb 4:5).',
  isBesluit: true,
}

const ingetrokken: Resultaattype = {
  code: 'ingetrokken',
  statuscode: 'aanvraag_ingetrokken',
  omschrijving: { nl: 'Aanvraag ingetrokken', en: 'Application withdrawn' },
  antwoord: { nl: 'U heeft uw aanvraag ingetrokken.', en: 'You have withdrawn your application.' },
  statustekst: { nl: 'Wij doen er niets meer mee.', en: 'We will do nothing more with it.' },
  handeling: null,
  intern: 'De aanvrager heeft de aanvraag ingetrokken.',
  isBesluit: false,
}

export const vergunningResultaten = (product: Product) => [
  verleend(product),
  geweigerd(product),
  buitenBehandeling,
  ingetrokken,
]

/** Without buiten behandeling: incomplete applications for parking are completed at the counter. */
export const parkeerResultaten = (product: Product) => [verleend(product), geweigerd(product), ingetrokken]
