/** The two pages that mails link to. */
const nl = {
  naarVoorkeuren: 'Naar Voorkeuren',
  bevestigen: {
    titel: 'Bevestig uw e-mailadres',
    vraag: 'Wilt u op dit e-mailadres mail krijgen over uw zaken? Bevestig dan dat het uw adres is.',
    knop: 'Bevestigen',
    bezig: 'Bezig met bevestigen',
    gelukt: 'Uw e-mailadres is bevestigd',
    geluktUitleg: 'U krijgt voortaan mail als er iets verandert in uw zaken.',
    mislukt: 'Deze link werkt niet meer',
    misluktUitleg:
      'Een link werkt 24 uur, en maar één keer. Heeft u uw adres al bevestigd? Dan hoeft u niets te doen. Vraag anders een nieuwe link bij Voorkeuren.',
  },
  afmelden: {
    titel: 'Wilt u geen mail meer?',
    vraag:
      'U krijgt dan geen mail meer over uw zaken, ook niet als u iets moet doen of als er een besluit is. Wij vergeten uw e-mailadres. In Mijn zaken leest u hoe het ervoor staat.',
    knop: 'Geen mail meer',
    bezig: 'Bezig met afmelden',
    gelukt: 'U krijgt geen mail meer',
    geluktUitleg: 'Wilt u later toch weer mail? Geef dan uw e-mailadres op bij Voorkeuren in Mijn zaken.',
  },
}

const en: typeof nl = {
  naarVoorkeuren: 'To Preferences',
  bevestigen: {
    titel: 'Confirm your email address',
    vraag: 'Do you want to get email about your cases at this address? Then confirm that it is yours.',
    knop: 'Confirm',
    bezig: 'Confirming',
    gelukt: 'Your email address is confirmed',
    geluktUitleg: 'From now on you get an email when something changes in your cases.',
    mislukt: 'This link no longer works',
    misluktUitleg:
      'A link works for 24 hours, and only once. Have you already confirmed your address? Then you do not need to do anything. Otherwise ask for a new link in Preferences.',
  },
  afmelden: {
    titel: 'Do you want no more email?',
    vraag:
      'You will then get no more email about your cases, not even when you have to do something or when there is a decision. We forget your email address. In My cases you can read where things stand.',
    knop: 'No more email',
    bezig: 'Stopping',
    gelukt: 'You will get no more email',
    geluktUitleg: 'Do you want email again later? Then give your email address in Preferences, in My cases.',
  },
}

export const emailadresTexts = { nl, en }
