import type { Taal } from '#lib/ui/text/taal.ts'

const nl = {
  titel: 'Van balie naar burger',
  inHetKort: 'Twee echte systemen op één scherm, en wat er tussen hen over de lijn gaat.',
  zonderScript: 'Deze demonstratie meet in uw browser en heeft daarvoor JavaScript nodig. Zonder JavaScript werken:',
  balie: 'Balie',
  balieTitel: 'Balie: de zaak bij de behandelaar',
  mijnZaken: 'Mijn zaken',
  burgerTitel: 'Mijn zaken: dezelfde zaak bij de burger',
  overDeLijn: 'Over de lijn',
  deuren: {
    kijkMee: {
      naam: 'Kijk mee',
      tekst: 'In zeven stappen van aanvraag tot bewijs. Alles gebeurt echt. Het duurt minder dan drie minuten.',
    },
    zelf: {
      naam: 'Zelf proberen',
      tekst: 'Wijzig de status in de balie. De pagina van de burger verandert. Daartussen ziet u het bericht.',
    },
    stuk: {
      naam: 'Maak het stuk',
      tekst:
        'Knip de lijn door, stop het portaal, vervals een bericht. U ziet wat de burger dan ziet, en dat er niets kwijtraakt.',
    },
  },
  wie: 'U wordt F. El Amrani, die bij de gemeente vergunningen behandelt, en mevrouw De Vries, die een evenement wil houden. Beide zijn verzonnen. Was u ingelogd als iemand anders? Dan bent u dat daarna niet meer.',
  terug: 'Terug naar de deuren.',
  zelfProberen:
    'Kies in de balie een volgende status en sla die op. Klik op een stap van de tekening om te zien wat erachter zit.',
  tweede: {
    zetErnaast: 'Zet er een tweede ontvanger naast',
    haalWeg: 'Haal de tweede ontvanger weg',
    ernaast:
      'Een ontvanger in Node.js krijgt nu ook elk bericht, ondertekend volgens HTTP Message Signatures (RFC 9421). Het portaal merkt er niets van.',
    mislukt: 'Dat is niet gelukt. Probeer het nog een keer.',
  },
  inloggenMislukt:
    'Het inloggen is niet gelukt. Controleer of de demo nog draait en of er testgegevens zijn (npm run demo -- --reset begint opnieuw).',
  nogEenKeer: 'Probeer het nog een keer',
  verhaal: {
    stap: (nummer: number, van: number) => `Stap ${nummer} van ${van}`,
    vorige: 'Vorige',
    volgende: 'Volgende',
    opnieuw: 'Nog een keer',
    bezig: 'Bezig. Dit gebeurt nu echt.',
    langer:
      'Dit duurt langer dan anders: de machine is druk, of er kwam iets niet aan. Het verhaal wacht. Kijk in de tekening waar het bleef.',
    klaar: 'Aangekomen.',
    mislukt: 'Dit kwam niet aan. Kijk in de tekening waar het bleef, of probeer het nog een keer.',
    toetsen: 'Toetsen: pijl naar rechts en naar links, of Page Down en Page Up.',
    aanvraag: {
      titel: 'Een inwoner vraagt een vergunning aan',
      tekst:
        'Mevrouw De Vries wil een straatfeest houden. Een formulier stuurt haar aanvraag naar het zaaksysteem. Haar telefoon toont de zaak zodra het portaal ervan weet.',
    },
    balie: {
      titel: 'De balie ziet de aanvraag',
      tekst: 'De zaak staat in de werkvoorraad van de gemeente, met de uiterste datum voor het besluit.',
    },
    status: {
      titel: 'De behandelaar wijzigt de status',
      tekst: 'In de balie staat wat mevrouw De Vries gaat lezen, voordat het is opgeslagen.',
    },
    bericht: {
      titel: 'Het bericht gaat over de lijn',
      tekst:
        'Vastgelegd, ondertekend, verstuurd, gecontroleerd en opgeslagen. Klik op een stap om te zien wat erachter zit.',
    },
    telefoon: {
      titel: 'Het staat op de telefoon en in de mailbox',
      tekst: 'De pagina werkte zichzelf bij. Na tien seconden gaat er ook een mail.',
    },
    antwoord: {
      titel: 'De burger antwoordt, en de klok reageert',
      tekst:
        'De balie vraagt om een plattegrond: de beslistermijn staat stil. Mevrouw De Vries meldt dat zij die heeft gestuurd. Zij kan dat nog even terugnemen. Daarna ziet de balie het, legt vast wat binnen is, en de termijn loopt weer.',
    },
    bewijs: {
      titel: 'Het bewijs',
      tekst: 'Bij de zaak staat van elke wijziging wanneer die is bezorgd, en wanneer mevrouw De Vries die zag.',
    },
  },
  banen: {
    zaaksysteem: 'Zaaksysteem',
    worker: 'Bezorger',
    portaal: 'Portaal',
    ontvanger: 'Ontvanger',
    burger: 'Burger',
  },
  stappen: {
    vastgelegd: 'Status en gebeurtenis vastgelegd',
    eenTransactie: 'één transactie',
    genummerd: (sequence: number) => `Kreeg nummer ${sequence}`,
    ondertekend: 'Ondertekend',
    sleutel: (wat: string, kid: string) => `${wat}, sleutel ${kid}`,
    verstuurd: 'Verstuurd over HTTP',
    poging: (nummer: number) => `poging ${nummer}`,
    gecontroleerd: 'Handtekening, tijd en inhoud gecontroleerd',
    echt: 'echt',
    opgeslagen: 'Opgeslagen',
    eenKeer: 'één keer, ook als het bericht vaker komt',
    antwoord: 'Antwoord',
    geenAntwoord: 'Poging mislukt',
    na: (duur: string) => `na ${duur}`,
    geen: 'geen antwoord',
    opgehaald: 'Door het portaal zelf opgehaald',
    gemist: 'het miste dit bericht',
    ingehaald: 'ingehaald',
    seintje: 'Seintje aan de browser van de burger',
    bijgewerkt: 'Pagina van de burger bijgewerkt',
    gezien: 'gezien',
    ok: 'ok',
  },
  zonderTijd: 'niet apart gemeten',
  statussen: { wachtend: 'wachtend', bezorgd: 'bezorgd', mislukt: 'mislukt', overgeslagen: 'overgeslagen' },
  bericht: (sequence: number) => `Bericht ${sequence}`,
  andereZaak: 'een andere zaak',
  nogNiet: 'Nog niet verstuurd.',
  opnieuw: 'Het zaaksysteem probeert het opnieuw.',
  details: {
    bericht: 'Het bericht',
    verzoek: 'Het verzoek',
    antwoord: 'Het antwoord',
    kop: 'Kop van het token',
    inhoud: 'Inhoud van het token',
    bytes: 'Wat is ondertekend, tot de punt',
    regels: 'Wat is ondertekend, regel voor regel',
    kenmerken: 'Kenmerken van de handtekening',
    sleutel: 'De publieke sleutel',
    geenSleutel: 'De sleutel is nu niet op te halen.',
    hash: 'SHA-256 van wat aankwam',
    curl: 'Kopieer als curl',
    gekopieerd: 'Gekopieerd.',
    zonderHandtekening: 'De handtekening wordt niet bewaard. Wie dit verstuurt, krijgt daarom 401.',
    heelBericht: 'Bekijk een heel bericht, en controleer het zelf.',
    leeg: '(leeg)',
  },
  lijn: {
    onbereikbaar: 'De gegevens zijn nu niet op te halen. Draait de demo nog? Deze pagina blijft het proberen.',
    stilTitel: 'Deze browser hoort niets meer van het portaal',
    stil: 'U bent daar uitgelogd, bijvoorbeeld na 15 minuten niets doen. Of het portaal is even weg.',
    begin: 'Begin opnieuw',
    laden: 'De berichten worden opgehaald.',
    leeg: 'Er ging nog niets over de lijn sinds u deze pagina opende. Kies in de balie een volgende status en sla die op.',
    eerder: (aantal: number) => `Eerder verstuurd (${aantal})`,
    toenDicht: 'Deze pagina was toen niet open. Wat de browser zag, is dus niet gemeten.',
    bijgewerktNa: (sequence: number, duur: string) =>
      `Bericht ${sequence}: de pagina van de burger is bijgewerkt na ${duur}.`,
    bezorgd: (sequence: number) => `Bericht ${sequence} is bezorgd.`,
    mislukt: (sequence: number) => `Bericht ${sequence} is niet bezorgd.`,
    onderweg: (sequence: number) => `Bericht ${sequence} is onderweg.`,
  },
}

