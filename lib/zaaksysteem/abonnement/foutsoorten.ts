import type { Foutcode } from './toestemming/request-toestemming.ts'

/** Explains by stable code why an attempt or a handshake failed, and what to do about it. */
const foutsoorten: Readonly<Record<Foutcode, { kort: string; watNu: string }>> = {
  dns: {
    kort: 'naam niet gevonden',
    watNu: 'De naam van de server is niet gevonden (DNS). Controleer het adres van de ontvanger.',
  },
  connect: {
    kort: 'geen verbinding',
    watNu: 'De server van de ontvanger neemt niet op. Vraag of die aan staat en bereikbaar is.',
  },
  tls: {
    kort: 'certificaat klopt niet',
    watNu: 'De beveiligde verbinding (TLS) lukt niet. Laat de ontvanger het certificaat controleren.',
  },
  timeout: {
    kort: 'geen antwoord op tijd',
    watNu: 'De ontvanger antwoordt niet binnen 15 seconden. Vraag of die eerst wil antwoorden en daarna wil verwerken.',
  },
  reset: {
    kort: 'verbinding verbroken',
    watNu: 'De ontvanger verbrak de verbinding. Vraag of daar een storing is.',
  },
  redirect: {
    kort: 'stuurt door',
    watNu:
      'De ontvanger stuurt door naar een ander adres. Dat volgen wij niet. Maak een abonnement op het goede adres.',
  },
  too_large: {
    kort: 'antwoord te groot',
    watNu: 'Het antwoord van de ontvanger is te groot. Vraag of die een kort antwoord wil geven.',
  },
  blocked_address: {
    kort: 'adres niet toegestaan',
    watNu: 'Het adres ligt in een netwerk waar wij niet naartoe sturen. Vraag uw netwerkbeheerder om het toe te staan.',
  },
  client_certificate: {
    kort: 'ons certificaat geweigerd',
    watNu:
      'De ontvanger neemt ons clientcertificaat niet aan, of vraagt er een. Vraag welk certificaat die wil, en zet dat bij het abonnement.',
  },
  token_refused: {
    kort: 'geen token gekregen',
    watNu:
      'De token-server geeft ons geen token. De ontvanger zelf hebben wij niet gevraagd. Controleer client-ID, clientgeheim en scope bij het abonnement.',
  },
  token_unavailable: {
    kort: 'token-server doet het niet',
    watNu:
      'De token-server geeft geen goed antwoord. De ontvanger zelf hebben wij niet gevraagd. Vraag of daar een storing is.',
  },
  token_invalid: {
    kort: 'geen bruikbaar token',
    watNu:
      'Wat de token-server antwoordt, is geen token. De ontvanger zelf hebben wij niet gevraagd. Controleer het adres van de token-server bij het abonnement.',
  },
  auth: {
    kort: 'aanmelden geweigerd',
    watNu:
      'De server weigert onze gebruiker of ons wachtwoord, of wij mogen daar niet publiceren. Vraag het de beheerder van de server.',
  },
  no_stream: {
    kort: 'geen stream',
    watNu: 'Geen stream bewaart dit subject. Vraag de beheerder van de server om er een te maken.',
  },
  stream_refused: {
    kort: 'geweigerd door stream',
    watNu: 'De stream neemt het bericht niet aan. Vraag de beheerder van de server waarom.',
  },
  duplicate: {
    kort: 'stream had dit al',
    watNu:
      'De stream had deze gebeurtenis al en bewaart die geen tweede keer. Schrijft een ander abonnement in dezelfde stream? Kies dan een andere stream. Bezorgde u opnieuw? Wacht dan enkele minuten.',
  },
  http_4xx: {
    kort: 'geweigerd (4xx)',
    watNu: 'De ontvanger weigert het bericht. Het antwoord bij de poging zegt meestal waarom.',
  },
  http_5xx: {
    kort: 'storing bij ontvanger (5xx)',
    watNu: 'De ontvanger heeft een storing. Vraag wanneer die is verholpen.',
  },
  no_consent: {
    kort: 'geen toestemming',
    watNu: 'De ontvanger gaf geen toestemming. Die moet antwoorden met WebHook-Allowed-Origin en WebHook-Allowed-Rate.',
  },
  other_origin: {
    kort: 'toestemming aan een ander',
    watNu: 'De ontvanger geeft toestemming aan een ander systeem, niet aan ons. Vraag of die ons wil toelaten.',
  },
  gone: {
    kort: 'adres bestaat niet meer',
    watNu: 'De ontvanger zegt dat dit adres niet meer bestaat (410). Vraag wat het goede adres is.',
  },
  rate_invalid: {
    kort: 'toestemming onleesbaar',
    watNu: 'De ontvanger gaf een WebHook-Allowed-Rate die geen getal vanaf 1 en geen * is. Laat dat verbeteren.',
  },
}

