import type { Taal } from '../../text/taal.ts'

type Wijzigingen = {
  intro: string
  regels: { kop: string; lijst: string[] }
  versies: { versie: string; datum: string; lijst: string[] }[]
}

export const wijzigingen: Record<Taal, Wijzigingen> = {
  nl: {
    intro: 'Elk antwoord van de API noemt haar versie in de header API-Version.',
    regels: {
      kop: 'Waar u op kunt rekenen',
      lijst: [
        'Binnen v1 komen er alleen dingen bij: typen, attributen, velden, codes. Neem aan wat u niet kent.',
        'Wat u nodig heeft verdwijnt niet en verandert niet van betekenis. Moet dat toch, dan komt er een v2 naast v1.',
        'Sleutels wisselen zonder bericht. Lees de sleutelset opnieuw als u een kid niet kent.',
      ],
    },
    versies: [
      {
        versie: '1.3.0',
        datum: '2026-11-26',
        lijst: [
          'GET /gebeurtenissen/{id}: één gebeurtenis opnieuw lezen.',
          'GET /abonnementen/{id}/bezorgingen: wat er van elke bezorging werd, met het id voor een herhaling.',
          'De header Oudste-Sequence bij 410 events_purged: wat er daarna nog wordt bewaard. Tot-Sequence staat daar niet meer bij.',
          'POST /zaken/{uuid}/inzendingen: een portaal geeft door dat de aanvrager iets heeft gestuurd, of de aanvraag wil intrekken. Daarbij hoort het nieuwe type zaak-intrekking-afgewezen.',
          'Een zaak noemt van elke aanvulling het id, en van haar zaaktype wat intrekken betekent.',
          'API-clients worden aan de balie gemaakt. Een token kan voor enkele typen gebeurtenis zijn, en een abonnement krijgt nooit meer dan zijn client mag lezen.',
          'Herhaling en herstel sturen een gebeurtenis niet opnieuw als uw client haar niet meer mag lezen.',
          'NATS: had de stream een gebeurtenis al van een ander abonnement? Dan eindigt de bezorging als mislukt, met duplicate.',
          'Toegangstokens van de autorisatieserver van de gemeente (OAuth 2.0), als die is ingesteld.',
          'Een zaak van een bedrijf kan van één vestiging zijn (vestigingsnummer). Een inzending kan zeggen dat een gemachtigde haar deed (doorGemachtigde), en een bewijs dat een gemachtigde keek (gezien_door_gemachtigde).',
          'AsyncAPI van de streams, en OpenAPI van de ontvanger van het portaal.',
          'Ook een verzoek dat niet te lezen is (400, 408 en 431) krijgt een antwoord met problem+json. Dat geldt ook voor een WebSocket zonder goede sleutel of versie.',
          'Ook een pagina antwoordt 409 sequence_unknown als vanaf hoger is dan Hoogste-Sequence. Met vanaf=2147483647 vraagt u nog steeds waar het einde is.',
          "OpenAPI en AsyncAPI zeggen wat er anders is aan een proefbericht: proefbericht is true, en sequence ontbreekt. De schema's van wat wij bezorgen heten daarom anders dan die van wat u leest.",
          'OpenAPI noemt Last-Event-ID en de headers bij 400, 403, 409 en 410, en zegt dat een stream geen vanaf nodig heeft.',
          'De sleutelset (/api/zaaksysteem/jwks.json) staat in OpenAPI.',
          'Een WebSocket vertelt meteen waar zij begint: met een ping, en met Tot-Sequence bij de 101.',
        ],
      },
      {
        versie: '1.2.0',
        datum: '2026-11-26',
        lijst: [
          'GET /gebeurtenissen: kiezen met types, zaaktypen en filters, wachten met wacht, en streams (SSE en WebSocket). Tot-Sequence zegt hoe ver u bent.',
          'Een token voor enkele zaaktypen krijgt alleen gebeurtenissen van die zaaktypen.',
          'Abonnementen over NATS (protocol NATS), en POST /abonnementen/{id}/proefbericht.',
          'De parameter uuid__in van GET /zaken heet nu uuids. Dit is de enige naam die veranderde.',
          'POST /bewijzen: een portaal meldt wat er bij de burger van een wijziging terechtkwam.',
          'POST /zaken/{uuid}/vertrouwelijkheden, en vertrouwelijk bij het maken van een zaak.',
          'Een zaak wordt niet op grond van haar bewaartermijn verwijderd zolang die loopt.',
        ],
      },
      {
        versie: '1.1.0',
        datum: '2026-11-26',
        lijst: [
          'Handelingen erbij: correcties, heropeningen, opschortingen, hervattingen, verlengingen, aanvullingsverzoeken, aanvullingen en toewijzingen.',
          'Zaken maken (POST /zaken) en verwijderen (DELETE /zaken/{uuid}).',
          'Nieuwe typen gebeurtenis bij deze handelingen.',
          'volledigeversie: een bericht kan zeggen dat het de hele wijziging vertelt.',
        ],
      },
      {
        versie: '1.0.0',
        datum: '2026-11-25',
        lijst: ['De eerste versie: zaken, gebeurtenissen, abonnementen en statussen.'],
      },
    ],
  },
  en: {
    intro: 'Every answer of the API names its version in the header API-Version.',
    regels: {
      kop: 'What you can rely on',
      lijst: [
        'Within v1 things are only added: types, attributes, members, codes. Accept what you do not know.',
        'What you need does not disappear and keeps its meaning. If it must change, there will be a v2 beside v1.',
        'Keys rotate without notice. Read the key set again when you do not know a kid.',
      ],
    },
    versies: [
      {
        versie: '1.3.0',
        datum: '2026-11-26',
        lijst: [
          'GET /gebeurtenissen/{id}: read one event again.',
          'GET /abonnementen/{id}/bezorgingen: what became of each delivery, with the id to repeat it by.',
          'The header Oudste-Sequence with 410 events_purged: the first event after it that is still kept. Tot-Sequence is not there any more.',
          'POST /zaken/{uuid}/inzendingen: a portal passes on that the applicant has sent something, or wants to withdraw. With it comes the new type zaak-intrekking-afgewezen.',
          'A zaak names the id of each aanvulling, and of its zaaktype what withdrawing means.',
          'API clients are made at the desk. A token can be for some event types, and an abonnement never gets more than its client may read.',
          'A herhaling or a herstel does not send an event again that your client may no longer read.',
          'NATS: when the stream has had an event from another abonnement, the delivery ends as mislukt, with duplicate.',
          'Access tokens of the authorization server of the municipality (OAuth 2.0), where one is configured.',
          'A zaak of a company can be of one vestiging (vestigingsnummer). An inzending can say that a gemachtigde made it (doorGemachtigde), and a bewijs that a gemachtigde looked (gezien_door_gemachtigde).',
          'AsyncAPI of the streams, and OpenAPI of the receiver of the portal.',
          'A request that cannot be read (400, 408 and 431) is answered with problem+json too. So is a WebSocket without a valid key or version.',
          'A page, too, answers 409 sequence_unknown when vanaf is higher than Hoogste-Sequence. With vanaf=2147483647 you still ask where the end is.',
          'OpenAPI and AsyncAPI say what is different about a test message: proefbericht is true, and there is no sequence. So the schemas of what we deliver have other names than those of what you read.',
          'OpenAPI names Last-Event-ID and the headers with 400, 403, 409 and 410, and says that a stream needs no vanaf.',
          'The key set (/api/zaaksysteem/jwks.json) is in OpenAPI.',
          'A WebSocket tells at once where it begins: by a ping, and by Tot-Sequence on the 101.',
        ],
      },
      {
        versie: '1.2.0',
        datum: '2026-11-26',
        lijst: [
          'GET /gebeurtenissen: choose with types, zaaktypen and filters, wait with wacht, and streams (SSE and WebSocket). Tot-Sequence says how far you are.',
          'A token for some zaaktypen gets events of those zaaktypen only.',
          'Abonnementen (subscriptions) delivered over NATS (protocol NATS), and POST /abonnementen/{id}/proefbericht.',
          'The parameter uuid__in of GET /zaken is now uuids. It is the only name that changed.',
          'POST /bewijzen: a portal reports what became of a change at the side of the citizen.',
          'POST /zaken/{uuid}/vertrouwelijkheden, and vertrouwelijk when a zaak is opened.',
          'A zaak is not removed on the ground of its bewaartermijn while that runs.',
        ],
      },
      {
        versie: '1.1.0',
        datum: '2026-11-26',
        lijst: [
          'More acts: correcties, heropeningen, opschortingen, hervattingen, verlengingen, aanvullingsverzoeken, aanvullingen and toewijzingen.',
          'Opening zaken (POST /zaken) and removing them (DELETE /zaken/{uuid}).',
          'New types of event for these acts.',
          'volledigeversie: a message can say that it tells all of the change.',
        ],
      },
      {
        versie: '1.0.0',
        datum: '2026-11-25',
        lijst: ['The first version: zaken, gebeurtenissen, abonnementen and statussen.'],
      },
    ],
  },
}
