/** A citizen's dates in a calendar program: the part of Voorkeuren, and the entries of the calendar. */
const nl = {
  titel: 'Datums in uw agenda',
  stand: { aan: 'Uw agenda-adres werkt.', uit: 'U heeft geen agenda-adres.' },
  intro:
    'Zet de datums van uw zaken in de agenda op uw telefoon of computer. Verandert een datum? Dan verandert uw agenda vanzelf mee, meestal binnen een dag.',
  watTitel: 'Deze datums ziet u in uw agenda:',
  wat: [
    'wanneer wij een besluit verwachten',
    'wanneer wij volgens de wet uiterlijk beslissen',
    'de laatste dag om iets aan ons te sturen',
    'de laatste dag om bezwaar te maken',
  ],
  staatStil:
    'Staat de beslistermijn van een zaak stil? Dan zijn de datums voor ons besluit weg tot de termijn weer loopt.',
  wie: 'U krijgt een adres dat alleen van u is. Wie dit adres heeft, ziet deze datums met uw zaaknummers, ook zonder in te loggen. Zegt een aanvraag iets gevoeligs over u, zoals over uw gezondheid? Dan staat er alleen dat u een datum heeft. Geef het adres dus niet aan anderen. Het bedrijf van uw agenda, zoals Google, Apple of Microsoft, krijgt de datums ook.',
  niet: 'In uw agenda staan nooit uw naam, uw woonadres, uw burgerservicenummer of waar uw aanvraag over gaat.',
  taal: 'In welke taal wilt u de agenda?',
  talen: { nl: 'Nederlands', en: 'Engels (English)' },
  maak: 'Maak een agenda-adres',
  bezig: 'Bezig',
  adres: 'Uw agenda-adres',
  adresHint: 'Kopieer dit adres. Kies in uw agenda voor een agenda toevoegen met een adres of URL, en plak het daar.',
  open: 'Open in de agenda op dit apparaat',
  opgehaald: 'Uw agenda haalde de datums het laatst op:',
  nooitOpgehaald: 'Nog geen agenda heeft de datums opgehaald.',
  taalOpslaan: 'Taal opslaan',
  stopTitel: 'Nieuw adres of stoppen',
  stopUitleg:
    'Heeft iemand anders uw adres? Maak dan een nieuw adres. Stopt u, dan werkt het adres meteen niet meer. Haalt een jaar lang geen agenda de datums op, dan stoppen wij het adres zelf.',
  nieuw: 'Maak een nieuw adres',
  stop: 'Stop met de agenda',
  gedaan: {
    agendaGemaakt: 'U heeft een agenda-adres. Hieronder leest u hoe u het gebruikt.',
    agendaTaal: 'De taal van uw agenda is opgeslagen.',
    agendaVernieuwd: 'U heeft een nieuw agenda-adres. Het oude adres werkt niet meer.',
    agendaGestopt: 'Uw agenda-adres werkt niet meer. Verwijder de agenda ook op uw telefoon of computer.',
  },
  vernieuwen: {
    titel: 'Nieuw agenda-adres maken',
    gevolgen: [
      'Uw oude adres werkt meteen niet meer.',
      'U voegt daarna het nieuwe adres toe op elk apparaat waarop u de agenda gebruikt.',
    ],
    vraag: 'Weet u zeker dat u een nieuw adres wilt?',
    knop: 'Ja, maak een nieuw adres',
    annuleren: 'Nee, terug naar Voorkeuren',
    geen: 'U heeft geen agenda-adres. Bij Voorkeuren kunt u er een maken.',
    terug: 'Naar Voorkeuren',
  },
  bestand: {
    naam: (gemeente: string) => `Mijn zaken bij ${gemeente}`,
    beschrijving: 'De datums van uw zaken. Verandert een datum, dan verandert deze agenda mee.',
    punten: {
      streefdatum: {
        titel: (zaaknummer: string) => `Verwacht: besluit over zaak ${zaaknummer}`,
        uitleg: 'Op deze dag willen wij beslissen. Dat is geen belofte.',
      },
      fataleDatum: {
        titel: (zaaknummer: string) => `Uiterlijk volgens de wet: besluit over zaak ${zaaknummer}`,
        uitleg: 'Volgens de wet moeten wij uiterlijk op deze dag beslissen.',
      },
      bekendmaken: {
        titel: (zaaknummer: string) => `Uiterlijk volgens de wet: bericht over zaak ${zaaknummer}`,
        uitleg: 'Volgens de wet moeten wij u uiterlijk op deze dag schrijven. In Mijn zaken leest u waarover.',
      },
      aanvulling: {
        titel: (zaaknummer: string) => `Laatste dag: stuur informatie voor zaak ${zaaknummer}`,
        uitleg:
          'Wij hebben meer informatie van u nodig. Stuur die uiterlijk op deze dag. In Mijn zaken leest u wat wij nodig hebben.',
      },
      zienswijze: {
        titel: (zaaknummer: string) => `Laatste dag: reageren op ontwerpbesluit, zaak ${zaaknummer}`,
        uitleg: 'Tot en met deze dag kunt u reageren op ons ontwerpbesluit. In Mijn zaken leest u hoe.',
      },
      bezwaar: {
        titel: (zaaknummer: string) => `Laatste dag: bezwaar maken, zaak ${zaaknummer}`,
        uitleg: 'Bent u het niet eens met het besluit? Dan kunt u tot en met deze dag bezwaar maken.',
      },
      beroep: {
        titel: (zaaknummer: string) => `Laatste dag: in beroep gaan, zaak ${zaaknummer}`,
        uitleg:
          'Bent u het niet eens met het besluit? Dan kunt u tot en met deze dag in beroep gaan bij de rechtbank. In het besluit staat hoe.',
      },
    },
    gevoelig: {
      titel: (gemeente: string) => `Datum van uw aanvraag bij ${gemeente}`,
      uitleg: 'Log in bij Mijn zaken om te lezen waar deze datum over gaat en of u iets moet doen.',
    },
    kanVeranderen: 'Een datum kan veranderen. In Mijn zaken leest u hoe het ervoor staat.',
    bekijk: 'Log in en bekijk uw zaak:',
  },
}

