import type { Stap } from './zaaktype.ts'

/** Steps that recur in several zaaktypen. */
export const aanvraagOntvangen: Stap = {
  code: 'aanvraag_ontvangen',
  omschrijving: { nl: 'Aanvraag ontvangen', en: 'Application received' },
  antwoord: { nl: 'Wij hebben uw aanvraag ontvangen.', en: 'We have received your application.' },
  statustekst: {
    nl: 'Wij kijken nu of alles erin staat. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'We are now checking that it is complete. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'De aanvraag is binnen en nog niet bekeken.',
}

export const aanvraagCompleet: Stap = {
  code: 'aanvraag_compleet',
  omschrijving: { nl: 'Aanvraag compleet', en: 'Application complete' },
  antwoord: { nl: 'Uw aanvraag is compleet.', en: 'Your application is complete.' },
  statustekst: {
    nl: 'Wij hebben alles wat wij nodig hebben. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'We have everything that we need. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'De volledigheid is gecontroleerd; er ontbreekt niets.',
}

export const inBehandeling: Stap = {
  code: 'in_behandeling',
  omschrijving: { nl: 'In behandeling', en: 'Being handled' },
  antwoord: { nl: 'Wij behandelen uw aanvraag.', en: 'We are handling your application.' },
  statustekst: {
    nl: 'Een medewerker bekijkt uw aanvraag. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'A member of staff is looking at your application. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'Een behandelaar heeft de aanvraag opgepakt.',
}

export const inhoudelijkBeoordeeld: Stap = {
  code: 'inhoudelijk_beoordeeld',
  omschrijving: { nl: 'Aanvraag beoordeeld', en: 'Application assessed' },
  antwoord: { nl: 'Wij hebben uw aanvraag beoordeeld.', en: 'We have assessed your application.' },
  statustekst: {
    nl: 'Wij bereiden nu een besluit voor. U hoort uiterlijk {fataleDatum} van ons.',
    en: 'We are now preparing a decision. You will hear from us by {fataleDatum}.',
  },
  handeling: null,
  intern: 'Het plan is getoetst aan de regels.',
}

/** A decision that was made but not sent yet; its outcome comes with the eindstatus. */
export const besluitVolgt: Stap = {
  code: 'besluit_genomen',
  omschrijving: { nl: 'Besluit genomen', en: 'Decision made' },
  antwoord: { nl: 'Wij hebben een besluit genomen.', en: 'We have made a decision.' },
  statustekst: {
    nl: 'Wij sturen u het besluit. U heeft het uiterlijk {fataleDatum}.',
    en: 'We will send you the decision. You will have it by {fataleDatum}.',
  },
  handeling: null,
  intern: 'Er is besloten; het besluit is nog niet verstuurd.',
}

const eindtekst = {
  antwoord: { nl: 'Uw aanvraag is afgehandeld.', en: 'Your application has been dealt with.' },
  statustekst: { nl: 'U heeft ons besluit gekregen.', en: 'You have received our decision.' },
  handeling: null,
} as const

/** Three names of an eindstatus. Citizens see the texts of the resultaat instead. */
export const besluitGenomen: Stap = {
  code: 'besluit_genomen',
  omschrijving: { nl: 'Besluit', en: 'Decision' },
  ...eindtekst,
  intern: 'Het besluit is genomen en verstuurd; de zaak sluit.',
}

export const besluitVerzonden: Stap = {
  code: 'besluit_verzonden',
  omschrijving: { nl: 'Besluit verzonden', en: 'Decision sent' },
  ...eindtekst,
  intern: 'Het besluit is verstuurd; de zaak sluit.',
}

export const afgehandeld: Stap = {
  code: 'afgehandeld',
  omschrijving: { nl: 'Afgehandeld', en: 'Dealt with' },
  ...eindtekst,
  intern: 'Alles is gedaan; de zaak sluit.',
}
