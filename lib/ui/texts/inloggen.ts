import type { Taal } from '../text/taal.ts'

/** Texts of a sign-in page. */
export type SignInTexts = {
  titel: string
  intro: string
  /** the button to the identity provider */
  inloggen: string
  demoTitel: string
  demo: string
  keuze: string
  uitgelogd: string
  /** shown to a person who switches to somebody else */
  wissel?: string
  /** shown when a form was sent after the sign-in had ended */
  ongedaan: string
  /** the reasons of a refusal by its `fout`; any other `fout` is `mislukt` */
  geweigerd: Record<string, string>
  nietInLijst: string
  gestopt: string
  mislukt: string
}

const nl = {
  titel: 'Inloggen op Mijn zaken',
  intro: 'Na het inloggen ziet u hoe het staat met uw aanvragen bij de gemeente.',
  inloggen: 'Inloggen met DigiD',
  metNamens: {
    intro:
      'Na het inloggen ziet u hoe het staat met uw aanvragen bij de gemeente. Regelt u iets voor een ander of voor uw bedrijf? Dan kiest u dat tijdens het inloggen.',
    inloggen: 'Inloggen met DigiD of eHerkenning',
  },
  demoTitel: 'Dit is een demo',
  demo: 'Kies een demopersoon. U heeft geen wachtwoord nodig. De personen en hun zaken zijn verzonnen.',
  keuze: 'Kies als wie u inlogt',
  namens: (naam: string) => `Namens ${naam}`,
  vestiging: (nummer: string) => `, vestiging ${nummer}`,
  uitgelogd: 'U bent uitgelogd.',
  wissel: 'U bent uitgelogd. Log opnieuw in en kies voor wie u iets wilt regelen.',
  ongedaan: 'Wat u net verstuurde, is niet opgeslagen. Doe het na het inloggen nog een keer.',
  geweigerd: {
    verlopen:
      'U bent uitgelogd. Dat gebeurt als u 15 minuten niets doet, altijd na 2 uur, en als u ergens anders uitlogt. Log opnieuw in.',
    geen_bsn:
      'Wij kregen uw burgerservicenummer niet door. Daarom kunt u niet inloggen. Bel ons, dan helpen wij u verder.',
    gemachtigde_onbekend:
      'U wilde inloggen namens een ander. Wij kregen niet goed door wie dat is. Daarom bent u niet ingelogd. Log opnieuw in, of bel ons.',
    bedrijf_onbekend:
      'U wilde inloggen namens een bedrijf. Wij kregen niet goed door welk bedrijf dat is, of wie u bent. Daarom bent u niet ingelogd. Log opnieuw in, of bel ons.',
    namens_onduidelijk:
      'Wij kunnen niet zien voor wie u inlogt. Daarom bent u niet ingelogd. Log opnieuw in en kies één persoon of één bedrijf. Lukt het niet? Bel ons.',
    te_zwak:
      'U bent niet ingelogd. U gebruikte een manier van inloggen die voor uw zaken niet veilig genoeg is. Log opnieuw in en kies de DigiD-app. Heeft u die niet? Kies dan inloggen met een sms-controle. Gebruikt u eHerkenning? Kies dan een inlogmiddel met een hoger niveau. Lukt het niet? Bel ons.',
  },
  gestopt: 'Het inloggen is gestopt. U bent niet ingelogd. Wilt u het opnieuw proberen?',
  nietInLijst: 'Deze demopersoon kennen wij niet. Kies iemand uit de lijst.',
  mislukt: 'Inloggen lukt nu niet. Dat ligt aan ons. Probeer het over een paar minuten opnieuw.',
} satisfies SignInTexts & {
  /** replaces these when people can choose for whom they sign in */
  metNamens: Pick<SignInTexts, 'intro' | 'inloggen'>
  namens: (naam: string) => string
  vestiging: (nummer: string) => string
}

