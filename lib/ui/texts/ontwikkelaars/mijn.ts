import type { Taal } from '../../text/taal.ts'
import { aantal, abonnementStatus, type CijferTexts, cijfers, geheim, haperingen, proef } from '../abonnementen.ts'
import { type PogingTexts, poging } from '../balie/bezorgingen.ts'
import { type Bladeren, bladerenInTijd } from '../staff.ts'

const countEn = (n: number, one: string, more: string) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`

const cijfersEn: CijferTexts = {
  nu: 'Now and in the last 24 hours',
  wachtend: 'Waiting',
  oudste: (duur) => `oldest: ${duur}`,
  geslaagd: 'Succeeded 24 h',
  geenPogingen: 'nothing sent',
  uit: (geslaagd, totaal) => `${geslaagd.toLocaleString('en')} of ${totaal.toLocaleString('en')}`,
  laatsteFout: 'Last error',
  geenFout: 'none',
  nietBezorgd: 'Not delivered',
  overgeslagen: 'Skipped',
  per: 'Attempts by the hour',
  grafiek: (geslaagd, mislukt) =>
    `In the last 24 hours: ${geslaagd.toLocaleString('en')} succeeded and ${mislukt.toLocaleString('en')} failed.`,
  grafiekLeeg: 'Nothing was sent in the last 24 hours.',
  geslaagdLegenda: 'succeeded',
  misluktLegenda: 'failed',
  hoogste: (n) => `busiest hour: ${countEn(n, 'attempt', 'attempts')}`,
  cijfersPerUur: 'Show the figures by the hour',
  uur: 'Hour',
  p95: '95% within',
  niets: '–',
}

const pogingEn: PogingTexts = {
  poging: (nummer) => `Attempt ${nummer}`,
  handmatig: 'asked for',
  duur: (ms) => `took ${ms}`,
  toon: (nummer) => `Request and answer of attempt ${nummer}`,
  antwoord: 'Answer',
  geenAntwoord: 'There was no answer.',
  leegAntwoord: '(no content)',
  afgekapt: 'Only the beginning of the answer was kept.',
}

const bladerenEn: Bladeren = { menu: 'Pages', vorige: 'Newer', volgende: 'Older' }

const nl = {
  annuleren: 'Annuleren',
  bezig: 'Bezig…',
  aangemeld: (client: string) => `Aangemeld als ${client}`,
  afmelden: 'Afmelden',
  tijdzone: 'Tijden zijn die van Nederland. De API geeft ze in UTC.',

  inloggen: {
    uitleg:
      'Kijk met het token van uw API-client hoe het met uw abonnementen gaat. U ziet alleen wat van uw client is, en u mag hier niet meer dan met dat token.',
    token: 'Token',
    hint: 'Of een access token van de autorisatieserver, als uw client dat gebruikt.',
    knop: 'Aanmelden',
    duur: 'U blijft een uur aangemeld, of korter als het token eerder stopt. Het token staat dan versleuteld in een cookie.',
    demo: 'Dit is een demonstratie. Haal uw token op bij',
    fout: {
      token_invalid: 'Dit token kennen wij niet, of het werkt niet meer.',
      issuer_unavailable: 'De autorisatieserver is nu niet bereikbaar. Probeer het later opnieuw.',
      too_many_requests: (seconden: number) => `U probeerde het te vaak. Wacht ${seconden} seconden.`,
    },
  },

  scopeOntbreekt: (scope: string) =>
    `Uw token heeft de scope ${scope} niet. Daarom ziet u hier geen abonnementen. Vraag de gemeente om die scope.`,

  abonnementen: 'Uw abonnementen',
  leeg: 'Uw client heeft nog geen abonnementen',
  leegUitleg: 'Registreer er een over de API. ‘Begin in tien minuten’ laat zien hoe.',
  kolom: {
    abonnement: 'Abonnement',
    status: 'Status',
  },

  status: abonnementStatus,
  watNuBijReden: {} as Record<string, string>,
  watNu: {
    wacht_op_toestemming: 'Uw server gaf nog geen toestemming.',
    geweigerd: 'Er gaat niets naar u toe. Los het op en vraag dan opnieuw toestemming.',
    gepauzeerd: 'Nieuwe berichten slaan wij over, maar wij bewaren ze. Hervat als u er klaar voor bent.',
    uitgeschakeld: 'Nieuwe berichten slaan wij over, maar wij bewaren ze. Hervat als uw server weer werkt.',
  },
  statusreden: {
    gone: 'Uw server zei dat dit adres niet meer bestaat (410).',
    failing: 'Vijf dagen lang kwam geen enkel bericht aan.',
  } as Record<string, string>,
  faaltSinds: (moment: string) =>
    `Sinds ${moment} lukte geen poging. Lukt er vijf dagen lang geen, dan schakelen wij dit uit.`,
  ...haperingen,
  handshakeMislukt: 'Uw server gaf niet opnieuw toestemming',

  acties: 'Wat wilt u doen?',
  pauzeer: 'Pauzeer',
  hervat: 'Hervat',
  vraagToestemming: 'Vraag opnieuw toestemming',
  nieuwGeheim: 'Nieuw geheim',
  herstel: (n: number) => `Bezorg opnieuw wat niet aankwam (${n.toLocaleString('nl')})`,
  gedaan: {
    gepauzeerd: 'Gepauzeerd. Nieuwe berichten slaan wij over tot u hervat.',
    hervat: 'Hervat. Nieuwe berichten gaan weer mee.',
    gevraagd: 'Wij vragen uw server opnieuw om toestemming.',
    hersteld: 'Wat niet aankwam, gaat opnieuw op weg.',
    teVaak: 'U vroeg het te vaak. Probeer het later opnieuw.',
    ingetrokken: 'Het token is ingetrokken.',
    afgemeld: 'U bent afgemeld.',
  } as Record<string, string>,

  cijfers,

  bezorgingen: 'Bezorgingen',
  geenBezorgingen: 'Er is nog niets verstuurd',
  geenBezorgingenUitleg: 'Zodra een zaak verandert, staat het bericht hier.',
  geenZulke: 'Geen bericht heeft deze status',
  geenZulkeUitleg: 'Kies een andere status.',
  filter: { formulier: 'Bezorgingen kiezen', status: 'Status', alle: 'Alle statussen', knop: 'Toon', wis: 'Wis' },
  bladeren: bladerenInTijd,
  bezorgingKolom: { bericht: 'Bericht', status: 'Status', wanneer: 'Wanneer' },
  aantalPogingen: (n: number) => aantal(n, 'poging', 'pogingen'),
  bezorging: {
    titel: (sequence: number) => (sequence > 0 ? `Bericht ${sequence}` : 'Bericht over een abonnement'),
    status: { wachtend: 'wachtend', bezorgd: 'bezorgd', mislukt: 'niet bezorgd', overgeslagen: 'overgeslagen' },
    statusUitleg: {
      wachtend: 'Dit bericht is onderweg.',
      bezorgd: 'Uw server heeft dit bericht aangenomen.',
      mislukt: 'De laatste poging mislukte. Wij proberen het niet meer vanzelf.',
      overgeslagen: 'Dit bericht is niet verstuurd: het abonnement was gepauzeerd of uitgeschakeld.',
    },
    volgende: (moment: string) => `Volgende poging: ${moment}.`,
    opVolgorde: 'Een eerder bericht over deze zaak gaat voor.',
    opnieuw: 'Opnieuw bezorgen',
    opnieuwUitleg: 'Hetzelfde bericht gaat nog een keer, met een nieuwe handtekening. Het id blijft gelijk.',
    gevraagd: 'Wij bezorgen dit bericht opnieuw.',
    zaak: 'Zaak (subject)',
    type: 'Soort (type)',
    eventId: 'Kenmerk (id)',
    vastgelegd: 'Vastgelegd op',
    afgerond: 'Afgerond op',
    pogingen: 'Pogingen',
    geenPogingen: 'Er is nog geen poging gedaan, of wij bewaren die niet meer.',
    bericht: 'Het bericht',
    controleer: (nummer: number) => `Controleer wat poging ${nummer} verstuurde`,
    opgeruimd: 'De inhoud is na de bewaartermijn opgeruimd.',
    fout: {
      not_finished: 'Dit bericht is nog onderweg. Wacht tot het is aangekomen of mislukt.',
      not_active: 'Het abonnement is niet actief. Hervat het eerst of vraag opnieuw toestemming.',
      not_readable: 'Uw client mag dit bericht niet meer lezen.',
      purged: 'De inhoud van dit bericht is na de bewaartermijn opgeruimd. Opnieuw bezorgen kan niet meer.',
    },
  },
  poging,

  proef: {
    ...proef,
    uitleg:
      'Wij sturen één verzonnen bericht, dat zegt dat het een proef is. U ziet meteen wat uw server antwoordt. Het telt niet mee bij de bezorgingen.',
    aangekomen: (duur: string) => `Het proefbericht is aangekomen. Uw server antwoordde na ${duur}.`,
    nummer: (id: string) => `Kenmerk van het proefbericht: ${id}`,
    foutStatus: 'Uw server gaf nog geen toestemming. Vraag het eerst opnieuw.',
  },

  geheim: {
    ...geheim,
    uitleg: 'Kopieer het nu en bewaar het veilig.',
    nieuwUitleg: 'U ziet het nieuwe geheim één keer. Uw ontvanger moet het daarna gaan gebruiken.',
    overlap24Uitleg: 'Beide geheimen werken. U heeft een dag om te wisselen.',
    overlap0Uitleg: 'Kies dit als het geheim is gelekt. Berichten mislukken tot uw ontvanger heeft gewisseld.',
    oud24: 'Het oude geheim werkt nog 24 uur. Daarna stopt het vanzelf.',
    oud0: 'Het oude geheim werkt niet meer. Wissel nu meteen.',
  },

  tokens: {
    titel: 'Uw tokens',
    uitleg: (moment: string) => `Uw client werkt tot ${moment}. Een nieuw token maakt de gemeente.`,
    elders: 'De tokens van uw client staan in de configuratie van het zaaksysteem. De gemeente wisselt ze daar.',
    oauth: 'Uw access tokens komen van de autorisatieserver. Dit werkt tot het verloopt.',
    kolom: { token: 'Token', gemaakt: 'Gemaakt op', gebruikt: 'Laatst gebruikt', tot: 'Werkt tot', actie: 'Actie' },
    dit: 'hiermee bent u aangemeld',
    nooit: 'nooit',
    metClient: 'zolang de client geldig is',
    trekIn: 'Trek in',
    van: (begin: string) => ` token ${begin}`,
    intrekken: (begin: string) => `Token ${begin} intrekken?`,
    gevolgen: 'Dit kunt u niet ongedaan maken. Dit gebeurt er:',
    gevolg: 'Het token stopt meteen. Open verbindingen die het gebruiken, worden verbroken.',
    ditGevolg: 'U bent met dit token aangemeld. U bent daarna afgemeld.',
    laatste:
      'Dit is het enige token dat werkt. Uw client kan daarna niets meer, tot de gemeente een nieuw token maakt.',
    knop: 'Trek token in',
  },

  nietGevonden: {
    titel: 'Dit is er niet',
    uitleg: 'Het bestaat niet, is niet van uw client, of uw client mag het niet meer lezen.',
    naar: 'Naar uw overzicht',
  },
}

const en: typeof nl = {
  annuleren: 'Cancel',
  bezig: 'Busy…',
  aangemeld: (client) => `Signed in as ${client}`,
  afmelden: 'Sign out',
  tijdzone: 'Times are those of the Netherlands. The API gives them in UTC.',

  inloggen: {
    uitleg:
      'See with the token of your API client how your subscriptions (abonnementen) fare. You see only what is of your client, and may do here no more than with that token.',
    token: 'Token',
    hint: 'Or an access token of the authorization server, if your client uses that.',
    knop: 'Sign in',
    duur: 'You stay signed in for an hour, or less if the token ends before. The token is then in a cookie, encrypted.',
    demo: 'This is a demonstration. Get your token at',
    fout: {
      token_invalid: 'We do not know this token, or it works no longer.',
      issuer_unavailable: 'The authorization server cannot be reached now. Try again later.',
      too_many_requests: (seconden) => `You tried too often. Wait ${seconden} seconds.`,
    },
  },

  scopeOntbreekt: (scope) =>
    `Your token lacks the scope ${scope}. So you see no abonnementen here. Ask the municipality for that scope.`,

  abonnementen: 'Your abonnementen',
  leeg: 'Your client has no abonnementen yet',
  leegUitleg: 'Register one over the API. ‘Start in ten minutes’ shows how.',
  kolom: {
    abonnement: 'Abonnement',
    status: 'Status',
  },

  status: {
    wacht_op_toestemming: 'waits for consent',
    actief: 'active',
    geweigerd: 'refused',
    gepauzeerd: 'paused',
    uitgeschakeld: 'disabled',
  },
  watNuBijReden: {},
  watNu: {
    wacht_op_toestemming: 'Your server has not given its consent yet.',
    geweigerd: 'Nothing is sent to you. Mend it, and then ask for consent again.',
    gepauzeerd: 'New messages are skipped, but kept. Resume when you are ready for them.',
    uitgeschakeld: 'New messages are skipped, but kept. Resume when your server works again.',
  },
  statusreden: {
    gone: 'Your server said that this address is no more (410).',
    failing: 'Not one message arrived in five days.',
  },
  faaltSinds: (moment) => `No attempt has succeeded since ${moment}. If none does for five days, we disable this.`,
  veelMislukt: 'Too much fails',
  blijftActief: 'This abonnement stays active. Its earlier consent still counts.',
  circuitUitleg: {
    open: (tot) => `We wait until ${tot} and then try one message.`,
    halfopen: () => 'We try one message. When that arrives, the others follow.',
  },
  handshakeMislukt: 'Your server did not consent again',

  acties: 'What do you want to do?',
  pauzeer: 'Pause',
  hervat: 'Resume',
  vraagToestemming: 'Ask for consent again',
  nieuwGeheim: 'New secret',
  herstel: (n) => `Deliver again what did not arrive (${n.toLocaleString('en')})`,
  gedaan: {
    gepauzeerd: 'Paused. New messages are skipped until you resume.',
    hervat: 'Resumed. New messages are sent again.',
    gevraagd: 'We ask your server for its consent again.',
    hersteld: 'What did not arrive is sent again.',
    teVaak: 'You asked too often. Try again later.',
    ingetrokken: 'The token was withdrawn.',
    afgemeld: 'You are signed out.',
  },

  cijfers: cijfersEn,

  bezorgingen: 'Deliveries',
  geenBezorgingen: 'Nothing was sent yet',
  geenBezorgingenUitleg: 'As soon as a zaak changes, the message is here.',
  geenZulke: 'No message has this status',
  geenZulkeUitleg: 'Choose another status.',
  filter: { formulier: 'Choose deliveries', status: 'Status', alle: 'All statuses', knop: 'Show', wis: 'Clear' },
  bladeren: bladerenEn,
  bezorgingKolom: { bericht: 'Message', status: 'Status', wanneer: 'When' },
  aantalPogingen: (n) => countEn(n, 'attempt', 'attempts'),
  bezorging: {
    titel: (sequence) => (sequence > 0 ? `Message ${sequence}` : 'Message about an abonnement'),
    status: { wachtend: 'waiting', bezorgd: 'delivered', mislukt: 'not delivered', overgeslagen: 'skipped' },
    statusUitleg: {
      wachtend: 'This message is on its way.',
      bezorgd: 'Your server took this message.',
      mislukt: 'The last attempt failed. We do not try again by ourselves.',
      overgeslagen: 'This message was not sent: the abonnement was paused or disabled.',
    },
    volgende: (moment) => `Next attempt: ${moment}.`,
    opVolgorde: 'An earlier message about this zaak goes first.',
    opnieuw: 'Deliver again',
    opnieuwUitleg: 'The same message goes once more, with a new signature. Its id stays the same.',
    gevraagd: 'We deliver this message again.',
    zaak: 'Zaak (subject)',
    type: 'Type',
    eventId: 'Id',
    vastgelegd: 'Logged at',
    afgerond: 'Ended at',
    pogingen: 'Attempts',
    geenPogingen: 'There was no attempt yet, or it is no longer kept.',
    bericht: 'The message',
    controleer: (nummer) => `Check what attempt ${nummer} sent`,
    opgeruimd: 'Its content was purged after the term that it is kept for.',
    fout: {
      not_finished: 'This message is on its way. Wait until it arrived or failed.',
      not_active: 'The abonnement is not active. Resume it first, or ask for consent again.',
      not_readable: 'Your client may no longer read this message.',
      purged: 'The content of this message was purged after the term that it is kept for. It cannot be sent again.',
    },
  },
  poging: pogingEn,

  proef: {
    titel: 'Send a test message',
    uitleg:
      'We send one made-up message that says it is a test. You see at once what your server answers. It does not count as a delivery.',
    soort: 'Type of message',
    knop: 'Send test message',
    bezig: 'We wait for the answer…',
    aangekomen: (duur) => `The test message arrived. Your server answered after ${duur}.`,
    mislukt: (waarom, duur) => `The test message did not arrive: ${waarom}, after ${duur}`,
    nummer: (id) => `Id of the test message: ${id}`,
    foutSoort: 'Choose a type of message from the list.',
    foutStatus: 'Your server has not consented yet. Ask for its consent again first.',
    foutVaak: (seconden) => `You sent some just now. Wait ${seconden} seconds.`,
  },

  geheim: {
    titel: 'The secret: you see it once',
    uitleg: 'Copy it now and keep it safe.',
    label: 'Secret',
    kopieer: 'Copy',
    gekopieerd: 'Copied',
    kwijt: 'Did you lose it? Then make a new one.',
    nieuw: 'New secret',
    nieuwUitleg: 'You see the new secret once. Your receiver has to use it from then on.',
    overlap: 'How long does the old secret still work?',
    overlap24: 'For 24 hours more',
    overlap24Uitleg: 'Both secrets work. You have a day to change over.',
    overlap0: 'Not any more',
    overlap0Uitleg: 'Choose this if the secret leaked. Messages fail until your receiver has changed over.',
    maak: 'Make a new secret',
    oud24: 'The old secret works for 24 hours more, and then ends by itself.',
    oud0: 'The old secret works no longer. Change over now.',
    naar: 'To the abonnement',
  },

  tokens: {
    titel: 'Your tokens',
    uitleg: (moment) => `Your client works until ${moment}. The municipality makes new tokens.`,
    elders:
      'The tokens of your client are in the configuration of the zaaksysteem. The municipality replaces them there.',
    oauth: 'Your access tokens come from the authorization server. This one works until it expires.',
    kolom: { token: 'Token', gemaakt: 'Made at', gebruikt: 'Last used', tot: 'Works until', actie: 'Action' },
    dit: 'you are signed in with this one',
    nooit: 'never',
    metClient: 'as long as the client is good',
    trekIn: 'Withdraw',
    van: (begin) => ` token ${begin}`,
    intrekken: (begin) => `Withdraw token ${begin}?`,
    gevolgen: 'This cannot be undone. This is what happens:',
    gevolg: 'The token ends at once. Open connections that use it are broken.',
    ditGevolg: 'You are signed in with this token. You will be signed out.',
    laatste:
      'This is the only token that works. Your client can do nothing then, until the municipality makes a new one.',
    knop: 'Withdraw token',
  },

  nietGevonden: {
    titel: 'This is not here',
    uitleg: 'It does not exist, is not of your client, or your client may no longer read it.',
    naar: 'To your overview',
  },
}

/** Texts for the people of an API client about its own data. */
export const mijn: Record<Taal, typeof nl> = { nl, en }
