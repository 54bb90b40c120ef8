import type { Taal } from '../../text/taal.ts'

/** What the API answers, and what a client can do about it. */
export const FOUTCODES = [
  [
    400,
    'request_invalid',
    'De inhoud klopt niet. In errors staat alles wat fout is, met de plaats (pointer).',
    'The content is not right. errors has all that is wrong, and where (pointer).',
  ],
  [400, 'json_malformed', 'De inhoud is geen JSON in UTF-8.', 'The content is not JSON in UTF-8.'],
  [400, 'query_invalid', 'Een deel van het adres na ? klopt niet.', 'A part of the address after ? is not right.'],
  [400, 'key_missing', 'Stuur de header Idempotency-Key mee.', 'Send the header Idempotency-Key.'],
  [
    400,
    'not_changeable',
    'Dit kan niet worden gewijzigd. Neem een nieuw abonnement.',
    'This cannot be changed. Register a new abonnement.',
  ],
  [
    400,
    'contentmodus_not_allowed',
    'Deze contentmodus past niet bij dit abonnement.',
    'This contentmodus does not fit this abonnement.',
  ],
  [
    400,
    'sink_not_allowed',
    'Het adres moet https zijn en op internet staan, of in een netwerk van de gemeente.',
    'The address must be https and on the internet, or in a network of the municipality.',
  ],
  [
    400,
    'registration_refused',
    'De zaak kan zo niet worden gemaakt. In errors staat waarom.',
    'The zaak cannot be opened like this. errors says why.',
  ],
  [
    400,
    'rate_invalid',
    'WebHook-Allowed-Rate is een getal vanaf 1, of *.',
    'WebHook-Allowed-Rate is a number from 1, or *.',
  ],
  [400, 'duplicate_header', 'Een header kwam twee keer.', 'A header came twice.'],
  [400, 'target_invalid', 'Het adres van het verzoek klopt niet.', 'The address of the request is not right.'],
  [400, 'request_malformed', 'Het verzoek is geen HTTP/1.1.', 'The request is not HTTP/1.1.'],
  [400, 'upgrade_refused', 'Er is hier geen WebSocket.', 'There is no WebSocket here.'],
  [
    400,
    'subprotocol_missing',
    'Open de WebSocket met het subprotocol cloudevents.json.',
    'Open the WebSocket with the subprotocol cloudevents.json.',
  ],
  [
    401,
    'token_invalid',
    'Geen token, een onbekend token, of een token dat niet (meer) geldt.',
    'No token, an unknown one, or one that is not valid (any more).',
  ],
  [
    403,
    'scope_missing',
    'Uw token mag dit niet. Vraag de gemeente om de scope in detail.',
    'Your token may not do this. Ask the municipality for the scope in detail.',
  ],
  [403, 'https_required', 'Gebruik https.', 'Use https.'],
  [404, 'not_found', 'Er is hier niets, of niets van u.', 'There is nothing here, or nothing of yours.'],
  [
    404,
    'zaak_not_found',
    'Er is geen zaak met dit UUID die uw token mag zien.',
    'There is no zaak with this UUID that your token may see.',
  ],
  [
    409,
    'sequence_unknown',
    'Uw vanaf is hoger dan ons laatste nummer: wij zijn teruggezet. Lees alle zaken opnieuw, zoals bij ‘Bezorgen en inhalen’ staat.',
    'Your vanaf is higher than our last number: we were restored. Read all zaken again, as described under ‘Delivery and catching up’.',
  ],
  [
    429,
    'too_many_streams',
    'U heeft te veel streams open. Sluit er een, of wacht tot Retry-After.',
    'You have too many streams open. Close one, or wait for Retry-After.',
  ],
  [408, 'request_timeout', 'Het verzoek kwam niet helemaal aan.', 'The request did not come to its end.'],
  [405, 'method_not_allowed', 'Zie de header Allow.', 'See the header Allow.'],
  [
    409,
    'conflict',
    'De zaak is intussen veranderd. Lees haar opnieuw en beslis opnieuw. Bij If-Match is dit 412.',
    'The zaak has changed since. Read it again and decide again. With If-Match this is 412.',
  ],
  [
    400,
    'aanvulling_unknown',
    'Een van de aanvullingen is bij deze zaak nooit gevraagd.',
    'One of the aanvullingen was never asked for this zaak.',
  ],
  [
    409,
    'kenmerk_reused',
    'Dit kenmerk hoort al bij een andere zaak of inzending.',
    'This kenmerk belongs to another zaak or inzending already.',
  ],
  [409, 'abonnement_limit', 'U heeft al 50 abonnementen.', 'You have 50 abonnementen already.'],
  [
    409,
    'wrong_status',
    'Het abonnement heeft een status waarbij dit niet kan.',
    'The status of the abonnement does not allow this.',
  ],
  [409, 'no_secret', 'Dit credentialtype heeft geen geheim.', 'This credentialtype has no secret.'],
  [409, 'not_active', 'Het abonnement is niet actief.', 'The abonnement is not actief.'],
  [409, 'in_progress', 'Een eerder herstel is nog bezig.', 'An earlier herstel is not ready yet.'],
  [409, 'not_finished', 'Het bericht is nog onderweg.', 'The message is still under way.'],
  [
    409,
    'still_open',
    'Een open zaak kan niet om de bewaartermijn worden verwijderd.',
    'An open zaak cannot be removed for its bewaartermijn.',
  ],
  [
    409,
    'still_kept',
    'De bewaartermijn van de zaak loopt nog, of de zaak blijft bewaard.',
    'The bewaartermijn of the zaak is not over, or the zaak is kept for good.',
  ],
  [
    410,
    'events_purged',
    'Het volgende bericht wordt niet meer bewaard. Lees alle zaken opnieuw, zoals bij ‘Bezorgen en inhalen’ staat.',
    'The next message is no longer kept. Read all zaken again, as described under ‘Delivery and catching up’.',
  ],
  [
    410,
    'purged',
    'De inhoud van het bericht wordt niet meer bewaard.',
    'The content of the message is no longer kept.',
  ],
  [413, 'body_too_large', 'De inhoud is te groot.', 'The content is too large.'],
  [414, 'target_too_long', 'Het adres is te lang.', 'The address is too long.'],
  [414, 'parameters_too_many', 'Te veel parameters in het adres.', 'Too many parameters in the address.'],
  [415, 'content_type_unsupported', 'Stuur application/json.', 'Send application/json.'],
  [
    421,
    'host_unknown',
    'De naam in het adres hoort niet bij dit systeem.',
    'The name in the address is not of this system.',
  ],
  [431, 'headers_too_large', 'De headers zijn samen te groot.', 'The headers are too large together.'],
  [
    422,
    'key_reused',
    'Deze Idempotency-Key hoorde bij een ander verzoek. Neem een nieuwe.',
    'This Idempotency-Key was for another request. Take a new one.',
  ],
  [428, 'versie_missing', 'Stuur If-Match met de versie.', 'Send If-Match with the versie.'],
  [
    429,
    'too_many_requests',
    'Te veel aanvragen voor een handshake, of meer dan vijf proefberichten in een minuut. Wacht zo lang als Retry-After zegt.',
    'Too many handshakes asked for, or more than five test messages (proefberichten) in a minute. Wait as long as Retry-After says.',
  ],
  [500, 'internal_error', 'Een fout van ons. Meld het als het blijft.', 'A fault of ours. Tell us if it stays.'],
  [
    503,
    'overloaded',
    'Nu even niet. Stuur het opnieuw na Retry-After, met dezelfde Idempotency-Key.',
    'Not now. Send it again after Retry-After, with the same Idempotency-Key.',
  ],
  [
    503,
    'issuer_unavailable',
    'Wij kunnen de sleutels van de autorisatieserver nu niet ophalen. Stuur het opnieuw na Retry-After.',
    'We cannot get the keys of the authorization server now. Send it again after Retry-After.',
  ],
] as const satisfies readonly (readonly [status: number, code: string, nl: string, en: string])[]

