import type { Taal } from '../text/taal.ts'

const nl = {
  titel: 'Inloggen op Mijn zaken',
  intro: 'Na het inloggen ziet u hoe het staat met uw aanvragen bij de gemeente.',
  digid: 'Inloggen met DigiD',
  demoTitel: 'Dit is een demo',
  demo: 'Kies een demopersoon. U heeft geen wachtwoord nodig. De personen en hun zaken zijn verzonnen.',
  keuze: 'Kies als wie u inlogt',
  voorbeeld: 'Met de zaak uit de demo',
  uitgelogd: 'U bent uitgelogd.',
  verlopen: 'U bent uitgelogd. Dat gebeurt als u 15 minuten niets doet, en altijd na 2 uur. Log opnieuw in.',
  geenBsn:
    'Wij kregen uw burgerservicenummer niet door. Daarom kunt u niet inloggen. Bel ons, dan helpen wij u verder.',
  afgebroken: 'Het inloggen is gestopt. U bent niet ingelogd. Wilt u het opnieuw proberen?',
  onbekend: 'Deze demopersoon kennen wij niet. Kies iemand uit de lijst.',
  storing: 'Inloggen lukt nu niet. Dat ligt aan ons. Probeer het over een paar minuten opnieuw.',
}

const en: typeof nl = {
  titel: 'Sign in to My cases',
  intro: 'After you sign in, you can see how your applications to the municipality are going.',
  digid: 'Sign in with DigiD',
  demoTitel: 'This is a demo',
  demo: 'Choose a demo person. You do not need a password. The people and their cases are made up.',
  keuze: 'Choose who to sign in as',
  voorbeeld: 'With the case of the demo',
  uitgelogd: 'You are signed out.',
  verlopen:
    'You were signed out. That happens when you do nothing for 15 minutes, and always after 2 hours. Sign in again.',
  geenBsn:
    'We did not receive your citizen service number. That is why you cannot sign in. Call us and we will help you.',
  afgebroken: 'Signing in was stopped. You are not signed in. Do you want to try again?',
  onbekend: 'We do not know this demo person. Choose somebody from the list.',
  storing: 'You cannot sign in right now. That is our fault. Please try again in a few minutes.',
}

/** Texts of the citizens' sign-in page. */
export const inlogTexts: Record<Taal, typeof nl> = { nl, en }
