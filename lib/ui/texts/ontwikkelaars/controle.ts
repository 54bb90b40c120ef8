import type { Taal } from '../../text/taal.ts'

type Stap =
  | 'headers'
  | 'credentialtype'
  | 'contentmodus'
  | 'afzender'
  | 'bron'
  | 'event'
  | 'token'
  | 'token_header'
  | 'token_sleutel'
  | 'token_handtekening'
  | 'token_claims'
  | 'token_afzender'
  | 'token_geadresseerde'
  | 'token_tijd'
  | 'token_body'
  | 'token_event'
  | 'accesstoken'
  | 'webhook_headers'
  | 'webhook_tijd'
  | 'webhook_event'
  | 'webhook_handtekening'
  | 'signature_headers'
  | 'signature_onderdelen'
  | 'signature_parameters'
  | 'signature_tijd'
  | 'signature_body'
  | 'signature_sleutel'
  | 'signature_handtekening'
  | 'adr_header'
  | 'adr_tijd'
  | 'adr_body'
  | 'adr_sleutel'
  | 'adr_handtekening'

type Veld = { label: string; hint?: string }

type ControleTeksten = {
  intro: string
  privacy: string
  bezorging: (nummer: number) => string
  velden: Record<'headers' | 'body' | 'credentialtype' | 'sink' | 'geheim' | 'jwks' | 'method' | 'moment', Veld>
  meer: string
  herken: string
  magLeeg: string
  knop: string
  bezig: string
  fouten: { kop: string } & Record<'leeg' | 'te_lang' | 'ongeldig' | 'geen_moment', string>
  uitslag: {
    kop: string
    goed: string
    fout: string
    verwacht: string
    gevonden: string
    getekend: string
    getekendUitleg: string
  }
  uitkomst: Record<'goed' | 'fout' | 'overgeslagen' | 'niet_bereikt', string>
  reden: Record<
    | 'opnieuw_opgemaakt'
    | 'niet_bewaard'
    | 'niet_gegeven'
    | 'geen_event'
    | 'ander_moment'
    | 'sleutel_past_niet'
    | 'sleutel_van_luister'
    | 'geen_header'
    | 'lege_body'
    | 'schuine_streep',
    string
  >
  stap: Record<Stap, string>
}