/** Explains a detail: a code of Node.js, OpenSSL or our own guard. */
const precies: Record<string, string> = {
  CERT_HAS_EXPIRED: 'Het certificaat is verlopen.',
  CERT_NOT_YET_VALID: 'Het certificaat is nog niet geldig.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Het certificaat hoort bij een andere naam.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Het certificaat is zelf ondertekend.',
  SELF_SIGNED_CERT_IN_CHAIN: 'De uitgever van het certificaat is niet bekend.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'De uitgever van het certificaat is niet bekend.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'De uitgever van het certificaat is niet bekend.',
  ETIMEOUT: 'De DNS-server gaf geen antwoord.',
  UND_ERR_HEADERS_OVERFLOW: 'De headers van het antwoord zijn groter dan 16 kB.',
  jetstream_10054: 'Het bericht is groter dan de stream toelaat.',
  jetstream_10060: 'Een andere stream bewaart dit subject.',
  jetstream_10077: 'De stream is vol.',
  jetstream_10109: 'De stream is gesloten.',
  no_tls_offered: 'De server biedt geen TLS aan.',
  not_tls: 'Het adres begint niet met tls://.',
  behind_proxy: 'Ons systeem gaat via een proxy naar buiten, en daar kan NATS niet door.',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'De ontvanger vraagt om een clientcertificaat.',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'De ontvanger kent de uitgever van ons certificaat niet.',
  invalid_client: 'De token-server kent onze client-ID of ons clientgeheim niet.',
  unauthorized_client: 'Onze client mag daar geen token vragen.',
  unsupported_grant_type: 'De token-server kent client credentials niet.',
  invalid_scope: 'De token-server kent de scope niet, of staat die ons niet toe.',
  no_bearer_token: 'In het antwoord staat geen Bearer-token.',
  not_json: 'Het antwoord is geen JSON.',
  incomplete: 'Het antwoord is niet compleet, of groter dan 64 kB.',
  not_https: 'Het adres begint niet met https://.',
}

export const FOUTCODES = Object.keys(foutsoorten) as Foutcode[]

function findFoutsoort(code: string) {
  return Object.hasOwn(foutsoorten, code) ? foutsoorten[code as Foutcode] : undefined
}

/** True when `precies` explains this code. */
export function isBekendDetail(detail: unknown): detail is string {
  return typeof detail === 'string' && Object.hasOwn(precies, detail)
}

/** Returns the short text of a code; a code that is not in the table stays unchanged. */
export function foutKort(code: string): string {
  return findFoutsoort(code)?.kort ?? code
}

/** @param detail the exact code, such as `CERT_HAS_EXPIRED`; null when unknown */
export function foutWatNu(code: string, detail: string | null = null): string {
  const watNu = findFoutsoort(code)?.watNu ?? `Foutcode: ${code}.`
  if (detail === null || detail === code) return watNu
  return isBekendDetail(detail) ? `${precies[detail]} ${watNu}` : `${watNu} Foutcode: ${detail}.`
}