export type DemoTexts = typeof nl

const en: DemoTexts = {
  titel: 'From desk to citizen',
  inHetKort: 'Two real systems on one screen, and what goes over the wire between them.',
  zonderScript:
    'This demonstration measures in your browser and needs JavaScript for it. Without JavaScript these work:',
  balie: 'Desk',
  balieTitel: 'Desk: the case as the case worker sees it',
  mijnZaken: 'My cases',
  burgerTitel: 'My cases: the same case as the citizen sees it',
  overDeLijn: 'Over the wire',
  deuren: {
    kijkMee: {
      naam: 'Watch',
      tekst: 'In seven steps from application to proof. All of it really happens. It takes less than three minutes.',
    },
    zelf: {
      naam: 'Try it yourself',
      tekst: 'Change the status at the desk. The page of the citizen changes. In between you see the message.',
    },
    stuk: {
      naam: 'Break it',
      tekst:
        'Cut the line, stop the portal, forge a message. See what the citizen sees then, and that nothing is lost.',
    },
  },
  wie: 'You become F. El Amrani, who handles permits at the municipality, and Ms De Vries, who wants to hold an event. Both are made up. Were you signed in as somebody else? After this you are not any more.',
  terug: 'Back to the doors.',
  zelfProberen:
    'Choose a next status at the desk and save it. Click on a step of the drawing to see what is behind it.',
  tweede: {
    zetErnaast: 'Put a second receiver beside it',
    haalWeg: 'Take the second receiver away',
    ernaast:
      'A receiver in Node.js gets every message too now, signed by HTTP Message Signatures (RFC 9421). The portal notices nothing.',
    mislukt: 'That did not work. Try again.',
  },
  inloggenMislukt:
    'Signing in did not work. Check whether the demo still runs and has data (npm run demo -- --reset begins afresh).',
  nogEenKeer: 'Try again',
  verhaal: {
    stap: (nummer, van) => `Step ${nummer} of ${van}`,
    vorige: 'Back',
    volgende: 'Next',
    opnieuw: 'Try again',
    bezig: 'Busy. This really happens now.',
    langer:
      'This takes longer than usual: the machine is busy, or something did not arrive. The story waits. See in the drawing how far it came.',
    klaar: 'It arrived.',
    mislukt: 'This did not arrive. See in the drawing how far it came, or try again.',
    toetsen: 'Keys: arrow right and left, or Page Down and Page Up.',
    aanvraag: {
      titel: 'A citizen applies for a permit',
      tekst:
        'Ms De Vries wants to hold a street party. A form sends her application to the case system. Her phone shows the case as soon as the portal knows of it.',
    },
    balie: {
      titel: 'The desk sees the application',
      tekst: 'The case is in the work list of the municipality, with the last day for the decision.',
    },
    status: {
      titel: 'The case worker changes the status',
      tekst: 'The desk shows what Ms De Vries will read, before it is saved.',
    },
    bericht: {
      titel: 'The message goes over the wire',
      tekst: 'Recorded, signed, sent, checked and stored. Click on a step to see what is behind it.',
    },
    telefoon: {
      titel: 'It is on the phone and in the mailbox',
      tekst: 'The page updated itself. After ten seconds a mail goes too.',
    },
    antwoord: {
      titel: 'The citizen answers, and the clock responds',
      tekst:
        'The desk asks for a floor plan: the time to decide stands still. Ms De Vries says that she sent it. She can still take that back for a moment. After that the desk sees it, records what came in, and the time runs again.',
    },
    bewijs: {
      titel: 'The proof',
      tekst: 'With the case stands of each change when it was delivered, and when Ms De Vries saw it.',
    },
  },
  banen: { zaaksysteem: 'Case system', worker: 'Sender', portaal: 'Portal', ontvanger: 'Receiver', burger: 'Citizen' },
  stappen: {
    vastgelegd: 'Status and event recorded',
    eenTransactie: 'one transaction',
    genummerd: (sequence) => `Got number ${sequence}`,
    ondertekend: 'Signed',
    sleutel: (wat, kid) => `${wat}, key ${kid}`,
    verstuurd: 'Sent over HTTP',
    poging: (nummer) => `attempt ${nummer}`,
    gecontroleerd: 'Signature, time and content checked',
    echt: 'genuine',
    opgeslagen: 'Stored',
    eenKeer: 'once, also if the message comes again',
    antwoord: 'Answer',
    geenAntwoord: 'Attempt failed',
    na: (duur) => `after ${duur}`,
    geen: 'no answer',
    opgehaald: 'Fetched by the portal itself',
    gemist: 'it had missed this message',
    ingehaald: 'caught up',
    seintje: 'Signal to the browser of the citizen',
    bijgewerkt: 'Page of the citizen updated',
    gezien: 'seen',
    ok: 'ok',
  },
  zonderTijd: 'not measured separately',
  statussen: { wachtend: 'waiting', bezorgd: 'delivered', mislukt: 'failed', overgeslagen: 'skipped' },
  bericht: (sequence) => `Message ${sequence}`,
  andereZaak: 'another case',
  nogNiet: 'Not sent yet.',
  opnieuw: 'The case system tries again.',
  details: {
    bericht: 'The message',
    verzoek: 'The request',
    antwoord: 'The answer',
    kop: 'Header of the token',
    inhoud: 'Claims of the token',
    bytes: 'What was signed, up to the dot',
    regels: 'What was signed, line by line',
    kenmerken: 'Parameters of the signature',
    sleutel: 'The public key',
    geenSleutel: 'The key cannot be fetched now.',
    hash: 'SHA-256 of what arrived',
    curl: 'Copy as curl',
    gekopieerd: 'Copied.',
    zonderHandtekening: 'The signature is not kept. So who sends this gets a 401.',
    heelBericht: 'See a whole message, and verify it yourself.',
    leeg: '(empty)',
  },
  lijn: {
    onbereikbaar: 'The figures cannot be fetched now. Does the demo still run? This page keeps trying.',
    stilTitel: 'This browser hears nothing from the portal any more',
    stil: 'You are signed out there, for instance after 15 minutes without doing anything. Or the portal is away for a moment.',
    begin: 'Begin again',
    laden: 'The messages are being fetched.',
    leeg: 'Nothing went over the wire since you opened this page. Choose a next status at the desk and save it.',
    eerder: (aantal) => `Sent before (${aantal})`,
    toenDicht: 'This page was not open then. So what the browser saw was not measured.',
    bijgewerktNa: (sequence, duur) => `Message ${sequence}: the page of the citizen was updated after ${duur}.`,
    bezorgd: (sequence) => `Message ${sequence} was delivered.`,
    mislukt: (sequence) => `Message ${sequence} was not delivered.`,
    onderweg: (sequence) => `Message ${sequence} is on its way.`,
  },
}

export const demoTexts: Record<Taal, DemoTexts> = { nl, en }
