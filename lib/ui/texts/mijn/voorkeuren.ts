const nlTeVaak = 'U heeft vandaag al 5 keer een link gevraagd. Probeer het morgen weer.'
const nlLinkGestuurd = (open: string) => ({
  waar: 'Wij sturen een mail met een link naar',
  uitleg: [
    open,
    'De link werkt 24 uur.',
    'Ziet u de mail niet? Kijk dan bij uw ongewenste mail. En kijk of het adres klopt.',
  ],
})
const nlNietBezorgd = {
  waar: 'Wij kunnen geen mail bezorgen op',
  uitleg: [
    'Klopt het adres niet? Vul dan hieronder het goede adres in.',
    'Klopt het wel? Kijk dan of uw mailbox vol is. Vraag daarna een nieuwe link.',
  ],
}

/** The page where a citizen chooses the kinds of mail. */
const nl = {
  titel: 'Voorkeuren',
  intro:
    'Kies hier hoe wij u laten weten dat er iets verandert in uw zaken. In Mijn zaken ziet u altijd alles, wat u hier ook kiest.',
  vergeten: (dagen: number) =>
    `Heeft u geen zaken bij ons, en logt u ${dagen} dagen niet in? Dan vergeten wij uw e-mailadres, uw apparaten en uw agenda.`,
  nietAangeboden: 'Wij sturen geen mail over uw zaken. Kijk in Mijn zaken voor de laatste stand.',
  mail: 'Uw e-mailadres',
  bezig: 'Bezig',
  gedaan: {
    opgeslagen: 'Opgeslagen.',
    behouden: 'U houdt uw oude e-mailadres. De link in de mail aan het andere adres werkt niet meer.',
    opnieuw: 'Wij sturen u een nieuwe link. De vorige link werkt niet meer.',
    teVaak: nlTeVaak,
    verwijderd: 'Uw e-mailadres is verwijderd. U krijgt geen mail meer.',
    andereBurger:
      'Wij hebben niets veranderd. U bent nu ingelogd voor iemand anders dan toen u deze pagina opende. Hieronder staan de voorkeuren die daarbij horen.',
  },
  stand: {
    geenMail: 'U krijgt geen mail.',
    geen: 'Wij hebben geen e-mailadres van u. U krijgt dus geen mail over uw zaken.',
    bevestigd: 'U krijgt mail over uw zaken op',
    te_bevestigen: nlLinkGestuurd('Open de link in die mail. Pas daarna krijgt u mail over uw zaken.'),
    geweigerd: nlNietBezorgd,
    nieuw_te_bevestigen: nlLinkGestuurd('Open de link in die mail. Pas daarna mailen wij u op het nieuwe adres.'),
    nieuw_geweigerd: nlNietBezorgd,
    totDan: 'Tot dan mailen wij u op',
    opnieuw: 'Stuur een nieuwe link',
    houdOude: 'Houd het oude adres',
  },
  formulier: {
    adres: 'E-mailadres',
    adresHint:
      'Bij een nieuw adres sturen wij eerst een mail met een link. Zo weten wij dat het adres van u is. Tot u die link opent, mailen wij u op uw oude adres, als u dat heeft.',
    taal: 'In welke taal wilt u de mail?',
    talen: { nl: 'Nederlands', en: 'Engels (English)' },
    knop: 'E-mailadres opslaan',
  },
  fout: {
    titel: 'Er klopt iets niet',
    invalid: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
    too_many: nlTeVaak,
  },
  waarover: {
    titel: 'Waarover wilt u mail?',
    altijd: 'Over deze dingen mailen wij u altijd:',
    altijdOver: [
      'Wij hebben uw aanvraag ontvangen.',
      'U moet iets doen, of wij hebben meer informatie van u nodig.',
      'Er is een besluit, of uw zaak is klaar.',
      'Wij behandelen uw zaak opnieuw.',
      'U heeft gevraagd om uw aanvraag in te trekken, en dat kan niet.',
      'Wij hebben u iets gemeld dat niet klopte.',
    ],
    kies: 'Kies zelf of u hierover ook mail wilt',
    voortgang: 'Voortgang: uw zaak is een stap verder.',
    termijnen: 'Termijnen: de datum van ons besluit verandert.',
    knop: 'Keuze opslaan',
  },
  inMail: {
    titel: 'Wat staat er in de mail?',
    wel: 'In de mail staat om wat voor aanvraag het gaat, uw zaaknummer, wat er is gebeurd, wat u moet doen en tot wanneer. Met een link gaat u naar uw zaak. Daar logt u eerst in.',
    gevoelig:
      'Zegt uw aanvraag iets gevoeligs over u, zoals over uw gezondheid? Dan staat in de mail alleen dat er nieuws is, en of er een laatste dag is waarop u iets kunt doen.',
    niet: 'In de mail staan nooit uw naam, uw adres, uw burgerservicenummer of wat er in uw aanvraag staat. Dat ziet u alleen in Mijn zaken.',
  },
  verwijderen: {
    titel: 'Wilt u geen mail meer?',
    uitleg: 'U krijgt dan ook geen mail als u iets moet doen of als er een besluit is. Kijk dan zelf in Mijn zaken.',
    knop: 'E-mailadres verwijderen',
  },
}

