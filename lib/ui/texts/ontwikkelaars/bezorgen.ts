import type { Taal } from '../../text/taal.ts'

type Sectie = { kop: string; alineas: string[] }

type Bezorgen = {
  intro: string
  antwoorden: { kop: string; antwoord: string; gevolg: string; rijen: [antwoord: string, gevolg: string][] }
  herhalen: Sectie & { poging: string; na: string; eerste: string; eenheden: Record<'u' | 'min' | 's', string> }
  volgorde: Sectie
  inhalen: Sectie
  grenzen: { kop: string; regels: string[] }
}

export const bezorgen: Record<Taal, Bezorgen> = {
  nl: {
    intro:
      'Elk bericht wordt bewaard samen met de wijziging en komt minstens één keer aan. Zo doet u er het meeste mee.',
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
          'Een fout van het adres of het bewijs. Wij proberen het opnieuw. Antwoord niet 404 voor een zaak die u niet kent.',
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
        'De wachttijd wijkt tot 20 % af, zodat niet alles tegelijk komt. U kunt een eigen schema kiezen met config.herhaalschema. Na de laatste poging blijft het bericht bewaard: dan kan het opnieuw worden bezorgd.',
        'Mislukt zeven van de tien pogingen in vijf minuten? Dan sturen wij elke 30 seconden nog één bericht, tot het weer lukt. Na vijf dagen met alleen mislukte pogingen schakelen wij het abonnement uit. De contactpersoon krijgt daarvoor al bericht.',
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
        'Berichten over dezelfde zaak komen in de goede volgorde: het volgende gaat pas als het vorige is bezorgd of opgegeven. Tussen zaken is er geen volgorde.',
        'sequence loopt zonder gaten over alle zaken. Filtert uw abonnement niet, dan ziet u aan een gat dat u iets mist.',
        'Heeft u een bericht met een hogere sequence van die zaak al verwerkt? Neem het oudere dan aan met 2xx en doe er niets mee.',
      ],
    },
    inhalen: {
      kop: 'Inhalen wat u miste',
      alineas: [
        'GET /gebeurtenissen?vanaf=<uw laatste sequence> geeft alle berichten daarna, in volgorde. Vraag door met de header Tot-Sequence als vanaf, tot die gelijk is aan Hoogste-Sequence.',
        'Heeft u geen adres waar wij kunnen bezorgen? Lees dan een stream: hetzelfde adres met Accept: text/event-stream, of als WebSocket met het subprotocol cloudevents.json. U gaat verder waar u was, met Last-Event-ID of vanaf.',
        '410 events_purged betekent dat het volgende bericht niet meer wordt bewaard. Lees dan alle zaken opnieuw met GET /zaken?na=…, tot u bij ‘laatste’ bent.',
        'POST /abonnementen/{id}/herstel bezorgt alles opnieuw wat sinds een moment niet aankwam. POST /bezorgingen/{id}/herhaling doet dat voor één bericht.',
      ],
    },
    grenzen: {
      kop: 'Grenzen',
      regels: [
        'Een bericht is hooguit 256 KiB.',
        'Een verzoek aan de API is hooguit 16 KiB.',
        'Een API-client heeft hooguit 50 abonnementen en vraagt hooguit 60 keer per uur een handshake aan.',
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
      gevolg: 'What follows',
      rijen: [
        ['2xx', 'Delivered. What is in your answer makes no difference.'],
        [
          '400, 409, 413, 415, 422',
          'You refuse this message. We try again by the schedule; other messages go on as they were.',
        ],
        [
          '401, 403, 404',
          'A fault of the address or the proof. We try again. Do not answer 404 for a zaak that you do not know.',
        ],
        ['410', 'The address does not exist any more. The abonnement is disabled.'],
        ['429, or 503 with Retry-After', 'We wait as long as you ask, at most 24 hours.'],
        ['Other 4xx and 5xx', 'Failed. We try again.'],
        ['3xx', 'Failed. We follow no redirects.'],
        ['No answer within 15 seconds', 'Failed. So answer first, and do the work after that.'],
      ],
    },
    herhalen: {
      kop: 'Trying again',
      alineas: [
        'The wait differs by up to 20 %, so that not all comes at once. You can choose a schedule of your own with config.herhaalschema. After the last attempt the message is kept: it can be delivered again then.',
        'Do seven of ten attempts in five minutes fail? Then we send one message every 30 seconds, until one succeeds. After five days of only failed attempts we disable the abonnement. Its contact is warned before.',
        'With each attempt the signature is new and the id the same. Store the id together with what you do with the message, in one transaction.',
      ],
      poging: 'Attempt',
      na: 'After',
      eerste: 'at once',
      eenheden: { u: 'h', min: 'min', s: 's' },
    },
    volgorde: {
      kop: 'Order',
      alineas: [
        'Messages about the same zaak come in order: the next one goes when the one before it has been delivered or given up. Between zaken there is no order.',
        'sequence counts without gaps over all zaken. If your abonnement has no filters, a gap tells you that you miss something.',
        'Have you handled a message with a higher sequence of that zaak? Then accept the older one with 2xx, and ignore it.',
      ],
    },
    inhalen: {
      kop: 'Catching up',
      alineas: [
        'GET /gebeurtenissen?vanaf=<your last sequence> gives all messages after it, in order. Ask on with the header Tot-Sequence as vanaf, until it equals Hoogste-Sequence.',
        'Do you have no address to deliver to? Read a stream then: the same address with Accept: text/event-stream, or as a WebSocket with the subprotocol cloudevents.json. You go on where you were, with Last-Event-ID or vanaf.',
        '410 events_purged means that the next message is no longer kept. Read all zaken again then with GET /zaken?na=…, until you are at ‘laatste’.',
        'POST /abonnementen/{id}/herstel delivers everything again that did not arrive since a moment. POST /bezorgingen/{id}/herhaling does so for one message.',
      ],
    },
    grenzen: {
      kop: 'Limits',
      regels: [
        'A message is at most 256 KiB.',
        'A request to the API is at most 16 KiB.',
        'An API client has at most 50 abonnementen and asks for a handshake at most 60 times an hour.',
        'An abonnement has at most 20 filters, and 256 deliveries at once (64 by default).',
        'With contentmodus batch a request holds at most 100 messages.',
      ],
    },
  },
}
