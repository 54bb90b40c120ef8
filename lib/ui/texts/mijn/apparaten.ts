/** The part of Voorkeuren about push. */
const nl = {
  titel: 'Meldingen op uw apparaat',
  stand: (aantal: number) =>
    aantal === 0
      ? 'Geen apparaat krijgt meldingen.'
      : `${aantal} ${aantal === 1 ? 'apparaat krijgt' : 'apparaten krijgen'} meldingen.`,
  uitleg:
    'U kunt een melding krijgen op uw telefoon, tablet of computer als er nieuws is over uw zaak. In de melding staat alleen dat er nieuws is, dat u iets moet doen, of dat er een laatste dag aankomt. Tik erop en log in om het te lezen.',
  zonderJavaScript:
    'Meldingen aanzetten kan alleen met JavaScript. Dat staat uit in uw browser. Uw apparaten bekijken en verwijderen kan wel.',
  gedaan: {
    apparaatAan: 'Het apparaat krijgt vanaf nu meldingen.',
    apparaatWeg: 'Het apparaat krijgt geen meldingen meer.',
    teVeelApparaten: 'U heeft al 10 apparaten. Verwijder er eerst een.',
  },
  dit: {
    aan: 'Dit apparaat krijgt meldingen.',
    uit: 'Dit apparaat krijgt geen meldingen. Zet u ze aan? Dan vraagt uw browser of dat mag. Kies daar voor toestaan.',
    zetAan: 'Meldingen aanzetten',
    zetUit: 'Meldingen uitzetten',
    nietOndersteund:
      'Deze browser kan geen meldingen laten zien. Gebruikt u een privévenster? Probeer het dan in een gewoon venster.',
    geweigerd:
      'Uw browser houdt meldingen van deze site tegen. Wilt u ze toch? Sta ze toe in de instellingen van uw browser. Laad daarna deze pagina opnieuw.',
    beginscherm: {
      kop: 'Op een iPhone of iPad krijgt u alleen meldingen als Mijn zaken op uw beginscherm staat:',
      stappen: [
        'Tik in Safari op de knop Deel.',
        'Kies Zet op beginscherm.',
        'Open Mijn zaken vanaf uw beginscherm en log in.',
        'Zet de meldingen daar aan, bij Voorkeuren.',
      ],
    },
  },
  fout: {
    geenToestemming: 'U heeft geen toestemming gegeven. Wilt u toch meldingen? Probeer het dan nog een keer.',
    teVeel: 'U heeft al 10 apparaten. Verwijder er eerst een.',
    mislukt: 'Het is niet gelukt. Probeer het later nog een keer.',
  },
  lijst: {
    titel: 'Uw apparaten',
    geen: 'Er is nog geen apparaat dat meldingen krijgt.',
    toegevoegd: (date: string) => `Toegevoegd op ${date}`,
    onbekend: 'Onbekend apparaat',
    verwijder: (naam: string) => `Verwijder ${naam}`,
  },
  waarover: {
    titel: 'Waarover wilt u een melding?',
    altijd: 'Over deze dingen krijgt u altijd een melding:',
    kies: 'Kies zelf of u hierover ook een melding wilt',
    knop: 'Keuze voor meldingen opslaan',
  },
  demo: {
    uitleg: 'Deze demo heeft een eigen telefoon. Daarop ziet u de melding ook zonder een echte telefoon.',
    knop: 'De telefoon van de demo toevoegen',
    bekijk: 'Bekijk de telefoon van de demo',
  },
}

const en: typeof nl = {
  titel: 'Notifications on your device',
  stand: (aantal) =>
    aantal === 0
      ? 'No device gets notifications.'
      : `${aantal} ${aantal === 1 ? 'device gets' : 'devices get'} notifications.`,
  uitleg:
    'You can get a notification on your phone, tablet or computer when there is news about your case. The notification only says that there is news, that you need to do something, or that a last day is near. Tap it and sign in to read it.',
  zonderJavaScript:
    'You can switch on notifications only with JavaScript, which is off in your browser. You can still see and remove your devices.',
  gedaan: {
    apparaatAan: 'The device gets notifications from now on.',
    apparaatWeg: 'The device gets no more notifications.',
    teVeelApparaten: 'You already have 10 devices. Remove one first.',
  },
  dit: {
    aan: 'This device gets notifications.',
    uit: 'This device gets no notifications. If you switch them on, your browser asks whether that is all right. Choose to allow it.',
    zetAan: 'Switch on notifications',
    zetUit: 'Switch off notifications',
    nietOndersteund:
      'This browser cannot show notifications. Are you using a private window? Then try it in an ordinary window.',
    geweigerd:
      'Your browser blocks notifications from this site. Do you want them after all? Allow them in the settings of your browser. Then reload this page.',
    beginscherm: {
      kop: 'On an iPhone or iPad you get notifications only if My cases is on your home screen:',
      stappen: [
        'Tap the Share button in Safari.',
        'Choose Add to Home Screen.',
        'Open My cases from your home screen and sign in.',
        'Switch on the notifications there, under Preferences.',
      ],
    },
  },
  fout: {
    geenToestemming: 'You have not given permission. Do you want notifications after all? Then try again.',
    teVeel: 'You already have 10 devices. Remove one first.',
    mislukt: 'That did not work. Try again later.',
  },
  lijst: {
    titel: 'Your devices',
    geen: 'There is no device yet that gets notifications.',
    toegevoegd: (date) => `Added on ${date}`,
    onbekend: 'Unknown device',
    verwijder: (naam) => `Remove ${naam}`,
  },
  waarover: {
    titel: 'What do you want notifications about?',
    altijd: 'About these things you always get a notification:',
    kies: 'Choose whether you also want notifications about this',
    knop: 'Save choice for notifications',
  },
  demo: {
    uitleg: 'This demo has a phone of its own. It shows you the notification without a real phone.',
    knop: "Add the demo's phone",
    bekijk: "View the demo's phone",
  },
}

export const apparatenTexts = { nl, en }

/** The confirmation of an action. */
export type ApparatenGedaan = keyof typeof nl.gedaan

/** The push message on a locked phone: it says nothing about the zaak or a person. */
export const pushTexts = {
  nl: {
    nieuws: 'Er is nieuws over uw zaak',
    moet: 'U moet iets doen in uw zaak',
    laatsteDag: 'Er komt een laatste dag aan in uw zaak',
  },
  en: {
    nieuws: 'There is news about your case',
    moet: 'You need to do something in your case',
    laatsteDag: 'A last day is near in your case',
  },
}
