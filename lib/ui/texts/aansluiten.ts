import type { Taal } from '../text/taal.ts'

type Sectie = { kop: string; alineas: readonly string[]; punten?: readonly string[] }

const nl = {
  titel: 'Een zaaksysteem aansluiten',
  intro:
    'Dit portaal laat inwoners zien wat er met hun zaak gebeurt. Dat hoort het van een zaaksysteem. Bouwt u een zaaksysteem? Hier leest u wat het portaal van uw systeem verwacht, en hoe u dat uitprobeert.',
  documenten: {
    kop: 'Adres en documenten',
    adres: 'Hier neemt het portaal berichten aan. Het geeft u dit adres zelf, als sink van zijn abonnement:',
    ontvanger: 'Wat de ontvanger van dit portaal aanneemt (OpenAPI)',
    api: 'De API die het portaal aan een zaaksysteem vraagt (OpenAPI)',
    apiElders:
      'De API die het portaal vraagt, staat beschreven bij het zaaksysteem van de gemeente, op /ontwikkelaars/api.',
  },
  contact: {
    mail: 'Vragen, of een proefdeur aanvragen? Mail het functioneel beheer van dit portaal:',
    gemeente:
      'Vragen, of een proefdeur aanvragen? Dat kan bij de gemeente, bij het functioneel beheer van dit portaal.',
  },
  secties: [
    {
      kop: 'Van aanvraag tot eerste bericht',
      alineas: [],
      punten: [
        'Vraag de beheerder van het portaal om een proefdeur. Geef uw source, uw origin (uw naam op internet), het adres van uw sleutels, hoe u ondertekent, en het adres van uw API als u dat al heeft.',
        'Zet uw publieke sleutels op dat adres, als JWK Set. Hoe, staat bij ‘Hoe u ondertekent’.',
        'Vraag het adres van de proefdeur met OPTIONS om toestemming, met uw origin in WebHook-Request-Origin. In het antwoord staat die dan in WebHook-Allowed-Origin.',
        'Bezorg daar één gebeurtenis met POST, zoals in het voorbeeld. Is het antwoord 204, dan is zij aangenomen. Op de pagina van de proefdeur staat dan bij ‘Is ondertekend’ dat het goed is.',
        'Bezorg nog minstens vier andere, van verschillende zaken, en doe wat de pagina van de proefdeur vraagt, tot alles daar goed is.',
        'Geef de beheerder een token voor uw API. Hij stelt het portaal in, en dat meldt zich dan bij u.',
      ],
    },
    {
      kop: 'Hoe uw systeem wordt aangemeld',
      alineas: [
        'Een portaal luistert naar één bron. De beheerder van het portaal stelt in hoe die heet (source), met welke naam op internet zij zich meldt (origin), waar haar sleutels staan (JWK Set), en waar haar API is, met een token daarvoor. Daarna neemt het portaal zelf een abonnement.',
      ],
      punten: [
        'Het portaal vraagt POST /abonnementen aan uw API, met zijn adres als sink.',
        'Uw systeem vraagt dat adres met OPTIONS om toestemming: WebHook-Request-Origin is uw naam op internet. Staat die naam in WebHook-Allowed-Origin van het antwoord, dan mag u bezorgen. De status van het antwoord telt niet.',
        'Zegt GET /abonnementen/{id} ‘actief’, dan leest het portaal alle zaken met GET /zaken, en bezorgt uw systeem vanaf dan elke gebeurtenis.',
      ],
    },
    {
      kop: 'Wat u bezorgt',
      alineas: [
        'Een CloudEvent 1.0 met POST: in JSON (application/cloudevents+json), in UTF-8 en zonder compressie. Een batch of de binary mode alleen als dat is afgesproken. Een gebeurtenis is hooguit 256 KiB. Een batch is hooguit 1 MiB en 1000 gebeurtenissen.',
        'Nodig zijn specversion, id (een UUID), source, type, subject (de UUID van de zaak) en data. Geef ook sequence, met sequencetype Integer, en time. Zonder sequence merkt het portaal niet dat het iets mist. Wat er in data staat, verschilt per type: zie het document van de ontvanger. Zet daar niets bij: een veld dat het document niet noemt, wordt geweigerd met 400 invalid_event. Attributen en typen mogen er wel bij: die neemt het portaal aan, en het doet er niets mee.',
        'In een gebeurtenis staan geen naam, geen BSN en geen vrije tekst. Wat het portaal meer wil weten, vraagt het met GET /zaken/{uuid}.',
      ],
    },
    {
      kop: 'Hoe u ondertekent',
      alineas: [
        'Met een token (JWT, ES256) in Authorization, of met een handtekening daarbij. In de kop is typ webhook+jwt en noemt kid uw sleutel. iss is uw source, sub het id van de gebeurtenis, en jti een kenmerk van deze poging. aud is het adres precies zoals het portaal het registreerde, en body_sha256 de SHA-256 van de bytes die u stuurt, in base64url zonder = aan het einde. Het token is hooguit 120 seconden geldig, dus elke poging heeft een nieuw.',
        'Uw publieke sleutels staan in een JWK Set, elk met een kid. Zet een nieuwe sleutel daar ten minste tien minuten in voordat u ermee ondertekent. Kent het portaal een kid niet, dan leest het de set opnieuw, hooguit elke dertig seconden. Kan dat nog niet, dan is het antwoord 503 met Retry-After. Anders bewaart het de set tien minuten. Gebruik een kid dus nooit opnieuw voor een andere sleutel.',
      ],
    },
    {
      kop: 'Nummering, herhaling en gaten',
      alineas: [
        'sequence is een geheel getal dat per bron begint bij 1 en zonder gaten doorloopt, in de volgorde waarin het bij u is vastgelegd. Ze hoeven niet in die volgorde aan te komen.',
        'Een herhaling heeft hetzelfde id, dezelfde sequence en dezelfde inhoud, en een nieuwe handtekening. Het portaal neemt haar aan met 204 en doet er niets mee. Hetzelfde id met een andere inhoud is 409.',
        'Komt een nummer vijftien seconden lang niet, dan haalt het portaal het op: GET /gebeurtenissen?vanaf= met het laatste nummer waar het alles van heeft. Antwoordt u 410, dan leest het alle zaken opnieuw. Dat vraagt het ook als het lang stil is.',
      ],
    },
  ] as readonly Sectie[],
  voorbeelden: {
    kop: 'Voorbeeld van een eerste bericht',
    uitleg: [
      'Met JWT. De waarden zijn verzonnen: neem uw eigen source, kid en zaak, en bij elke poging een nieuw token. Staat er …, dan is de waarde weggelaten.',
      'Zet WebHook-Request-Origin in beide verzoeken, met precies de naam die de beheerder instelde: zonder https:// en zonder pad. Ontbreekt de header bij POST, of staat er een andere naam in, dan is het antwoord 403 origin_not_allowed.',
    ],
    sleutels: 'Uw JWK Set',
    tokenkop: 'De kop van het token',
    claims: 'De claims van het token',
    handshake: 'De vraag om toestemming, en het antwoord',
    bezorging: 'De bezorging met de gebeurtenis, en het antwoord',
  },
  api: {
    kop: 'Wat het portaal aan uw API vraagt',
    uitleg:
      'Het adres van uw API eindigt op /v1. Het portaal geeft bij elke vraag uw token mee, in Authorization: Bearer. Namen en vormen zijn die van de API van het zaaksysteem: zie het document hierboven.',
    vraag: 'Vraag',
    waarvoor: 'Waarvoor',
    vragen: {
      'POST /abonnementen':
        'Het portaal neemt een abonnement. Antwoord 201, met het adres van het abonnement in Location. Had het er al een op dit adres, dan mag het ook 200 zijn.',
      'GET /abonnementen/{id}': 'Of het abonnement ‘actief’ is.',
      'POST /abonnementen/{id}/geheim': 'Een nieuw geheim. Alleen als u met een geheim van beide kanten bewijst.',
      'GET /zaken':
        'Alle zaken, in pagina’s. Met uuids vraagt het portaal er meer tegelijk. Kunt u dat niet, dan vraagt het ze één voor één.',
      'GET /zaken/{uuid}': 'Eén zaak, na een gebeurtenis.',
      'GET /gebeurtenissen':
        'Wat er na een sequence gebeurde (vanaf), als er een nummer ontbreekt. Met Hoogste-Sequence in het antwoord.',
      'POST /zaken/{uuid}/inzendingen': 'Wat een inwoner via het portaal instuurt.',
      'GET /doorlooptijden': 'Hoe lang zaken meestal duren. Zonder antwoord laat het portaal dat weg.',
    },
  },
  zaak: {
    kop: 'Wat een zaak ten minste heeft',
    uitleg:
      'Zonder deze velden kan het portaal een zaak van GET /zaken en GET /zaken/{uuid} niet lezen. Een veld mag wel null zijn waar het document dat zegt. Elke tekst voor inwoners heeft nl en en. Van initiator is er één van de vormen. Wat er verder kan, staat in het document.',
    plaats: 'Waar',
    velden: 'Nodig',
  },
  antwoorden: {
    kop: 'Wat elk antwoord betekent',
    uitleg:
      '204 betekent: alles is bewaard, nu of eerder. Elk ander antwoord is een problem (RFC 9457) met een code. De uitleg in detail is in het Engels.',
    status: 'Status',
    code: 'Code',
    betekenis: 'Betekenis',
    opnieuw: 'Nog eens sturen',
    ja: 'Ja, na Retry-After',
    nee: 'Het helpt niet, zolang u niets wijzigt',
    nooit: 'Nee. Stop met bezorgen',
  },
  deur: {
    kop: 'Uitproberen aan een proefdeur',
    uitleg:
      'De beheerder van het portaal kan een proefdeur voor u openen: een adres waar u uw afzender op richt. De deur controleert alles zoals het portaal het doet, en vraagt u soms te wachten of weigert iets, om te zien wat uw systeem dan doet. Niets van wat daar komt, bereikt het portaal. Een proefdeur is een week open. Bewijst u met een geheim van beide kanten (ACCESSTOKEN of STANDARDWEBHOOKS)? Daarvoor is er geen proefdeur.',
    demo: 'Dit is een demo: open er zelf een. Meld u aan als beheerder van het portaal, en ga naar',
    demoLink: 'Proefdeuren',
    antwoord:
      'De proefdeur staat in het document van de ontvanger, bij Proefdeur. Zij antwoordt zoals het portaal, en met opzet ook eens met 503 trial_wait, 429 trial_slower en 400 trial_refused. Wat met 400 geweigerd is, mag u nog eens proberen als u elke keer langer wacht. Het helpt alleen niet. Heeft zij genoeg gezien, dan antwoordt zij 429 trial_full. GET op haar adres geeft als JSON: geslaagd, gevallen (elk met geval, uitslag, bevinding en soms gevonden) en vervaltOp.',
    watTitel: 'Wat de proefdeur bekijkt',
    titel: (naam: string) => `Proefdeur van ${naam}`,
    stap: 'Registreer dit adres als sink in uw systeem, en laat ten minste vijf verschillende gebeurtenissen bezorgen, van verschillende zaken.',
    sink: 'Adres van de proefdeur',
    json: 'Een programma leest dezelfde uitkomst met GET op dit adres (JSON).',
    bron: 'Bron (source)',
    origin: 'Naam op internet (origin)',
    sleutels: 'Sleutels',
    bewijs: 'Bewijs',
    vorm: 'Vorm',
    tot: 'Open tot',
    kopieer: 'Kopieer',
    gekopieerd: 'Gekopieerd',
    uitkomst: 'Uitkomst',
    geslaagd: 'Alles is goed. Uw systeem doet wat het portaal vraagt.',
    bezig: (goed: number, alle: number) => `${goed} van de ${alle} zijn goed.`,
    ververs: 'Ververs',
    uitslag: { goed: 'goed', fout: 'fout', open: 'nog niet bekend' },
    opnieuw: 'Begin opnieuw',
    opnieuwUitleg: 'Wat fout ging, blijft staan tot u opnieuw begint. Dan vergeet de proefdeur wat er kwam.',
    gat: {
      kop: 'Laat een gat vullen',
      uitleg:
        'De proefdeur vraagt uw API om wat u haar al stuurde, zoals het portaal doet als er een nummer ontbreekt. Het token gebruikt zij één keer. Zij bewaart het niet.',
      token: 'Token voor uw API',
      knop: 'Vraag het op',
    },
    verloop: 'Wat er kwam',
    leeg: 'Er kwam nog niets.',
    kolom: { wanneer: 'Wanneer', wat: 'Wat', antwoord: 'Antwoord', waarom: 'Waarom' },
    soort: { toestemming: 'Handshake', bericht: 'Bericht', navraag: 'Vraag aan uw API' },
    toestemming: { ja: 'toestemming', nee: 'geen toestemming' },
    proef: { wacht_503: 'met opzet: wacht', wacht_429: 'met opzet: trager', weiger_400: 'met opzet: geweigerd' },
  },
  gevallen: {
    handshake: 'Vraagt om toestemming',
    ondertekend: 'Is ondertekend',
    gebeurtenis: 'Is een geldig CloudEvent',
    nummering: 'Heeft een nummer',
    na_503: 'Komt terug na 503',
    na_429: 'Komt terug na 429',
    zelfde_id: 'Houdt hetzelfde id',
    na_400: 'Stopt na 400, of wacht steeds langer',
    sleutels: 'Publiceert zijn sleutels',
    sleutelwissel: 'Wisselt van sleutel',
    gat: 'Vult een gat',
  },
  bevindingen: {
    nog_niets: () => 'Daarvoor kwam er nog te weinig.',
    toestemming_gevraagd: () => 'Uw systeem vroeg om toestemming, en kreeg die.',
    zonder_toestemming: () => 'Er kwam een bericht voordat uw systeem met OPTIONS toestemming had.',
    geen_origin: () => 'In de handshake ontbreekt de header WebHook-Request-Origin.',
    andere_origin: (g: string) => `WebHook-Request-Origin was ${g}, en niet de naam die is opgegeven.`,
    rate_onleesbaar: (g: string) => `WebHook-Request-Rate was ‘${g}’. Het is een geheel getal vanaf 1, of *.`,
    bewezen: () => 'De handtekening klopt.',
    niet_bewezen: (g: string) =>
      `Een handtekening klopte niet (${g}). Controleer het bericht met code die niet van uzelf is.`,
    geldig: () => 'Alles wat kwam, was een geldige gebeurtenis van deze bron.',
    ongeldig: (g: string) => `Een bericht werd geweigerd: ${g}.`,
    genummerd: () => 'Elke gebeurtenis heeft een sequence.',
    geen_sequence: (g: string) => `Gebeurtenis ${g} heeft geen sequence.`,
    andere_inhoud: (g: string) => `Gebeurtenis ${g} kwam twee keer, met een andere inhoud.`,
    wacht_nog: () => 'De proefdeur wacht nog op wat uw systeem doet, hooguit tien minuten.',
    wacht_op_stilte: () => 'De proefdeur kijkt een minuut lang of het bericht terugkomt.',
    kwam_terug: (g: string) => `Het bericht kwam na ${g} seconden terug.`,
    te_vroeg: (g: string) => `Het bericht kwam na ${g} seconden terug. Dat is eerder dan Retry-After vroeg.`,
    bleef_weg: () => 'Het bericht kwam niet binnen tien minuten terug.',
    herhaald_met_id: (g: string) => `Gebeurtenis ${g} kwam terug met hetzelfde id.`,
    ander_id: (g: string) => `De gebeurtenis met sequence ${g} kwam terug met een ander id.`,
    liet_het_erbij: (g: string): string =>
      g === '0'
        ? 'Het bericht kwam daarna een minuut lang niet terug.'
        : `Het bericht kwam nog ${g} keer terug, en elke keer later. Dat mag, maar het helpt niet.`,
    blijft_proberen: (g: string) =>
      `Het bericht kwam nog ${g} keer terug, zonder te wachten of zonder steeds langer te wachten. Na 400 helpt herhalen niet.`,
    gepubliceerd: (g: string) => `De sleutel ${g} staat in uw JWK Set.`,
    sleutel_onbekend: () => 'Een bericht is ondertekend met een sleutel die niet in uw JWK Set staat.',
    sleutels_onbereikbaar: () => 'Uw JWK Set is niet te lezen.',
    wissel_nog: () => 'Wissel uw sleutel en laat nog een gebeurtenis bezorgen.',
    gewisseld: (g: string) => `Er klopten handtekeningen van meer dan één sleutel: ${g}.`,
    geen_api: () => 'Er is geen adres van uw API opgegeven, dus dit is niet te proberen.',
    gat_gevuld: (g: string) => `Uw API gaf ${g} gebeurtenissen, zonder gaten, met hetzelfde id als wat u stuurde.`,
    gat_andere_id: () => 'Uw API gaf een gebeurtenis een ander id dan toen u haar stuurde.',
    gat_ontbreekt: () => 'Uw API gaf niet alles wat u stuurde.',
    gat_ongeldig: () =>
      'Het antwoord van uw API klopt niet: het is een lijst gebeurtenissen van deze bron, zonder gaten na vanaf, met de header Hoogste-Sequence.',
    gat_onbereikbaar: () => 'Uw API gaf geen antwoord.',
    gat_geweigerd: () => 'Uw API weigerde de vraag.',
    gat_niets_ontvangen: () => 'Laat eerst een gebeurtenis bezorgen. Dan is er iets om op te vragen.',
  },
}