const en: typeof nl = {
  titel: 'Sign in to My cases',
  intro: 'After you sign in, you can see how your applications to the municipality are going.',
  inloggen: 'Sign in with DigiD',
  metNamens: {
    intro:
      'After you sign in, you can see how your applications to the municipality are going. Are you acting for someone else or for your company? You choose that while you sign in.',
    inloggen: 'Sign in with DigiD or eHerkenning',
  },
  demoTitel: 'This is a demo',
  demo: 'Choose a demo person. You do not need a password. The people and their cases are made up.',
  keuze: 'Choose who to sign in as',
  namens: (naam) => `On behalf of ${naam}`,
  vestiging: (nummer) => `, branch ${nummer}`,
  uitgelogd: 'You are signed out.',
  wissel: 'You are signed out. Sign in again and choose who you want to act for.',
  ongedaan: 'What you just sent was not saved. Please do it again after you sign in.',
  geweigerd: {
    verlopen:
      'You were signed out. That happens when you do nothing for 15 minutes, always after 2 hours, and when you sign out elsewhere. Sign in again.',
    geen_bsn:
      'We did not receive your citizen service number. That is why you cannot sign in. Call us and we will help you.',
    gemachtigde_onbekend:
      'You wanted to sign in on behalf of someone else. We did not properly receive who that is. That is why you are not signed in. Sign in again, or call us.',
    bedrijf_onbekend:
      'You wanted to sign in on behalf of a company. We did not properly receive which company that is, or who you are. That is why you are not signed in. Sign in again, or call us.',
    namens_onduidelijk:
      'We cannot see who you are signing in for. That is why you are not signed in. Sign in again and choose one person or one company. Does it not work? Call us.',
    te_zwak:
      'You are not signed in. The way in which you signed in is not secure enough for your cases. Sign in again and choose the DigiD app. Do you not have it? Choose to sign in with a text message. Do you use eHerkenning? Then use a means of signing in with a higher level. Does it not work? Call us.',
  },
  gestopt: 'Signing in was stopped. You are not signed in. Do you want to try again?',
  nietInLijst: 'We do not know this demo person. Choose somebody from the list.',
  mislukt: 'You cannot sign in right now. That is our fault. Please try again in a few minutes.',
}

export const inloggenMijn: Record<Taal, typeof nl> = { nl, en }

/** The texts for staff in both systems. Dutch only. */
const staff = {
  inloggen: 'Inloggen met uw werkaccount',
  demoTitel: nl.demoTitel,
  keuze: nl.keuze,
  uitgelogd: nl.uitgelogd,
  ongedaan: nl.ongedaan,
  gestopt: 'Het inloggen is gestopt. U bent niet ingelogd. Probeer het opnieuw.',
  mislukt:
    'Inloggen lukt nu niet. Probeer het over een paar minuten opnieuw. Lukt het dan nog niet? Bel de servicedesk.',
}

export const inloggenBalie = {
  ...staff,
  titel: 'Inloggen bij de balie',
  intro: 'Voor medewerkers die zaken behandelen of bekijken.',
  demo: 'Kies een medewerker. U heeft geen wachtwoord nodig. De medewerkers zijn verzonnen.',
  geweigerd: {
    onbekend: 'Uw account heeft geen rol bij de balie. Vraag uw teamleider om u aan te melden als behandelaar.',
    verlopen:
      'U bent uitgelogd. Dat gebeurt na 8 uur, of als een beheerder uw sessies heeft beëindigd. Log opnieuw in.',
  },
  nietInLijst: 'Deze medewerker kennen wij niet. Kies iemand uit de lijst.',
} satisfies SignInTexts

export const inloggenPortaalbeheer: SignInTexts = {
  ...staff,
  titel: 'Inloggen bij het beheer van het portaal',
  intro: 'Voor beheerders van het publieksportaal.',
  demo: 'Kies een beheerder. U heeft geen wachtwoord nodig. De beheerder is verzonnen.',
  geweigerd: {
    onbekend: 'Uw account mag dit portaal niet beheren. Vraag de functioneel beheerder om u toe te voegen.',
  },
  nietInLijst: 'Deze beheerder kennen wij niet. Kies iemand uit de lijst.',
}