export const controle: Record<Taal, ControleTeksten> = {
  nl: {
    intro:
      'Plak een bericht dat bij u binnenkwam. U ziet stap voor stap wat klopt, wat niet, en welke bytes getekend hadden moeten zijn.',
    privacy:
      'Wij bewaren niets van wat u plakt, en halen niets op bij anderen. Plak geen geheim van een echt abonnement als het niet nodig is.',
    bezorging: (nummer) =>
      `U controleert bericht ${nummer}, zoals wij het verstuurden. De handtekening zelf bewaren wij niet.`,
    velden: {
      headers: {
        label: 'Headers',
        hint: 'Elke header op een eigen regel: naam, dubbele punt, waarde. Zo toont elke voorbeeldontvanger ze met SHOW=1, en curl -v met > ervoor. JSON kan niet.',
      },
      body: {
        label: 'Body',
        hint: 'Precies zoals die binnenkwam. Maak de JSON niet mooier. Bij het plakken komt er vaak een lege regel bij: die laten wij aan het eind weg als dat nodig is. Uw ontvanger moet de bytes precies zo gebruiken als ze binnenkwamen.',
      },
      credentialtype: { label: 'Credentialtype' },
      sink: { label: 'Adres van uw ontvanger', hint: 'Precies zoals u het registreerde.' },
      geheim: {
        label: 'Geheim of token',
        hint: 'Voor STANDARDWEBHOOKS of ACCESSTOKEN. U vult het na elke controle opnieuw in.',
      },
      jwks: { label: 'Publieke sleutels (JWK-set)', hint: 'Leeg: de sleutels van dit zaaksysteem.' },
      method: { label: 'HTTP-werkwoord', hint: 'Leeg: POST.' },
      moment: { label: 'Binnengekomen op', hint: 'Bijvoorbeeld 2026-11-26T09:30:00Z. Leeg: nu.' },
    },
    meer: 'Sleutels, werkwoord en moment',
    herken: 'Herken het aan de headers',
    magLeeg: '(mag leeg)',
    knop: 'Controleer',
    bezig: 'Bezig met controleren',
    fouten: {
      kop: 'Dit kunnen wij niet controleren',
      leeg: 'Vul dit in.',
      te_lang: 'Dit is te lang.',
      ongeldig: 'Dit kunnen wij niet lezen.',
      geen_moment: 'Schrijf datum en tijd zo: 2026-11-26T09:30:00Z.',
    },
    uitslag: {
      kop: 'Uitslag',
      goed: 'Alles wat te controleren was, klopt.',
      fout: 'Niet alles klopt.',
      verwacht: 'Verwacht',
      gevonden: 'Gevonden',
      getekend: 'Wat getekend is',
      getekendUitleg: 'Over precies deze bytes moet de handtekening gaan.',
    },
    uitkomst: { goed: 'klopt', fout: 'klopt niet', overgeslagen: 'niet gecontroleerd', niet_bereikt: 'niet bereikt' },
    reden: {
      opnieuw_opgemaakt:
        'Het is dezelfde JSON, maar opnieuw opgemaakt. Uw framework las en schreef haar voor u controleerde. Gebruik de ruwe bytes.',
      niet_bewaard: 'De handtekening is niet bewaard.',
      niet_gegeven: 'Daarvoor is niet genoeg ingevuld.',
      geen_event: 'Er is niet één event om mee te vergelijken. Bij een batch noemt het token de poging.',
      ander_moment:
        'Kwam dit bericht eerder binnen? Vul dan bij ‘Binnengekomen op’ in wanneer. Die vraag staat onder ‘Sleutels, werkwoord en moment’.',
      sleutel_past_niet:
        'De sleutelset heeft hiervoor geen sleutel die te lezen is en bij het algoritme past. ES256 vraagt een sleutel op P-256, Ed25519 een Ed25519-sleutel en PS256 een RSA-sleutel.',
      sleutel_van_luister:
        'Dit bericht komt van zaakbode luister, dat met sleutels van uw eigen machine tekent. Plak bij ‘Publieke sleutels’ wat er op http://127.0.0.1:4001/jwks.json staat terwijl luister draait (of op de poort van --sleutelpoort). Die vraag staat onder ‘Sleutels, werkwoord en moment’.',
      geen_header:
        'Plak elke header op een eigen regel, zonder JSON. Regels met < laat curl -v zien van het antwoord: laat die weg.',
      lege_body: 'De body is leeg. Staat die nog bij de headers? Zet hem dan in het veld Body.',
      schuine_streep:
        'Alleen de schuine streep aan het eind is anders. Gebruik het adres precies zoals u het registreerde, ook in uw ontvanger.',
    },
    stap: {
      headers: 'De headers zijn te lezen',
      credentialtype: 'Het credentialtype is bekend',
      contentmodus: 'Content-Type hoort bij een CloudEvent',
      afzender: 'WebHook-Request-Origin noemt dit zaaksysteem',
      bron: 'Het event is van de bron van dit zaaksysteem (source)',
      event: 'Het event heeft de goede vorm',
      token: 'Authorization is een Bearer-token met drie delen',
      token_header: 'De kop van het token noemt algoritme en type',
      token_sleutel: 'De sleutel van het token staat in de sleutelset',
      token_handtekening: 'De handtekening van het token klopt',
      token_claims: 'Het token heeft alle claims',
      token_afzender: 'Het token komt van dit zaaksysteem (iss)',
      token_geadresseerde: 'Het token is voor dit adres (aud)',
      token_tijd: 'Het token was geldig op dat moment (iat, exp)',
      token_body: 'Het token hoort bij deze body (body_sha256)',
      token_event: 'Het token hoort bij dit event (sub)',
      accesstoken: 'Het token is het token van het abonnement',
      webhook_headers: 'De drie webhook-headers zijn er',
      webhook_tijd: 'webhook-timestamp ligt dicht bij dat moment',
      webhook_event: 'webhook-id is hetzelfde als sub in het token',
      webhook_handtekening: 'webhook-signature klopt',
      signature_headers: 'Signature-Input en Signature zijn te lezen',
      signature_onderdelen: 'Alles wat getekend moet zijn, is getekend',
      signature_parameters: 'De parameters van de handtekening zijn compleet',
      signature_tijd: 'De handtekening was geldig op dat moment (created, expires)',
      signature_body: 'Content-Digest hoort bij deze body',
      signature_sleutel: 'De sleutel (keyid) staat in de sleutelset',
      signature_handtekening: 'De handtekening klopt',
      adr_header: 'De kop van de handtekening heeft de goede vorm',
      adr_tijd: 'De handtekening is van rond dat moment (iat)',
      adr_body: 'Digest hoort bij deze body',
      adr_sleutel: 'De sleutel (kid) staat in de sleutelset',
      adr_handtekening: 'De handtekening klopt',
    },
  },
  en: {
    intro:
      'Paste a message that you received. You see step by step what is correct, what is not, and which bytes should have been signed.',
    privacy:
      'We keep nothing that you paste and fetch nothing from elsewhere. Do not paste the secret of a real abonnement unless you need to.',
    bezorging: (nummer) => `You check message ${nummer}, as we sent it. We do not keep the signature itself.`,
    velden: {
      headers: {
        label: 'Headers',
        hint: 'Each header on its own line: name, colon, value. Each example receiver shows them like this with SHOW=1, and curl -v with > in front. JSON is not accepted.',
      },
      body: {
        label: 'Body',
        hint: 'Exactly as it came in. Do not reformat the JSON. Pasting often adds an empty line: we ignore it at the end where needed. Your receiver must use the bytes exactly as they came in.',
      },
      credentialtype: { label: 'Credentialtype' },
      sink: { label: 'Address of your receiver', hint: 'Exactly as you registered it.' },
      geheim: {
        label: 'Secret or token',
        hint: 'For STANDARDWEBHOOKS or ACCESSTOKEN. You fill it in again after each check.',
      },
      jwks: { label: 'Public keys (JWK set)', hint: 'Empty: the keys of this zaaksysteem.' },
      method: { label: 'HTTP verb', hint: 'Empty: POST.' },
      moment: { label: 'Came in at', hint: 'For example 2026-11-26T09:30:00Z. Empty: now.' },
    },
    meer: 'Keys, verb and moment',
    herken: 'Recognise it by the headers',
    magLeeg: '(may be empty)',
    knop: 'Check',
    bezig: 'Checking',
    fouten: {
      kop: 'We cannot check this',
      leeg: 'Fill this in.',
      te_lang: 'This is too long.',
      ongeldig: 'We cannot read this.',
      geen_moment: 'Write date and time like this: 2026-11-26T09:30:00Z.',
    },
    uitslag: {
      kop: 'Result',
      goed: 'Everything that could be checked is correct.',
      fout: 'Not everything is correct.',
      verwacht: 'Expected',
      gevonden: 'Found',
      getekend: 'What is signed',
      getekendUitleg: 'The signature must be over exactly these bytes.',
    },
    uitkomst: { goed: 'correct', fout: 'incorrect', overgeslagen: 'not checked', niet_bereikt: 'not reached' },
    reden: {
      opnieuw_opgemaakt:
        'This is the same JSON, but reformatted. Your framework parsed it and wrote it out again before you verified it. Use the raw bytes.',
      niet_bewaard: 'The signature was not kept.',
      niet_gegeven: 'Not enough was filled in for this.',
      geen_event: 'There is not one event to compare with. For a batch the token names the attempt.',
      ander_moment:
        'Did this message come in earlier? Then fill in when under ‘Came in at’, which you find below ‘Keys, verb and moment’.',
      sleutel_past_niet:
        'The key set has no key for this that can be read and fits the algorithm. ES256 needs a key on P-256, Ed25519 an Ed25519 key and PS256 an RSA key.',
      sleutel_van_luister:
        'This message is from zaakbode luister, which signs with keys of your own machine. Paste under ‘Public keys’ what is at http://127.0.0.1:4001/jwks.json while luister runs (or at the port of --sleutelpoort). That question is below ‘Keys, verb and moment’.',
      geen_header:
        'Paste each header on its own line, not as JSON. Lines with < are how curl -v shows the response: leave those out.',
      lege_body: 'The body is empty. Is it still with the headers? Then move it to the field Body.',
      schuine_streep:
        'Only the slash at the end differs. Use the address exactly as you registered it, in your receiver too.',
    },
    stap: {
      headers: 'The headers can be read',
      credentialtype: 'The credentialtype is known',
      contentmodus: 'Content-Type is that of a CloudEvent',
      afzender: 'WebHook-Request-Origin names this zaaksysteem',
      bron: 'The event is of the source of this zaaksysteem (source)',
      event: 'The event has the right form',
      token: 'Authorization is a Bearer token of three parts',
      token_header: 'The header of the token names algorithm and type',
      token_sleutel: 'The key of the token is in the key set',
      token_handtekening: 'The signature of the token holds',
      token_claims: 'The token has all claims',
      token_afzender: 'The token comes from this zaaksysteem (iss)',
      token_geadresseerde: 'The token is for this address (aud)',
      token_tijd: 'The token was valid at that moment (iat, exp)',
      token_body: 'The token belongs to this body (body_sha256)',
      token_event: 'The token belongs to this event (sub)',
      accesstoken: 'The token is that of the abonnement',
      webhook_headers: 'The three webhook headers are there',
      webhook_tijd: 'webhook-timestamp lies near that moment',
      webhook_event: 'webhook-id is the same as sub in the token',
      webhook_handtekening: 'webhook-signature holds',
      signature_headers: 'Signature-Input and Signature can be read',
      signature_onderdelen: 'All that must be signed is signed',
      signature_parameters: 'The parameters of the signature are complete',
      signature_tijd: 'The signature was valid at that moment (created, expires)',
      signature_body: 'Content-Digest belongs to this body',
      signature_sleutel: 'The key (keyid) is in the key set',
      signature_handtekening: 'The signature holds',
      adr_header: 'The header of the signature has the right form',
      adr_tijd: 'The signature is from around that moment (iat)',
      adr_body: 'Digest belongs to this body',
      adr_sleutel: 'The key (kid) is in the key set',
      adr_handtekening: 'The signature holds',
    },
  },
}
