import type { Taal } from '../../text/taal.ts'
import { type Bladeren, bladerenInTijd } from '../staff.ts'

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
  gedaan: { ingetrokken: 'Het token is ingetrokken.', afgemeld: 'U bent afgemeld.' },
  herstel: (n: number) => `Bezorg opnieuw wat niet aankwam (${n.toLocaleString('nl')})`,
  zaak: 'Zaak (subject)',

  bezorgingen: 'Bezorgingen',
  geenBezorgingen: 'Er is nog niets verstuurd',
  geenBezorgingenUitleg: 'Zodra een zaak verandert, staat het bericht hier.',
  geenZulke: 'Geen bericht heeft deze status',
  geenZulkeUitleg: 'Kies een andere status.',
  filter: { formulier: 'Bezorgingen kiezen', status: 'Status', alle: 'Alle statussen', knop: 'Toon', wis: 'Wis' },
  bladeren: bladerenInTijd,

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
  gedaan: { ingetrokken: 'The token was withdrawn.', afgemeld: 'You are signed out.' },
  herstel: (n) => `Deliver again what did not arrive (${n.toLocaleString('en')})`,
  zaak: 'Zaak (subject)',

  bezorgingen: 'Deliveries',
  geenBezorgingen: 'Nothing was sent yet',
  geenBezorgingenUitleg: 'As soon as a zaak changes, the message is here.',
  geenZulke: 'No message has this status',
  geenZulkeUitleg: 'Choose another status.',
  filter: { formulier: 'Choose deliveries', status: 'Status', alle: 'All statuses', knop: 'Show', wis: 'Clear' },
  bladeren: bladerenEn,

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