const enTeVaak = 'You have asked for a link 5 times today. Try again tomorrow.'
const enLinkGestuurd = (open: string) => ({
  waar: 'We are sending an email with a link to',
  uitleg: [
    open,
    'The link works for 24 hours.',
    'Can you not find the email? Look in your junk mail. And check that the address is right.',
  ],
})
const enNietBezorgd = {
  waar: 'We cannot deliver email to',
  uitleg: [
    'Is the address wrong? Then enter the right address below.',
    'Is it right? Then check whether your mailbox is full. After that, ask for a new link.',
  ],
}

const en: typeof nl = {
  titel: 'Preferences',
  intro:
    'Choose here how we let you know that something changes in your cases. In My cases you always see everything, whatever you choose here.',
  vergeten: (dagen) =>
    `Do you have no cases with us, and do you not sign in for ${dagen} days? Then we forget your email address, your devices and your calendar.`,
  nietAangeboden: 'We send no email about your cases. Look in My cases for the latest status.',
  mail: 'Your email address',
  bezig: 'Please wait',
  gedaan: {
    opgeslagen: 'Saved.',
    behouden: 'You keep your old email address. The link in the email to the other address no longer works.',
    opnieuw: 'We are sending you a new link. The previous link no longer works.',
    teVaak: enTeVaak,
    verwijderd: 'Your email address has been removed. You will get no more email.',
    andereBurger:
      'We have not changed anything. You are now signed in for someone else than when you opened this page. Below are the preferences that go with that.',
  },
  stand: {
    geenMail: 'You get no email.',
    geen: 'We have no email address of yours. So you get no email about your cases.',
    bevestigd: 'You get email about your cases at',
    te_bevestigen: enLinkGestuurd('Open the link in that email. Only after that you get email about your cases.'),
    geweigerd: enNietBezorgd,
    nieuw_te_bevestigen: enLinkGestuurd(
      'Open the link in that email. Only after that we email you at the new address.',
    ),
    nieuw_geweigerd: enNietBezorgd,
    totDan: 'Until then we email you at',
    opnieuw: 'Send a new link',
    houdOude: 'Keep the old address',
  },
  formulier: {
    adres: 'Email address',
    adresHint:
      'For a new address we first send an email with a link. That is how we know that the address is yours. Until you open that link, we email you at your old address, if you have one.',
    taal: 'In which language do you want the email?',
    talen: { nl: 'Dutch (Nederlands)', en: 'English' },
    knop: 'Save email address',
  },
  fout: {
    titel: 'Something is not right',
    invalid: 'Enter an email address, such as name@example.com.',
    too_many: enTeVaak,
  },
  waarover: {
    titel: 'What do you want email about?',
    altijd: 'About these things we always email you:',
    altijdOver: [
      'We have received your application.',
      'You need to do something, or we need more information from you.',
      'There is a decision, or your case is completed.',
      'We are handling your case again.',
      'You asked to withdraw your application, and that is not possible.',
      'We told you something that was not right.',
    ],
    kies: 'Choose whether you also want email about this',
    voortgang: 'Progress: your case has moved on a step.',
    termijnen: 'Time limits: the date of our decision changes.',
    knop: 'Save choice',
  },
  inMail: {
    titel: 'What does the email say?',
    wel: 'The email says what kind of application it is about, your case number, what happened, what you need to do and by when. A link takes you to your case. You sign in there first.',
    gevoelig:
      'Does your application say something sensitive about you, such as about your health? Then the email only says that there is news, and whether there is a last day on which you can do something.',
    niet: 'The email never gives your name, your address, your citizen service number (BSN) or what your application says. You see that only in My cases.',
  },
  verwijderen: {
    titel: 'Do you want no more email?',
    uitleg:
      'You will then also get no email when you have to do something or when there is a decision. Look in My cases yourself.',
    knop: 'Remove email address',
  },
}

export const voorkeurenTexts = { nl, en }