const en: typeof nl = {
  titel: 'Connecting a zaaksysteem (case system)',
  intro:
    'This portal shows citizens what happens to their zaak (case). It hears of that from a zaaksysteem (case system). Do you build one? Here you read what the portal expects of your system, and how to try that.',
  documenten: {
    kop: 'Address and documents',
    adres: 'Here the portal takes messages. It gives you this address itself, as the sink of its abonnement:',
    ontvanger: 'What the receiver of this portal takes (OpenAPI)',
    api: 'The API that the portal asks of a zaaksysteem (OpenAPI)',
    apiElders:
      'The API that the portal asks is described at the zaaksysteem of the municipality, at /ontwikkelaars/api.',
  },
  contact: {
    mail: 'Questions, or a test door? Mail those who run this portal:',
    gemeente: 'Questions, or a test door? Ask the municipality for those who run this portal (functioneel beheer).',
  },
  secties: [
    {
      kop: 'From asking to a first message',
      alineas: [],
      punten: [
        'Ask the operator of the portal for a test door. Give your source, your origin (your name on the internet), the address of your keys, how you sign, and the address of your API if you have it already.',
        'Put your public keys at that address, as a JWK Set. How is under ‘How you sign’.',
        'Ask the address of the test door for consent with OPTIONS, with your origin in WebHook-Request-Origin. The answer then has it in WebHook-Allowed-Origin.',
        'Deliver one event there with POST, as in the example. When the answer is 204 it was accepted. The page of the test door then says at ‘Is signed’ that it is right.',
        'Deliver at least four others, of different zaken, and do what the page of the test door asks, until all is right there.',
        'Give the operator a token for your API. He configures the portal, which then subscribes at your system.',
      ],
    },
    {
      kop: 'How your system is registered',
      alineas: [
        'A portal listens to one bron (source of events). The operator of the portal configures its name (source), the name on the internet that it gives (origin), where its keys are (JWK Set), and where its API is, with a token for it. Then the portal itself subscribes.',
      ],
      punten: [
        'The portal asks POST /abonnementen of your API, with its address as the sink.',
        'Your system asks that address for consent with OPTIONS: WebHook-Request-Origin is your name on the internet. If that name is in WebHook-Allowed-Origin of the answer, you may deliver. The status of the answer does not count.',
        'When GET /abonnementen/{id} says ‘actief’, the portal reads all zaken with GET /zaken, and from then on your system delivers each event.',
      ],
    },
    {
      kop: 'What you deliver',
      alineas: [
        'A CloudEvent 1.0 with POST: in JSON (application/cloudevents+json), in UTF-8 and without compression. A batch or the binary mode only when that was agreed. An event is at most 256 KiB. A batch is at most 1 MiB and 1000 events.',
        'Needed are specversion, id (a UUID), source, type, subject (the UUID of the zaak) and data. Give sequence too, with sequencetype Integer, and time. Without sequence the portal does not notice that it misses something. What data holds differs by type: see the document of the receiver. Add nothing to it: a member that the document does not have is refused with 400 invalid_event. Attributes and types can be added: the portal takes them, and does nothing with them.',
        'An event holds no name, no BSN and no free text. What more the portal wants to know, it asks with GET /zaken/{uuid}.',
      ],
    },
    {
      kop: 'How you sign',
      alineas: [
        'With a token (JWT, ES256) in Authorization, or with a signature beside it. In the header typ is webhook+jwt and kid names your key. iss is your source, sub the id of the event, and jti names this attempt. aud is the address exactly as the portal registered it, and body_sha256 the SHA-256 of the bytes that you send, in base64url without = at its end. The token is valid for at most 120 seconds, so each attempt has a new one.',
        'Your public keys are in a JWK Set, each with a kid. Put a new key there at least ten minutes before you sign with it. When the portal does not know a kid it reads the set again, at most every thirty seconds. When it cannot do that yet, the answer is 503 with Retry-After. Otherwise it keeps the set for ten minutes. So never use a kid again for another key.',
      ],
    },
    {
      kop: 'Numbers, repeats and gaps',
      alineas: [
        'sequence is a whole number that begins at 1 for each bron and runs on without gaps, in the order in which you recorded the events. They need not arrive in that order.',
        'A repeat has the same id, the same sequence and the same content, and a new signature. The portal takes it with 204 and does nothing with it. The same id with another content is 409.',
        'When a number is missing for fifteen seconds, the portal fetches it: GET /gebeurtenissen?vanaf= with the last number up to which it has everything. If you answer 410, it reads all zaken again. It also asks when it was quiet for long.',
      ],
    },
  ],
  voorbeelden: {
    kop: 'Example of a first message',
    uitleg: [
      'With JWT. The values are made up: take your own source, kid and zaak, and a new token for each attempt. Where it says … the value was left out.',
      'Put WebHook-Request-Origin in both requests, with exactly the name that the operator configured: without https:// and without a path. When POST lacks the header, or it holds another name, the answer is 403 origin_not_allowed.',
    ],
    sleutels: 'Your JWK Set',
    tokenkop: 'The header of the token',
    claims: 'The claims of the token',
    handshake: 'Asking for consent, and the answer',
    bezorging: 'Delivering the event, and the answer',
  },
  api: {
    kop: 'What the portal asks of your API',
    uitleg:
      'The address of your API ends in /v1. The portal sends your token with each request, in Authorization: Bearer. Names and forms are those of the API of the zaaksysteem: see the document above.',
    vraag: 'Request',
    waarvoor: 'What for',
    vragen: {
      'POST /abonnementen':
        'The portal subscribes. Answer 201, with the address of the abonnement (subscription) in Location. When it had one at this address already, 200 will do too.',
      'GET /abonnementen/{id}': 'Whether the abonnement is ‘actief’.',
      'POST /abonnementen/{id}/geheim': 'A new secret. Only when both sides have a secret to prove with.',
      'GET /zaken':
        'All zaken (cases), in pages. With uuids the portal asks for several at once. If you cannot do that, it asks for them one by one.',
      'GET /zaken/{uuid}': 'One zaak, after an event.',
      'GET /gebeurtenissen':
        'What happened after a sequence (vanaf), when a number is missing. With Hoogste-Sequence in the answer.',
      'POST /zaken/{uuid}/inzendingen': 'What a citizen sends in through the portal.',
      'GET /doorlooptijden': 'How long zaken usually take. Without an answer the portal leaves that out.',
    },
  },
  zaak: {
    kop: 'What a zaak has at least',
    uitleg:
      'Without these members the portal cannot read a zaak of GET /zaken and GET /zaken/{uuid}. A member may be null where the document says so. Each text for citizens has nl and en. Of initiator there is one of the forms. What else there can be is in the document.',
    plaats: 'Where',
    velden: 'Needed',
  },
  antwoorden: {
    kop: 'What each answer means',
    uitleg: '204 means: all of it is stored, now or before. Any other answer is a problem (RFC 9457) with a code.',
    status: 'Status',
    code: 'Code',
    betekenis: 'Meaning',
    opnieuw: 'Send it again',
    ja: 'Yes, after Retry-After',
    nee: 'It does not help, unless you change something',
    nooit: 'No. Stop delivering',
  },
  deur: {
    kop: 'Trying it at a test door',
    uitleg:
      'The operator of the portal can open a test door for you: an address to point your sender at. The door verifies everything as the portal does, and sometimes asks you to wait or refuses something, to see what your system does then. Nothing that comes there reaches the portal. A test door is open for a week. There is no test door for a secret of both sides (ACCESSTOKEN or STANDARDWEBHOOKS).',
    demo: 'This is a demo: open one yourself. Sign in as an operator of the portal, and go to',
    demoLink: 'Proefdeuren (test doors)',
    antwoord:
      'The test door is in the document of the receiver, under Proefdeur. It answers as the portal does, and on purpose also once with 503 trial_wait, 429 trial_slower and 400 trial_refused. You may try again what was refused with 400 if you wait longer each time. It just does not help. When it has seen enough it answers 429 trial_full. GET at its address gives JSON: geslaagd (passed), gevallen (each with geval, uitslag, bevinding and sometimes gevonden) and vervaltOp (until when it is open).',
    watTitel: 'What the test door looks at',
    titel: (naam: string) => `Test door of ${naam}`,
    stap: 'Register this address as a sink in your system, and have at least five different events delivered, of different zaken.',
    sink: 'Address of the test door',
    json: 'A program reads the same outcome with GET at this address (JSON).',
    bron: 'Source',
    origin: 'Name on the internet (origin)',
    sleutels: 'Keys',
    bewijs: 'Proof',
    vorm: 'Form',
    tot: 'Open until',
    kopieer: 'Copy',
    gekopieerd: 'Copied',
    uitkomst: 'Outcome',
    geslaagd: 'All is well. Your system does what the portal asks.',
    bezig: (goed: number, alle: number) => `${goed} of ${alle} are right.`,
    ververs: 'Refresh',
    uitslag: { goed: 'right', fout: 'wrong', open: 'not known yet' },
    opnieuw: 'Begin anew',
    opnieuwUitleg: 'What went wrong stays until you begin anew. The test door then forgets what came.',
    gat: {
      kop: 'Have a gap filled',
      uitleg:
        'The test door asks your API for what you sent before, as the portal does when a number is missing. It uses the token once, and does not keep it.',
      token: 'Token for your API',
      knop: 'Ask for it',
    },
    verloop: 'What came',
    leeg: 'Nothing came yet.',
    kolom: { wanneer: 'When', wat: 'What', antwoord: 'Answer', waarom: 'Why' },
    soort: { toestemming: 'Handshake', bericht: 'Message', navraag: 'Question to your API' },
    toestemming: { ja: 'consent', nee: 'no consent' },
    proef: { wacht_503: 'on purpose: wait', wacht_429: 'on purpose: slower', weiger_400: 'on purpose: refused' },
  },
  gevallen: {
    handshake: 'Asks for consent',
    ondertekend: 'Is signed',
    gebeurtenis: 'Is a valid CloudEvent',
    nummering: 'Has a number',
    na_503: 'Comes back after 503',
    na_429: 'Comes back after 429',
    zelfde_id: 'Keeps the same id',
    na_400: 'Stops after 400, or waits longer each time',
    sleutels: 'Publishes its keys',
    sleutelwissel: 'Turns over its key',
    gat: 'Fills a gap',
  },
  bevindingen: {
    nog_niets: () => 'Too little came to say.',
    toestemming_gevraagd: () => 'Your system asked for consent, and got it.',
    zonder_toestemming: () => 'A message came before your system had consent with OPTIONS.',
    geen_origin: () => 'The handshake lacks the header WebHook-Request-Origin.',
    andere_origin: (g) => `WebHook-Request-Origin was ${g}, which is not the name that was given.`,
    rate_onleesbaar: (g) => `WebHook-Request-Rate was ‘${g}’. It is a whole number from 1, or *.`,
    bewezen: () => 'The signature holds.',
    niet_bewezen: (g) => `A signature did not hold (${g}). Verify the message with code that is not your own.`,
    geldig: () => 'All that came was a valid event of this source.',
    ongeldig: (g) => `A message was refused: ${g}.`,
    genummerd: () => 'Each event has a sequence.',
    geen_sequence: (g) => `Event ${g} has no sequence.`,
    andere_inhoud: (g) => `Event ${g} came twice, with different content.`,
    wacht_nog: () => 'The test door still waits for what your system does, for at most ten minutes.',
    wacht_op_stilte: () => 'The test door looks for a minute whether the message comes back.',
    kwam_terug: (g) => `The message came back after ${g} seconds.`,
    te_vroeg: (g) => `The message came back after ${g} seconds. That is earlier than Retry-After asked.`,
    bleef_weg: () => 'The message did not come back within ten minutes.',
    herhaald_met_id: (g) => `Event ${g} came back with the same id.`,
    ander_id: (g) => `The event with sequence ${g} came back with another id.`,
    liet_het_erbij: (g) =>
      g === '0'
        ? 'The message did not come back for a minute.'
        : `The message came back, ${g} times in all and each time later. That is allowed, but does not help.`,
    blijft_proberen: (g) =>
      `The message came back, ${g} times in all, without waiting or without waiting longer each time. After 400 a repeat does not help.`,
    gepubliceerd: (g) => `The key ${g} is in your JWK Set.`,
    sleutel_onbekend: () => 'A message is signed with a key that is not in your JWK Set.',
    sleutels_onbereikbaar: () => 'Your JWK Set cannot be read.',
    wissel_nog: () => 'Turn over your key and have one more event delivered.',
    gewisseld: (g) => `Signatures of more than one key held: ${g}.`,
    geen_api: () => 'No address of your API was given, so this cannot be tried.',
    gat_gevuld: (g) => `Your API gave ${g} events, without gaps, with the same id as those that you sent.`,
    gat_andere_id: () => 'Your API gave an event another id than when you sent it.',
    gat_ontbreekt: () => 'Your API did not give all that you sent.',
    gat_ongeldig: () =>
      'The answer of your API is not right: it is a list of events of this source, without gaps after vanaf, with the header Hoogste-Sequence.',
    gat_onbereikbaar: () => 'Your API gave no answer.',
    gat_geweigerd: () => 'Your API refused the question.',
    gat_niets_ontvangen: () => 'Have an event delivered first. Then there is something to ask for.',
  },
}

/** Texts for builders of a zaaksysteem that delivers to the portal. */
export const aansluiten: Record<Taal, typeof nl> = { nl, en }
