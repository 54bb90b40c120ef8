import type { Taal } from '../../text/taal.ts'

/** Texts for a representative: of a citizen who gave a machtiging, or of a company. */
const nl = {
  /** for screen readers */
  label: 'Voor wie u bent ingelogd',
  /** before the name */
  ingelogd: 'U bent ingelogd namens',
  ditDoetU: 'U doet dit namens',
  /** when the name is not known */
  iemand: 'de persoon die u machtigde',
  vestiging: 'vestiging',
  wissel: 'Wissel',
  namensEenAnder: 'Namens een ander',
  kiezen: {
    titel: 'Voor wie wilt u iets regelen?',
    uitleg: 'Wij loggen u eerst uit. Daarna logt u opnieuw in en kiest u voor wie u iets wilt regelen.',
    knop: 'Log uit en kies',
    annuleren: 'Nee, blijf ingelogd',
  },
  /** about a report by somebody other than the reader */
  gemeld: 'Gemeld als gestuurd.',
  aanvulling: 'Gemeld als gestuurd:',
  intrekking: 'Gevraagd om de aanvraag in te trekken.',
  vraag: 'Gevraagd:',
  door: {
    zelf: 'Dit deed de aanvrager zelf.',
    collega: 'Dit deed een collega van u.',
    gemachtigde: 'Dit deed iemand die namens de aanvrager mag handelen.',
  },
  voorkeuren: {
    titel: 'U stelt dit in voor',
    uitleg: 'Uw collega’s zien deze instellingen ook en kunnen ze veranderen. Gebruik een e-mailadres van uw bedrijf.',
  },
  nietNamens: {
    titel: 'Dit kunt u niet voor een ander doen',
    uitleg:
      'Het e-mailadres, de voorkeuren en de gegevens van iemand anders kunt u hier niet bekijken of veranderen. Dat kan alleen die persoon zelf. U kunt wel de zaken bekijken en op vragen van ons antwoorden.',
  },
  vestigingen: {
    titel: 'Zaken van een vestiging',
    uitleg: 'Een zaak van één vestiging ziet u pas als u voor die vestiging kiest.',
    heel: 'Het hele bedrijf',
    kies: (nummer: string) => `Kies vestiging ${nummer}`,
  },
}

const en: typeof nl = {
  label: 'Who you are signed in for',
  ingelogd: 'You are signed in on behalf of',
  ditDoetU: 'You are doing this on behalf of',
  iemand: 'the person who authorised you',
  vestiging: 'branch',
  wissel: 'Switch',
  namensEenAnder: 'Act for someone else',
  kiezen: {
    titel: 'Who do you want to act for?',
    uitleg: 'We will sign you out first. You then sign in again and choose who you want to act for.',
    knop: 'Sign out and choose',
    annuleren: 'No, stay signed in',
  },
  gemeld: 'Reported as sent.',
  aanvulling: 'Reported as sent:',
  intrekking: 'Asked to withdraw the application.',
  vraag: 'Asked:',
  door: {
    zelf: 'The applicant did this.',
    collega: 'A colleague of yours did this.',
    gemachtigde: 'Someone who may act for the applicant did this.',
  },
  voorkeuren: {
    titel: 'You are setting this for',
    uitleg: 'Your colleagues can see and change these settings too. Use an email address of your company.',
  },
  nietNamens: {
    titel: 'You cannot do this for someone else',
    uitleg:
      'You cannot see or change the email address, the preferences or the data of someone else here. Only that person can. You can look at the cases and answer our questions.',
  },
  vestigingen: {
    titel: 'Cases of a branch',
    uitleg: 'You only see a case of one branch after you choose that branch.',
    heel: 'The whole company',
    kies: (nummer) => `Choose branch ${nummer}`,
  },
}

export const namensTexts: Record<Taal, typeof nl> = { nl, en }
