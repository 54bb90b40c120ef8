import type { Taal } from '../../text/taal.ts'

/**
 * Texts about a last day that is near: in Berichten, in mails and in the preferences. Texts that others may
 * see say nothing of the zaak.
 */
const nl = {
  titel: {
    aanvulling: 'Herinnering: stuur ons wat wij missen',
    bezwaar: 'Herinnering: u kunt nog bezwaar maken',
  },
  laatsteDag: {
    aanvulling: (date: string) => `De laatste dag om iets te sturen is ${date}.`,
    bezwaar: (date: string) => `De laatste dag om bezwaar te maken is ${date}.`,
  },
  wasLaatsteDag: {
    aanvulling: (date: string) => `De laatste dag om iets te sturen was ${date}.`,
    bezwaar: (date: string) => `De laatste dag om bezwaar te maken was ${date}.`,
  },
  watDoen: {
    aanvulling: 'Wat wij missen, leest u bij uw zaak. Heeft u het al gestuurd? Meld dat dan daar.',
    bezwaar: 'Hoe dat gaat, leest u bij uw zaak. Bent u het eens met het besluit? Dan hoeft u niets te doen.',
  },
  mail: {
    onderwerp: (gemeente: string) => `Herinnering: een laatste dag komt eraan bij ${gemeente}`,
    intro: (zaaknummer: string) => `Dit is een herinnering over uw zaak met zaaknummer ${zaaknummer}.`,
    neutraal:
      'Dit is een herinnering over uw aanvraag. Er komt een laatste dag aan waarop u iets kunt doen. Log in om te lezen welke dag dat is en wat u kunt doen.',
    waarom: 'Wilt u geen herinneringen meer? Kies dat bij Voorkeuren. Wilt u helemaal geen mail meer over uw zaken?',
  },
  kies: {
    titel: 'Herinneringen',
    stand: (soorten: readonly ('aanvulling' | 'bezwaar')[]) => {
      if (soorten.length === 0) return 'U krijgt geen herinneringen.'
      const wat = { aanvulling: 'iets sturen', bezwaar: 'bezwaar maken' }
      return `Voor ${soorten.map((soort) => wat[soort]).join(' en ')}.`
    },
    uitleg:
      'Wij kunnen u een paar dagen voor een laatste dag herinneren: met een bericht in Mijn zaken, en met een mail of een melding als u die krijgt. Is het al gedaan, dan krijgt u geen herinnering.',
    legend: 'Waaraan wilt u herinnerd worden?',
    aanvulling: 'Aan de laatste dag om iets te sturen dat wij missen',
    bezwaar: 'Aan de laatste dag om bezwaar te maken',
    knop: 'Herinneringen opslaan',
  },
}

const en: typeof nl = {
  titel: {
    aanvulling: 'Reminder: send us what we are missing',
    bezwaar: 'Reminder: you can still object',
  },
  laatsteDag: {
    aanvulling: (date) => `The last day to send something is ${date}.`,
    bezwaar: (date) => `The last day to object is ${date}.`,
  },
  wasLaatsteDag: {
    aanvulling: (date) => `The last day to send something was ${date}.`,
    bezwaar: (date) => `The last day to object was ${date}.`,
  },
  watDoen: {
    aanvulling: 'With your case you can read what we are missing. Have you sent it already? Then tell us there.',
    bezwaar:
      'With your case you can read how to do that. Do you agree with the decision? Then you do not need to do anything.',
  },
  mail: {
    onderwerp: (gemeente) => `Reminder: a last day is near at ${gemeente}`,
    intro: (zaaknummer) => `This is a reminder about your case with case number ${zaaknummer}.`,
    neutraal:
      'This is a reminder about your application. A last day on which you can do something is near. Sign in to read which day that is and what you can do.',
    waarom:
      'Do you no longer want reminders? Choose that under Preferences. Do you no longer want any email about your cases?',
  },
  kies: {
    titel: 'Reminders',
    stand: (soorten) => {
      if (soorten.length === 0) return 'You get no reminders.'
      const what = { aanvulling: 'sending something', bezwaar: 'objecting' }
      return `For ${soorten.map((soort) => what[soort]).join(' and ')}.`
    },
    uitleg:
      'We can remind you a few days before a last day: with a message in My cases, and with an email or a notification if you get those. Once it has been done, you get no reminder.',
    legend: 'What do you want to be reminded of?',
    aanvulling: 'Of the last day to send something that we are missing',
    bezwaar: 'Of the last day to object',
    knop: 'Save reminders',
  },
}

export const herinneringTexts: Record<Taal, typeof nl> = { nl, en }
