import type { Taal } from '../../text/taal.ts'

type Sectie = { kop: string; alineas: string[] }

type Bezorgen = {
  intro: string
  antwoorden: { kop: string; antwoord: string; gevolg: string; rijen: [antwoord: string, gevolg: string][] }
  herhalen: Sectie & { poging: string; na: string; eerste: string; eenheden: Record<'u' | 'min' | 's', string> }
  volgorde: Sectie
  inhalen: Sectie
  stromen: Sectie
  sse: Sectie & { opdracht: string; voorbeeld: string }
  websocket: Sectie & { opdracht: string; sluiten: string; code: string; naam: string; betekenis: string }
  nats: Sectie
  beheren: Sectie
  grenzen: { kop: string; regels: string[] }
}

export const bezorgen: Record<Taal, Bezorgen> = {
  nl: {
    intro:
      'Elk bericht wordt bewaard samen met de wijziging en komt minstens één keer aan. Zo haalt u er het meeste uit.',
    antwoorden: {
      kop: 'Uw antwoord, en wat wij dan doen',
      antwoord: 'Antwoord',
      gevolg: 'Gevolg',
      rijen: [
        ['2xx', 'Bezorgd. Wat er in uw antwoord staat, maakt niet uit.'],
        [
          '400, 409, 413, 415, 422',
          'U weigert dit bericht. Wij proberen het opnieuw volgens het schema; andere berichten gaan gewoon door.',
        ],
        [
          '401, 403, 404',
          'Het adres of de ondertekening klopt niet. Wij proberen het opnieuw. Antwoord niet 404 voor een zaak die u niet kent.',
        ],
        ['410', 'Het adres bestaat niet meer. Het abonnement wordt uitgeschakeld.'],
        ['429, of 503 met Retry-After', 'Wij wachten zo lang als u vraagt, hooguit 24 uur.'],
        ['Andere 4xx en 5xx', 'Mislukt. Wij proberen het opnieuw.'],
        ['3xx', 'Mislukt. Wij volgen geen doorverwijzing.'],
        ['Geen antwoord binnen 15 seconden', 'Mislukt. Antwoord dus eerst, en doe het werk daarna.'],
      ],
    },
    herhalen: {
      kop: 'Opnieuw proberen',
      alineas: [
        'De wachttijd wijkt tot 20 % af, zodat niet alles tegelijk komt. U kunt een eigen schema kiezen met config.herhaalschema, in seconden: {"herhaalschema": [5, 10, 30, 60]}. Handig zolang u bouwt, want na een herstart van uw ontvanger wacht u dan kort. Na de laatste poging blijft het bericht bewaard: dan kan het opnieuw worden bezorgd.',
        'Mislukken zeven van de tien pogingen in vijf minuten? Dan sturen wij elke 30 seconden nog één bericht, tot het weer lukt. Na vijf dagen met alleen mislukte pogingen schakelen wij het abonnement uit. De contactpersoon krijgt daarvoor al bericht.',
        'Bij elke poging is de handtekening nieuw en het id hetzelfde. Bewaar het id samen met wat u met het bericht doet, in één transactie.',
      ],
      poging: 'Poging',
      na: 'Na',
      eerste: 'meteen',
      eenheden: { u: 'uur', min: 'min', s: 's' },
    },
    volgorde: {
      kop: 'Volgorde',
      alineas: [
        'Berichten over dezelfde zaak komen in de goede volgorde: het volgende gaat pas als het vorige is bezorgd of opgegeven. Tussen zaken is er geen volgorde: na 619 kan 618 nog komen.',
        'sequence loopt zonder gaten over alle zaken. Kiest u met types of filters, of mag uw token niet alles zien? Dan krijgt u niet elk nummer, en is een gat gewoon. Ga dan uit van Tot-Sequence of, in een stream, van positie: die zeggen tot welk nummer u alles heeft. Krijgt u wel alles en blijft er een gat? Dan mist u iets. Een gat dat zich later vult, is gewoon een bericht over een andere zaak dat later kwam.',
        'Heeft u een bericht met een hogere sequence van die zaak al verwerkt? Neem het oudere dan aan met 2xx en doe er niets mee.',
      ],
    },
    inhalen: {
      kop: 'Inhalen wat u miste',
      alineas: [
        'GET /gebeurtenissen?vanaf=<uw laatste sequence> geeft alle berichten daarna, in volgorde. Haal de volgende pagina op met de waarde van de header Tot-Sequence als vanaf, tot die gelijk is aan Hoogste-Sequence. Met limiet kiest u hoeveel berichten een pagina hooguit heeft (van 1 tot 1000, standaard 1000). Is er nog niets, dan wacht het antwoord met wacht zoveel seconden op het eerste bericht (van 0 tot 30, standaard 0).',
        'Is vanaf hoger dan de hoogste sequence? Dan is ons systeem teruggezet en krijgt u 409 sequence_unknown. Alleen vanaf=2147483647 geeft op een pagina geen 409: u krijgt dan geen berichten, en in Tot-Sequence waar het einde nu is. 410 events_purged betekent dat het volgende bericht niet meer wordt bewaard. Lees in beide gevallen alle zaken opnieuw.',
        'Bewaar daarvoor eerst Hoogste-Sequence: die header staat ook bij de 409 en de 410. Lees dan alle zaken met GET /zaken. De eerste pagina noemt bij ‘laatste’ het UUID van de laatste zaak. Vraag met ‘volgende’ als na de volgende pagina, tot u die zaak heeft gehad. Ga daarna verder met de bewaarde Hoogste-Sequence als vanaf. Zo krijgt u ook wat er tijdens het lezen gebeurde. Een deel daarvan ziet u al in de zaken die u las.',
        'Heeft u bij 410 niet alle zaken nodig? Op een pagina zegt de header Oudste-Sequence wat het oudste bericht is dat daarna nog wordt bewaard. Ga verder met vanaf één lager.',
        'GET /abonnementen/{id}/bezorgingen toont wat er van elk bericht werd: wachtend, bezorgd, mislukt of overgeslagen, met de laatste poging en wanneer de volgende komt. Met ?status=mislukt ziet u alleen wat mislukte.',
        'POST /abonnementen/{id}/herstel bezorgt alles opnieuw wat sinds een moment niet aankwam. Hier is vanaf een tijdstip en geen sequence: {"vanaf": "2026-11-26T09:30:00Z"}. POST /bezorgingen/{id}/herhaling bezorgt één bericht opnieuw. Het id staat in de lijst van bezorgingen.',
      ],
    },
    stromen: {
      kop: 'Een stream lezen',
      alineas: [
        'Heeft u geen adres waar wij kunnen bezorgen? Lees dan een stream van GET /gebeurtenissen: met server-sent events, of als WebSocket. Met vanaf gaat u verder na die sequence. Zonder vanaf krijgt u alleen wat er vanaf nu gebeurt.',
        'Het token staat in de header Authorization, nooit in het adres. De opdrachten hieronder gebruiken API en TOKEN uit stap 1 van ‘Begin in tien minuten’.',
      ],
    },
    sse: {
      kop: 'Een stream met server-sent events',
      alineas: [
        'Vraag GET /gebeurtenissen met Accept: text/event-stream. Het id van een event is de sequence. Verbreekt de verbinding, ga dan daarmee verder: met Last-Event-ID of met vanaf. Stuurt u allebei, dan telt Last-Event-ID.',
        'Eerst komt een event met de naam positie, en daarna elke 15 seconden weer. Dat is geen bericht over een zaak: id en data zeggen alleen tot welke sequence u alles heeft. Ook met dit id kunt u verder.',
      ],
      opdracht: 'Server-sent events met curl',
      voorbeeld: 'Wat u dan krijgt',
    },
    websocket: {
      kop: 'Een stream als WebSocket',
      alineas: [
        'Open hetzelfde adres met wss in plaats van https (of ws in plaats van http), met het subprotocol cloudevents.json: wss://<ons adres>/api/zaaksysteem/v1/gebeurtenissen. Een browser kan de header Authorization niet meesturen, dus dit is voor servers. Elk bericht is één tekstbericht. Het voorbeeld gebruikt het pakket ws, want Node.js 20 heeft zelf geen WebSocket. Zet er VANAF=<sequence> voor om verder te gaan na die sequence.',
        'Tot welke sequence u alles heeft, staat in een ping, die meteen komt en daarna elke 15 seconden. Het antwoord 101 heeft de header Tot-Sequence. Laat uw bibliotheek geen van beide zien? Begin dan met vanaf. Waar het einde nu is, vraagt u met GET /gebeurtenissen?vanaf=2147483647, als pagina en niet als stream.',
        'Kan de WebSocket niet open, dan antwoorden wij met HTTP in plaats van 101. Zo geeft een vanaf die te hoog is 409. Sommige bibliotheken tonen dan alleen code 1006. Vraag een pagina op met dezelfde vanaf om te zien waarom.',
        'Sluiten wij de WebSocket later, dan zegt de code waarom. Na 4409 en 4410 vindt u Hoogste-Sequence op een pagina. De uitleg is in het Engels, zoals in het AsyncAPI-document.',
      ],
      opdracht: 'Een WebSocket met Node.js',
      sluiten: 'Waarom wij een WebSocket sluiten',
      code: 'Code',
      naam: 'Reden',
      betekenis: 'Betekenis',
    },
    nats: {
      kop: 'Bezorgen op NATS JetStream',
      alineas: [
        'Heeft u een NATS-server met JetStream? Dan zetten wij elk bericht op een subject van een stream. Bevestigt de stream het, dan is het bezorgd. Hieronder staat hoe u dat registreert.',
        'Met PLAIN geeft u ons een gebruiker (identifier) en een wachtwoord (secret) van uw server. Die gebruiker hoeft alleen op dit subject te mogen publiceren. Geen antwoord van ons bevat het wachtwoord. Wilt u een ander wachtwoord? Registreer dezelfde sink en hetzelfde subject dan opnieuw. stream mag u weglaten.',
        'Lees de stream met uw eigen consumer. De inhoud van een bericht is het CloudEvent in JSON. Met contentmodus binary is de inhoud alleen data, en staan de attributen in headers die met ce- beginnen. Een bericht kan twee keer in de stream staan: u herkent het aan het id, dat ook in Nats-Msg-Id staat.',
        'In de header Authorization staat hetzelfde token als bij het credentialtype JWT. aud is uw sink, precies zoals u die registreerde. Controleer iat en exp met het moment waarop de stream het bericht bewaarde, en niet met nu: een token is maar 120 seconden geldig. In onze code geeft u dat moment als now. Bewaar ook de sleutels die wij toen publiceerden. Met binary bewijst het token alleen data en het id.',
      ],
    },
    beheren: {
      kop: 'Uw abonnement beheren',
      alineas: [
        'Bij het registreren vraagt het zaaksysteem uw ontvanger met OPTIONS of hij berichten wil (de handshake). Antwoord met WebHook-Allowed-Origin. Wilt u later ja zeggen? Roep dan het adres aan dat in de header WebHook-Request-Callback staat (/toestemming/{sleutel}). Dat werkt één keer en zonder token. POST /abonnementen/{id}/verificatie vraagt het uw ontvanger opnieuw.',
        'POST /abonnementen/{id}/proefbericht met {"type": "nl.overheid.zaken.zaakstatus-gewijzigd"} stuurt meteen een proefbericht en zegt wat uw ontvanger antwoordde.',
        'POST /abonnementen/{id}/pauze stopt de bezorging, POST /abonnementen/{id}/hervatting laat de bezorging weer doorgaan. Wat er tijdens de pauze gebeurt, slaan wij over. Vraag daarna een herstel om het alsnog te krijgen.',
        'POST /abonnementen/{id}/geheim geeft een nieuw geheim voor ACCESSTOKEN en STANDARDWEBHOOKS. Met {"overlapUren": 24} blijft het oude nog 24 uur geldig.',
        'DELETE /abonnementen/{id} verwijdert het abonnement, met zijn bezorgingen. Dat kunt u niet terugdraaien.',
      ],
    },
    grenzen: {
      kop: 'Grenzen',
      regels: [
        'Een bericht is hooguit 256 KiB.',
        'Een verzoek aan de API is hooguit 16 KiB.',
        'Een API-client heeft hooguit 50 abonnementen en vraagt hooguit 60 keer per uur een handshake aan.',
        'Een API-client heeft hooguit 200 streams tegelijk open. Een verzoek met wacht telt mee.',
        'Een abonnement heeft hooguit 20 filters, en 256 bezorgingen tegelijk (standaard 64).',
        'Met contentmodus batch zitten er hooguit 100 berichten in een verzoek.',
      ],
    },
  },
  en: {
    intro:
      'Every message is stored together with the change and arrives at least once. This is how to get the most out of it.',
    antwoorden: {
      kop: 'Your answer, and what we do then',
      antwoord: 'Answer',
      gevolg: 'Effect',
      rijen: [
        ['2xx', 'Delivered. The body of your answer makes no difference.'],
        [
          '400, 409, 413, 415, 422',
          'You refuse this message. We retry it on schedule; other messages are not affected.',
        ],
        [
          '401, 403, 404',
          'Something is wrong with the address or the signature. We try again. Do not answer 404 for a zaak that you do not know.',
        ],
        ['410', 'The address no longer exists. The abonnement is disabled.'],
        ['429, or 503 with Retry-After', 'We wait as long as you ask, at most 24 hours.'],
        ['Other 4xx and 5xx', 'Failed. We try again.'],
        ['3xx', 'Failed. We follow no redirects.'],
        ['No answer within 15 seconds', 'Failed. So answer first, and do the work after that.'],
      ],
    },
    herhalen: {
      kop: 'Retries',
      alineas: [
        'The wait varies by up to 20 %, so that messages do not all arrive at once. You can set your own schedule with config.herhaalschema (retry schedule), in seconds: {"herhaalschema": [5, 10, 30, 60]}. That helps during development, because you then wait only briefly after restarting your receiver. After the last attempt the message is kept, so it can still be delivered again.',
        'If seven out of ten attempts fail within five minutes, we send only one message every 30 seconds until one succeeds. After five days in which every attempt failed, we disable the abonnement. We warn its contact before that.',
        'Each attempt has a new signature but the same id. Store the id together with what you do with the message, in one transaction.',
      ],
      poging: 'Attempt',
      na: 'After',
      eerste: 'at once',
      eenheden: { u: 'h', min: 'min', s: 's' },
    },
    volgorde: {
      kop: 'Order',
      alineas: [
        'Messages about the same zaak come in order: the next one is sent once the one before it has been delivered or given up. There is no order between zaken: 618 can still arrive after 619.',
        'sequence counts without gaps across all zaken. If you choose with types or filters, or your token may not see everything, you do not get every number and gaps are normal. Go by Tot-Sequence then or, in a stream, by positie: they say up to which number you have everything. If you do get everything, a gap that stays means that you missed something. A gap that fills later was just a message about another zaak that took longer.',
        'Have you handled a message with a higher sequence of that zaak? Then accept the older one with 2xx, and ignore it.',
      ],
    },
    inhalen: {
      kop: 'Catching up',
      alineas: [
        'GET /gebeurtenissen?vanaf=<your last sequence> returns all messages after it, in order. For the next page, pass the value of the Tot-Sequence header as vanaf, until it equals Hoogste-Sequence. limiet sets the most messages that a page may hold (from 1 to 1000, 1000 by default). If there is nothing yet, wacht makes the answer wait that many seconds for the first message (from 0 to 30, 0 by default).',
        'If vanaf is higher than the highest sequence, our system was restored and you get 409 sequence_unknown. Only vanaf=2147483647 does not give a 409 on a page: you then get no messages, and Tot-Sequence says where the end is now. 410 events_purged means that the next message is no longer kept. In both cases, read all zaken again.',
        'To do so, first note Hoogste-Sequence: the 409 and the 410 have that header too. Then read all zaken with GET /zaken. The first page gives the UUID of the last zaak as ‘laatste’. Pass ‘volgende’ as na to get the next page, until you have had that zaak. After that, continue with the Hoogste-Sequence that you noted as vanaf. This way you also get what happened while you were reading. Some of it is already in the zaken that you read.',
        'If you do not need every zaak after a 410, the Oudste-Sequence header of a page gives the oldest message after that point which is still kept. Continue with a vanaf of one less.',
        'GET /abonnementen/{id}/bezorgingen shows what became of each message: wachtend (waiting), bezorgd (delivered), mislukt (failed) or overgeslagen (skipped), with the last attempt and when the next one is due. Add ?status=mislukt to see only what failed.',
        'POST /abonnementen/{id}/herstel (recovery) redelivers everything that has not arrived since a given time. Here vanaf is a time, not a sequence: {"vanaf": "2026-11-26T09:30:00Z"}. POST /bezorgingen/{id}/herhaling redelivers a single message. Its id is in the list of bezorgingen (deliveries).',
      ],
    },
    stromen: {
      kop: 'Reading a stream',
      alineas: [
        'If you have no address that we can deliver to, read a stream of GET /gebeurtenissen instead: with server-sent events, or as a WebSocket. With vanaf you continue after that sequence. Without vanaf you get only what happens from now on.',
        'The token goes in the Authorization header, never in the address. The commands below use API and TOKEN from step 1 of ‘Start in ten minutes’.',
      ],
    },
    sse: {
      kop: 'A stream with server-sent events',
      alineas: [
        'Request GET /gebeurtenissen with Accept: text/event-stream. The id of an event is its sequence. If the connection breaks, continue from there with Last-Event-ID or with vanaf. If you send both, Last-Event-ID counts.',
        'An event named positie comes first, and again every 15 seconds. It is not a message about a zaak: its id and data only say up to which sequence you have everything. You can continue from this id too.',
      ],
      opdracht: 'Server-sent events with curl',
      voorbeeld: 'What you get',
    },
    websocket: {
      kop: 'A stream as a WebSocket',
      alineas: [
        'Open the same address with wss instead of https (or ws instead of http), with the subprotocol cloudevents.json: wss://<our address>/api/zaaksysteem/v1/gebeurtenissen. A browser cannot send the Authorization header, so this is for servers. Each message is one text message. The example uses the package ws, because Node.js 20 has no WebSocket of its own. Put VANAF=<sequence> in front of it to continue after that sequence.',
        'Up to which sequence you have everything is in a ping, which comes at once and again every 15 seconds. The 101 response has the header Tot-Sequence. If your library shows you neither, start with vanaf. To ask where the end is now, use GET /gebeurtenissen?vanaf=2147483647, as a page and not as a stream.',
        'If the WebSocket cannot open, we answer over HTTP instead of with 101. A vanaf that is too high gives 409, for example. Some libraries then show only code 1006. Request a page with the same vanaf to see why.',
        'When we close the WebSocket later, the code says why. After 4409 and 4410, a page tells you Hoogste-Sequence.',
      ],
      opdracht: 'A WebSocket with Node.js',
      sluiten: 'Why we close a WebSocket',
      code: 'Code',
      naam: 'Reason',
      betekenis: 'Meaning',
    },
    nats: {
      kop: 'Delivery to NATS JetStream',
      alineas: [
        'If you have a NATS server with JetStream, we can publish each message to a subject of a stream. When the stream acknowledges it, it has been delivered. The example below shows how to register that.',
        'With PLAIN you give us a user (identifier) and a password (secret) of your server. The user only needs permission to publish on this subject. No answer of ours contains the password. To change it, register the same sink and subject again. You may leave out stream.',
        'Read the stream with a consumer of your own. The payload of a message is the CloudEvent in JSON. With contentmodus binary the payload is only data, and the attributes are in headers that begin with ce-. A message can be in the stream twice: you recognise it by its id, which is also in Nats-Msg-Id.',
        'The Authorization header holds the same token as with credentialtype JWT. aud is your sink, exactly as you registered it. Check iat and exp against the time at which the stream stored the message, not against the present: a token is valid for only 120 seconds. In our code, pass that time as now. Also keep the keys that we published at that time. With binary the token proves only data and the id.',
      ],
    },
    beheren: {
      kop: 'Managing your abonnement (subscription)',
      alineas: [
        'When you register, the zaaksysteem asks your receiver with OPTIONS whether it wants messages (the handshake). Answer with WebHook-Allowed-Origin. To consent later, call the address in the WebHook-Request-Callback header (/toestemming/{sleutel}). It works once and needs no token. POST /abonnementen/{id}/verificatie asks your receiver again.',
        'POST /abonnementen/{id}/proefbericht with {"type": "nl.overheid.zaken.zaakstatus-gewijzigd"} sends a test message at once and tells you what your receiver answered.',
        'POST /abonnementen/{id}/pauze stops delivery, and POST /abonnementen/{id}/hervatting resumes it. What happens during the pause is skipped. Ask for a herstel afterwards to receive it after all.',
        'POST /abonnementen/{id}/geheim returns a new secret for ACCESSTOKEN and STANDARDWEBHOOKS. With {"overlapUren": 24} the old one stays valid for another 24 hours.',
        'DELETE /abonnementen/{id} deletes the abonnement and its deliveries. This cannot be undone.',
      ],
    },
    grenzen: {
      kop: 'Limits',
      regels: [
        'A message is at most 256 KiB.',
        'A request to the API is at most 16 KiB.',
        'An API client has at most 50 abonnementen and asks for a handshake at most 60 times an hour.',
        'An API client has at most 200 streams open at a time. A request with wacht counts too.',
        'An abonnement has at most 20 filters, and 256 deliveries at once (64 by default).',
        'With contentmodus batch a request holds at most 100 messages.',
      ],
    },
  },
}