const en: typeof nl = {
  titel: 'Dates in your calendar',
  stand: { aan: 'Your calendar address works.', uit: 'You have no calendar address.' },
  intro:
    'Put the dates of your cases in the calendar on your phone or computer. Does a date change? Then your calendar changes with it, usually within a day.',
  watTitel: 'You see these dates in your calendar:',
  wat: [
    'when we expect a decision',
    'when we must decide by law',
    'the last day to send us something',
    'the last day to object',
  ],
  staatStil: 'Is the time limit of a case on hold? Then the dates for our decision are gone until it runs again.',
  wie: 'You get an address that is yours alone. Whoever has this address sees these dates with your case numbers, also without signing in. Does an application say something sensitive about you, such as about your health? Then it only says that you have a date. So do not give the address to others. The company behind your calendar, such as Google, Apple or Microsoft, gets the dates too.',
  niet: 'Your calendar never gives your name, your home address, your citizen service number (BSN) or what your application is about.',
  taal: 'In which language do you want the calendar?',
  talen: { nl: 'Dutch (Nederlands)', en: 'English' },
  maak: 'Make a calendar address',
  bezig: 'Please wait',
  adres: 'Your calendar address',
  adresHint: 'Copy this address. In your calendar, choose to add a calendar by address or URL, and paste it there.',
  open: 'Open in the calendar on this device',
  opgehaald: 'Your calendar last fetched the dates:',
  nooitOpgehaald: 'No calendar has fetched the dates yet.',
  taalOpslaan: 'Save language',
  stopTitel: 'New address, or stop',
  stopUitleg:
    'Does somebody else have your address? Then make a new one. If you stop, the address no longer works from that moment. If no calendar fetches the dates for a year, we stop the address ourselves.',
  nieuw: 'Make a new address',
  stop: 'Stop the calendar',
  gedaan: {
    agendaGemaakt: 'You have a calendar address. Below you can read how to use it.',
    agendaTaal: 'The language of your calendar has been saved.',
    agendaVernieuwd: 'You have a new calendar address. The old address no longer works.',
    agendaGestopt: 'Your calendar address no longer works. Remove the calendar from your phone or computer too.',
  },
  vernieuwen: {
    titel: 'Make a new calendar address',
    gevolgen: [
      'Your old address stops working at once.',
      'You then add the new address on each device on which you use the calendar.',
    ],
    vraag: 'Are you sure that you want a new address?',
    knop: 'Yes, make a new address',
    annuleren: 'No, back to Preferences',
    geen: 'You have no calendar address. You can make one under Preferences.',
    terug: 'To Preferences',
  },
  bestand: {
    naam: (gemeente) => `My cases at ${gemeente}`,
    beschrijving: 'The dates of your cases. When a date changes, this calendar changes with it.',
    punten: {
      streefdatum: {
        titel: (zaaknummer) => `Expected: decision on case ${zaaknummer}`,
        uitleg: 'We want to decide on this day. That is not a promise.',
      },
      fataleDatum: {
        titel: (zaaknummer) => `Last day by law: decision on case ${zaaknummer}`,
        uitleg: 'By law we must decide on this day at the latest.',
      },
      bekendmaken: {
        titel: (zaaknummer) => `Last day by law: letter about case ${zaaknummer}`,
        uitleg: 'By law we must write to you on this day at the latest. In My cases you can read about what.',
      },
      aanvulling: {
        titel: (zaaknummer) => `Last day: send information for case ${zaaknummer}`,
        uitleg:
          'We need more information from you. Send it on this day at the latest. In My cases you can read what we need.',
      },
      zienswijze: {
        titel: (zaaknummer) => `Last day: respond to draft decision, case ${zaaknummer}`,
        uitleg: 'Up to and including this day you can respond to our draft decision. In My cases you can read how.',
      },
      bezwaar: {
        titel: (zaaknummer) => `Last day: object, case ${zaaknummer}`,
        uitleg: 'Do you disagree with the decision? Then you can object up to and including this day.',
      },
      beroep: {
        titel: (zaaknummer) => `Last day: appeal, case ${zaaknummer}`,
        uitleg:
          'Do you disagree with the decision? Then you can appeal to the court up to and including this day. The decision says how.',
      },
    },
    gevoelig: {
      titel: (gemeente) => `Date of your application at ${gemeente}`,
      uitleg: 'Sign in to My cases to read what this date is about and whether you need to do anything.',
    },
    kanVeranderen: 'A date can change. In My cases you can read where things stand.',
    bekijk: 'Sign in and look at your case:',
  },
}

export const agendaTexts = { nl, en }

export type AgendaGedaan = keyof typeof nl.gedaan
