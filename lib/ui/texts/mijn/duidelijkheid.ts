import type { Taal } from '../../text/taal.ts'

const nl = {
  titel: 'Was dit duidelijk?',
  taak: 'Was duidelijk wat wij van u vroegen, en hoe u dat moest inleveren?',
  einde: 'Was duidelijk hoe uw aanvraag is afgelopen, en wat u nu kunt doen?',
  waarom: 'Waarom?',
  magLeeg: '(mag leeg)',
  hint: (most: number) =>
    `Hoogstens ${most} tekens. Niemand weet dat u dit schreef: wij bewaren niet van wie het komt, en niet over welke zaak het gaat. Schrijf dus geen namen, nummers of adressen op. U krijgt geen antwoord.`,
  ja: 'Ja, dit was duidelijk',
  nee: 'Nee, dit was niet duidelijk',
  bedankt: 'Dank u wel. Met uw antwoord maken wij onze teksten beter.',
}

const en: typeof nl = {
  titel: 'Was this clear?',
  taak: 'Was it clear what we asked of you, and how to hand it in?',
  einde: 'Was it clear how your application ended, and what you can do now?',
  waarom: 'Why?',
  magLeeg: '(optional)',
  hint: (most) =>
    `At most ${most} characters. Nobody knows that you wrote this: we do not keep who it is from, nor which case it is about. So do not write names, numbers or addresses. You will not get an answer.`,
  ja: 'Yes, this was clear',
  nee: 'No, this was not clear',
  bedankt: 'Thank you. Your answer helps us to improve our texts.',
}

/** The question after a task and after the end of a zaak. */
export const duidelijkheidTexts: Record<Taal, typeof nl> = { nl, en }
