import type { Taal } from '../../text/taal.ts'

type Soort =
  | 'zaakGeregistreerd'
  | 'zaakstatusGewijzigd'
  | 'zaakstatusGecorrigeerd'
  | 'zaakHeropend'
  | 'zaakOpgeschort'
  | 'zaakHervat'
  | 'zaakVerlengd'
  | 'aanvullingGevraagd'
  | 'aanvullingOntvangen'
  | 'aanvullingVerlopen'
  | 'intrekkingAfgewezen'
  | 'zaakVerwijderd'

type Gebeurtenissen = {
  intro: string
  weinig: string
  onbekend: string
  statustypen: string
  attributen: { kop: string; naam: string; betekenis: string; rijen: [naam: string, betekenis: string][] }
  wanneer: Record<Soort, string>
  voorbeeld: string
  schema: string
}

export const gebeurtenissen: Record<Taal, Gebeurtenissen> = {
  nl: {
    intro:
      'Elk bericht is een CloudEvent 1.0 volgens het Nederlandse profiel (NL GOV). Het zegt welke zaak veranderde en hoe, en verder niets.',
    weinig:
      'Er staat geen BSN, naam of vrije tekst in een bericht. Wat u meer nodig heeft, haalt u op bij de API. Haal nooit een adres uit een bericht op: gebruik het adres dat u zelf heeft ingesteld.',
    onbekend: 'Neem een type dat u niet kent aan met 2xx en doe er niets mee. Er kunnen typen en attributen bijkomen.',
    statustypen:
      'De codes die u met POST /zaken/{uuid}/statussen kunt zetten, staan bij de zaak zelf: GET /zaken/{uuid}, in zaaktype.statustypen. Elk zaaktype heeft zijn eigen codes. U kiest er een die na de status van de zaak komt. Bij de eindstatus hoort ook een resultaat uit zaaktype.resultaattypen.',
    attributen: {
      kop: 'De attributen',
      naam: 'Attribuut',
      betekenis: 'Betekenis',
      rijen: [
        ['id', 'Kenmerk van het bericht (UUID). Blijft hetzelfde als het nog eens komt.'],
        ['source', 'Het zaaksysteem dat het stuurt. Samen met id is het uniek.'],
        ['type', 'Wat er gebeurde. Zie hieronder.'],
        ['subject', 'De zaak (UUID).'],
        ['time', 'Wanneer de wijziging is vastgelegd, in UTC.'],
        [
          'sequence',
          'Volgnummer: begint bij 1, zonder gaten, in de volgorde van vastleggen. Krijgt u alles, dan betekent een gat dat blijft dat u iets mist. Met types, filters of een beperkt token zijn gaten gewoon: ga dan uit van Tot-Sequence of positie.',
        ],
        ['dataref', 'Pad van de zaak in de API.'],
        [
          'volledigeversie',
          'De versie van de zaak, als dit bericht de hele wijziging vertelt. Heeft u de versie ervoor? Dan hoeft u de zaak niet op te halen. Ontbreekt het, haal de zaak dan op.',
        ],
        ['traceparent', 'W3C Trace Context van de wijziging.'],
        [
          'proefbericht',
          'Alleen bij een proefbericht, met de waarde true. Antwoord met 2xx en doe er niets mee. Het heeft geen sequence en noemt een zaak die er niet is.',
        ],
      ],
    },
    wanneer: {
      zaakGeregistreerd: 'Een aanvraag is een zaak geworden.',
      zaakstatusGewijzigd:
        'Een behandelaar of een API-client zette de volgende status. Ook als de zaak daarmee is afgehandeld: dan is nieuweStatus de uitkomst.',
      zaakstatusGecorrigeerd:
        'De laatste status was een vergissing en is teruggenomen. De zaak heeft weer de status ervoor.',
      zaakHeropend: 'Een afgehandelde zaak is weer open, met de status van voor de afhandeling.',
      zaakOpgeschort: 'De termijn staat stil (Awb 4:15).',
      zaakHervat: 'De termijn loopt weer. De einddata zijn opgeschoven.',
      zaakVerlengd: 'De termijn is verlengd. Dat kan één keer.',
      aanvullingGevraagd: 'De aanvrager moet iets opsturen. De termijn staat stil.',
      aanvullingOntvangen: 'Alles is binnen. De termijn loopt weer.',
      aanvullingVerlopen: 'De laatste dag om iets op te sturen is voorbij. De termijn loopt weer.',
      intrekkingAfgewezen: 'De aanvrager wilde de aanvraag intrekken, en dat gebeurt niet. De reden staat in de zaak.',
      zaakVerwijderd: 'De zaak is voorgoed verwijderd. Dit is haar laatste bericht. Verwijder haar ook bij u.',
    },
    voorbeeld: 'Voorbeeld',
    schema: 'JSON Schema van data',
  },
  en: {
    intro:
      'Every message is a CloudEvent 1.0 by the Dutch profile (NL GOV). It says which zaak (case) changed and how, and nothing more.',
    weinig:
      'No BSN, name or free text is in a message. If you need more, get it from the API. Never call an address taken from a message: use the address that you configured yourself.',
    onbekend: 'Accept a type that you do not know with 2xx, and ignore it. Types and attributes can be added.',
    statustypen:
      'The codes that you can set with POST /zaken/{uuid}/statussen are listed with the zaak itself: GET /zaken/{uuid}, in zaaktype.statustypen. Each zaaktype (type of case) has its own codes. Choose one that comes after the status of the zaak. The final status also needs a resultaat (outcome) from zaaktype.resultaattypen.',
    attributen: {
      kop: 'The attributes',
      naam: 'Attribute',
      betekenis: 'Meaning',
      rijen: [
        ['id', 'Identity of the message (UUID). Stays the same when it comes again.'],
        ['source', 'The zaaksysteem that sends it. Unique together with id.'],
        ['type', 'What happened. See below.'],
        ['subject', 'The zaak (UUID).'],
        ['time', 'When the change was recorded, in UTC.'],
        [
          'sequence',
          'Number: from 1, without gaps, in the order of recording. If you get everything, a gap that stays means that you missed something. With types, filters or a limited token gaps are normal: go by Tot-Sequence or positie then.',
        ],
        ['dataref', 'Path of the zaak in the API.'],
        [
          'volledigeversie',
          'The versie of the zaak, when this message tells all of the change. Do you have the versie before it? Then you need not fetch the zaak. When it is absent, fetch the zaak.',
        ],
        ['traceparent', 'W3C Trace Context of the change.'],
        [
          'proefbericht',
          'Only on a test message, with the value true. Answer 2xx and apply nothing. It has no sequence and names a zaak that does not exist.',
        ],
      ],
    },
    wanneer: {
      zaakGeregistreerd: 'An application has become a zaak.',
      zaakstatusGewijzigd:
        'A case worker or an API client set the next status. Also when that closed the zaak: nieuweStatus is the outcome then.',
      zaakstatusGecorrigeerd:
        'The last status was a mistake and has been taken back. The zaak has the status before it again.',
      zaakHeropend: 'A closed zaak is open again, with the status from before it was closed.',
      zaakOpgeschort: 'The term stands still (Awb 4:15).',
      zaakHervat: 'The term runs again. The end dates have moved.',
      zaakVerlengd: 'The term has been extended. That can be done once.',
      aanvullingGevraagd: 'The applicant must send something. The term stands still.',
      aanvullingOntvangen: 'All of it came. The term runs again.',
      aanvullingVerlopen: 'The last day to send something has passed. The term runs again.',
      intrekkingAfgewezen: 'The applicant asked to withdraw the application, and it goes on. The zaak says why.',
      zaakVerwijderd: 'The zaak has been removed for good. This is its last message. Remove it at your side too.',
    },
    voorbeeld: 'Example',
    schema: 'JSON Schema of data',
  },
}