type Fouten = {
  intro: string
  algemeen: string
  handelingen: { kop: string; uitleg: string }
  kolommen: Record<'status' | 'code' | 'betekenis', string>
  handshake: { kop: string; uitleg: string }
}

export const fouten: Record<Taal, Fouten> = {
  nl: {
    intro:
      'Fouten komen als application/problem+json (RFC 9457). De code is voor uw programma en verandert niet van betekenis. De tekst in detail is voor mensen en mag veranderen.',
    algemeen: 'Alle codes',
    handelingen: {
      kop: 'Als een handeling niet kan',
      uitleg:
        'Een handeling die meer regels breekt, krijgt de eerste als code en allemaal in errors. De uitleg is in het Engels, zoals in het antwoord.',
    },
    kolommen: { status: 'Status', code: 'Code', betekenis: 'Wat u doet' },
    handshake: {
      kop: 'Als de handshake mislukt',
      uitleg:
        'Dan staat in foutcode van het abonnement waarom: no_consent (geen WebHook-Allowed-Origin of -Rate), other_origin, rate_invalid, gone (410), of dns, connect, tls, timeout, reset, redirect, blocked_address, http_5xx of too_large. Herstel uw ontvanger en doe POST /abonnementen/{id}/verificatie.',
    },
  },
  en: {
    intro:
      'Errors come as application/problem+json (RFC 9457). The code is for your program and keeps its meaning. The text in detail is for people and may change.',
    algemeen: 'All codes',
    handelingen: {
      kop: 'When an act is not possible',
      uitleg: 'An act that breaks several rules gets the first as its code and all of them in errors.',
    },
    kolommen: { status: 'Status', code: 'Code', betekenis: 'What to do' },
    handshake: {
      kop: 'When the handshake fails',
      uitleg:
        'Then foutcode of the abonnement says why: no_consent (no WebHook-Allowed-Origin or -Rate), other_origin, rate_invalid, gone (410), or dns, connect, tls, timeout, reset, redirect, blocked_address, http_5xx or too_large. Mend your receiver and do POST /abonnementen/{id}/verificatie.',
    },
  },
}
