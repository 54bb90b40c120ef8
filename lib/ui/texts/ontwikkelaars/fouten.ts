/** Texts for the operator of a sink about a failed attempt or handshake: the cause, and the remedy. */
export const foutenNl = {
  dns: {
    kort: 'naam niet gevonden',
    watNu: 'Wij vonden de naam van uw server niet (DNS). Controleer het adres van de sink.',
  },
  connect: {
    kort: 'geen verbinding',
    watNu: 'Uw server nam niet op. Controleer of die aan staat, en of uw firewall ons doorlaat.',
  },
  tls: {
    kort: 'certificaat klopt niet',
    watNu: 'De beveiligde verbinding (TLS) lukte niet. Controleer het certificaat van uw server en de hele keten.',
  },
  timeout: {
    kort: 'geen antwoord op tijd',
    watNu: 'Uw server antwoordde niet binnen 15 seconden. Antwoord eerst en verwerk daarna.',
  },
  reset: { kort: 'verbinding verbroken', watNu: 'Uw server verbrak de verbinding. Kijk in zijn log wat er was.' },
  redirect: {
    kort: 'stuurt door',
    watNu: 'Uw server stuurt door naar een ander adres. Dat volgen wij niet. Maak een abonnement op het goede adres.',
  },
  too_large: {
    kort: 'antwoord te groot',
    watNu: 'Het antwoord van uw server is te groot. Een leeg antwoord is genoeg.',
  },
  blocked_address: {
    kort: 'adres niet toegestaan',
    watNu:
      'Het adres ligt in een netwerk waar wij niet naartoe sturen. Gebruik een openbaar adres, of vraag de gemeente.',
  },
  client_certificate: {
    kort: 'ons certificaat geweigerd',
    watNu:
      'Uw server neemt ons clientcertificaat niet aan, of vraagt er een. Geef het goede certificaat bij het abonnement.',
  },
  token_refused: {
    kort: 'geen token gekregen',
    watNu:
      'Uw token-server gaf ons geen token. De sink zelf hebben wij niet gevraagd. Controleer client-ID, clientgeheim en scope van het abonnement.',
  },
  token_unavailable: {
    kort: 'token-server doet het niet',
    watNu: 'Uw token-server gaf geen goed antwoord. De sink zelf hebben wij niet gevraagd.',
  },
  token_invalid: {
    kort: 'geen bruikbaar token',
    watNu:
      'Wat uw token-server antwoordde, is geen token. De sink zelf hebben wij niet gevraagd. Controleer het adres van de token-server.',
  },
  auth: {
    kort: 'aanmelden geweigerd',
    watNu: 'Uw server weigert de gebruiker of het wachtwoord, of wij mogen daar niet publiceren.',
  },
  no_stream: { kort: 'geen stream', watNu: 'Geen stream bewaart dit subject. Maak er een.' },
  stream_refused: { kort: 'geweigerd door stream', watNu: 'De stream neemt het bericht niet aan.' },
  duplicate: {
    kort: 'stream had dit al',
    watNu:
      'De stream had deze gebeurtenis al en bewaart die geen tweede keer. Wacht enkele minuten, of kies een andere stream.',
  },
  http_4xx: {
    kort: 'geweigerd (4xx)',
    watNu:
      'Uw server weigerde het bericht. Het antwoord bij de poging zegt meestal waarom. Is dat 401? Controleer dan of uw ontvanger het adres van dit abonnement verwacht, letter voor letter.',
  },
  http_5xx: { kort: 'storing (5xx)', watNu: 'Uw server had een storing. Kijk in zijn log wat er was.' },
  no_consent: {
    kort: 'geen toestemming',
    watNu: 'Uw server gaf geen toestemming. Antwoord op OPTIONS met WebHook-Allowed-Origin en WebHook-Allowed-Rate.',
  },
  other_origin: {
    kort: 'toestemming aan een ander',
    watNu: 'Uw server gaf toestemming aan een ander systeem. Geef in WebHook-Allowed-Origin terug wat wij vroegen.',
  },
  gone: { kort: 'adres bestaat niet meer', watNu: 'Uw server zei dat dit adres niet meer bestaat (410).' },
  rate_invalid: {
    kort: 'toestemming onleesbaar',
    watNu: 'Uw server gaf een WebHook-Allowed-Rate die geen getal vanaf 1 en geen * is.',
  },
}

export const foutenEn: typeof foutenNl = {
  dns: {
    kort: 'name not found',
    watNu: 'We did not find the name of your server (DNS). Check the address of the sink.',
  },
  connect: {
    kort: 'no connection',
    watNu: 'Your server did not answer the call. Check that it is up, and that your firewall lets us through.',
  },
  tls: {
    kort: 'certificate is wrong',
    watNu: 'The secure connection (TLS) failed. Check the certificate of your server, with its whole chain.',
  },
  timeout: {
    kort: 'no answer in time',
    watNu: 'Your server did not answer within 15 seconds. Answer first and process afterwards.',
  },
  reset: { kort: 'connection broken', watNu: 'Your server broke the connection. See in its log what happened.' },
  redirect: {
    kort: 'redirects',
    watNu: 'Your server redirects to another address, which we do not follow. Register the right address.',
  },
  too_large: { kort: 'answer too large', watNu: 'The answer of your server is too large. An empty answer will do.' },
  blocked_address: {
    kort: 'address not allowed',
    watNu: 'The address is in a network that we do not send to. Use a public one, or ask the municipality.',
  },
  client_certificate: {
    kort: 'our certificate refused',
    watNu: 'Your server does not take our client certificate, or asks for one. Give the right one with the abonnement.',
  },
  token_refused: {
    kort: 'got no token',
    watNu:
      'Your token server gave us no token. The sink itself was not asked. Check the client ID, client secret and scope of the abonnement.',
  },
  token_unavailable: {
    kort: 'token server fails',
    watNu: 'Your token server gave no good answer. The sink itself was not asked.',
  },
  token_invalid: {
    kort: 'no usable token',
    watNu:
      'What your token server answered is no token. The sink itself was not asked. Check the address of the token server.',
  },
  auth: {
    kort: 'sign-in refused',
    watNu: 'Your server refuses the user or the password, or we may not publish there.',
  },
  no_stream: { kort: 'no stream', watNu: 'No stream stores this subject. Make one.' },
  stream_refused: { kort: 'refused by stream', watNu: 'The stream does not take the message.' },
  duplicate: {
    kort: 'stream had it already',
    watNu: 'The stream had this event and does not store it twice. Wait some minutes, or choose another stream.',
  },
  http_4xx: {
    kort: 'refused (4xx)',
    watNu:
      'Your server refused the message. Its answer, with the attempt, usually says why. Is that 401? Then check whether your receiver expects the address of this abonnement, to the letter.',
  },
  http_5xx: { kort: 'failure (5xx)', watNu: 'Your server had a failure. See in its log what happened.' },
  no_consent: {
    kort: 'no consent',
    watNu: 'Your server gave no consent. Answer OPTIONS with WebHook-Allowed-Origin and WebHook-Allowed-Rate.',
  },
  other_origin: {
    kort: 'consent to somebody else',
    watNu: 'Your server gave its consent to another system. Give back in WebHook-Allowed-Origin what we asked with.',
  },
  gone: { kort: 'address is gone', watNu: 'Your server said that this address is no more (410).' },
  rate_invalid: {
    kort: 'consent cannot be read',
    watNu: 'Your server gave a WebHook-Allowed-Rate that is neither a number from 1 nor *.',
  },
}
