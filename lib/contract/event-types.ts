import { z } from 'zod'
import { statuscode } from './zaak-event.ts'

const moment = z.iso.datetime({ offset: true })

/** `data` of `zaakstatus-gewijzigd`: exactly these five members. Times are RFC 3339, UTC. */
const statusGewijzigdData = z.strictObject({
  event: z.literal('vergunning.status.veranderd'),
  zaakId: z.uuid(),
  oudeStatus: statuscode,
  nieuweStatus: statuscode,
  timestamp: moment,
})

/** `data` of `zaak-heropend`: the closed zaak returns to the status that it had before it was closed. */
const heropendData = statusGewijzigdData.extend({ event: z.literal('zaak.heropend') })

/**
 * `data` of `zaakstatus-gecorrigeerd`: takes back a wrong status; the zaak returns to the status before it.
 */
const gecorrigeerdData = statusGewijzigdData.extend({ event: z.literal('zaak.status.gecorrigeerd') })

/**
 * `data` of `zaak-doorgezonden`: another bestuursorgaan handles the aanvraag, or a part of it (Awb 2:3). When
 * all of it was sent on, the zaak was closed with nieuweStatus; otherwise both members are the unchanged
 * status.
 */
const doorgezondenData = statusGewijzigdData.extend({ event: z.literal('zaak.doorgezonden') })

/** `data` of `zaak-geregistreerd`. */
const geregistreerdData = z.strictObject({
  event: z.literal('zaak.geregistreerd'),
  zaakId: z.uuid(),
  nieuweStatus: statuscode,
  timestamp: moment,
})

type Dotted<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}.${Dotted<Tail>}` : Name
type Type<Name extends string = string> = `nl.overheid.zaken.${Name}`

/** The name of the event in `data`: the last part of its type, with dots. */
function eventOf<Name extends string>(type: Type<Name>) {
  return z.literal(type.slice('nl.overheid.zaken.'.length).replaceAll('-', '.') as Dotted<Name>)
}

/** An act that keeps the status. A receiver fetches the zaak to learn what changed. */
const handeling = <Name extends string>(type: Type<Name>) => ({
  type,
  data: z.strictObject({ event: eventOf(type), zaakId: z.uuid(), timestamp: moment }),
})

/** An act on a besluit of a zaak. */
const besluit = <Name extends string>(type: Type<Name>) => ({
  type,
  data: z.strictObject({ event: eventOf(type), zaakId: z.uuid(), besluitId: z.uuid(), timestamp: moment }),
})

/** An act on a document of a zaak. */
const document = <Name extends string>(type: Type<Name>) => ({
  type,
  data: z.strictObject({ event: eventOf(type), zaakId: z.uuid(), documentId: z.uuid(), timestamp: moment }),
})

/**
 * Every kind of change of a zaak, by its name in the zaak's history, with the type of its event (NL GOV
 * profile for CloudEvents 1.0: reverse domain, domain in the plural) and the schema of its `data`. Receivers
 * accept and ignore unknown types, so that types can be added.
 */
const WIJZIGINGEN = {
  registratie: { type: 'nl.overheid.zaken.zaak-geregistreerd', data: geregistreerdData },
  statuswijziging: { type: 'nl.overheid.zaken.zaakstatus-gewijzigd', data: statusGewijzigdData },
  correctie: { type: 'nl.overheid.zaken.zaakstatus-gecorrigeerd', data: gecorrigeerdData },
  herstel: handeling('nl.overheid.zaken.zaak-hersteld'),
  gegevenswijziging: handeling('nl.overheid.zaken.zaak-gegevens-gewijzigd'),
  heropening: { type: 'nl.overheid.zaken.zaak-heropend', data: heropendData },
  opschorting: handeling('nl.overheid.zaken.zaak-opgeschort'),
  hervatting: handeling('nl.overheid.zaken.zaak-hervat'),
  verlenging: handeling('nl.overheid.zaken.zaak-verlengd'),
  aanvullingsverzoek: handeling('nl.overheid.zaken.zaak-aanvulling-gevraagd'),
  aanvulling_ontvangen: handeling('nl.overheid.zaken.zaak-aanvulling-ontvangen'),
  aanvulling_verlopen: handeling('nl.overheid.zaken.zaak-aanvulling-verlopen'),
  aanvulling_verlengd: handeling('nl.overheid.zaken.zaak-aanvulling-verlengd'),
  aanvulling_deel_ontvangen: handeling('nl.overheid.zaken.zaak-aanvulling-deel-ontvangen'),
  aanvulling_gemeld: handeling('nl.overheid.zaken.zaak-aanvulling-gemeld'),
  aanvulling_nagekomen: handeling('nl.overheid.zaken.zaak-aanvulling-nagekomen'),
  zienswijzen_vastgelegd: handeling('nl.overheid.zaken.zaak-zienswijzen-vastgelegd'),
  vertraging_gemeld: handeling('nl.overheid.zaken.zaak-vertraging-gemeld'),
  herberekening: handeling('nl.overheid.zaken.zaak-termijn-herberekend'),
  ingebrekestelling: handeling('nl.overheid.zaken.zaak-ingebrekestelling-ontvangen'),
  ingebrekestelling_vervallen: handeling('nl.overheid.zaken.zaak-ingebrekestelling-vervallen'),
  dwangsom_vastgesteld: handeling('nl.overheid.zaken.zaak-dwangsom-vastgesteld'),
  doorzending: { type: 'nl.overheid.zaken.zaak-doorgezonden', data: doorgezondenData },
  brief_verstuurd: handeling('nl.overheid.zaken.zaak-brief-verstuurd'),
  vraag_beantwoord: handeling('nl.overheid.zaken.zaak-vraag-beantwoord'),
  intrekking_afgewezen: handeling('nl.overheid.zaken.zaak-intrekking-afgewezen'),
  van_rechtswege_verleend: besluit('nl.overheid.zaken.besluit-van-rechtswege-verleend'),
  besluit_bekendgemaakt: besluit('nl.overheid.zaken.besluit-bekendgemaakt'),
  besluit_vastgelegd: besluit('nl.overheid.zaken.besluit-vastgelegd'),
  besluit_gecorrigeerd: besluit('nl.overheid.zaken.besluit-gecorrigeerd'),
  besluit_ingetrokken: besluit('nl.overheid.zaken.besluit-ingetrokken'),
  document_toegevoegd: document('nl.overheid.zaken.document-toegevoegd'),
  document_ingetrokken: document('nl.overheid.zaken.document-ingetrokken'),
  /** the last event of a zaak: it has no row in a history, and nothing is left to fetch */
  verwijdering: handeling('nl.overheid.zaken.zaak-verwijderd'),
} as const

type Wijzigingen = typeof WIJZIGINGEN
export type Wijziging = keyof Wijzigingen
/** The kinds of change that have a row in the history. */
export type StatusSoort = Exclude<Wijziging, 'verwijdering'>
export type EventType = Wijzigingen[Wijziging]['type']

const wijzigingen = Object.entries(WIJZIGINGEN) as [Wijziging, Wijzigingen[Wijziging]][]

export const STATUS_SOORTEN = wijzigingen.flatMap(([soort]) => (soort === 'verwijdering' ? [] : [soort]))

/** The types of event that the zaaksysteem publishes, by the kind of change. */
export const EVENT_TYPES = Object.fromEntries(wijzigingen.map(([soort, { type }]) => [soort, type])) as {
  [Soort in Wijziging]: Wijzigingen[Soort]['type']
}

/** Schemas of `data` by event type. Receivers accept and ignore other types. */
export const DATA_SCHEMAS = Object.fromEntries(wijzigingen.map(([, { type, data }]) => [type, data])) as {
  [Soort in Wijziging as Wijzigingen[Soort]['type']]: Wijzigingen[Soort]['data']
}

/** Returns the kind of change that this type of event reports. */
export function wijzigingOfType(type: EventType): Wijziging {
  return wijzigingen.find(([, each]) => each.type === type)?.[0] as Wijziging
}

/** True when the change is about a besluit, which its event then names. */
export function tellsBesluit(wijziging: Wijziging): boolean {
  return 'besluitId' in WIJZIGINGEN[wijziging].data.shape
}

/** True when the change is about a document, which its event then names. */
export function tellsDocument(wijziging: Wijziging): boolean {
  return 'documentId' in WIJZIGINGEN[wijziging].data.shape
}

/** True when the change sets the status of the zaak, which its event then holds. */
export function tellsStatus(wijziging: Wijziging): boolean {
  return 'nieuweStatus' in WIJZIGINGEN[wijziging].data.shape
}

const told = <Event extends string>(event: Event) => ({
  event: z.literal(event),
  abonnementId: z.uuid(),
  timestamp: moment,
})

/**
 * Changes of an abonnement itself, with the type of their event. Another abonnement of the same API client
 * gets these events if it lists their types; an abonnement never gets events about itself. They have no
 * `sequence`.
 */
const VOORVALLEN = {
  falend: {
    type: 'nl.overheid.zaken.abonnement-falend',
    data: z.strictObject({
      ...told('abonnement.falend'),
      sinds: moment.describe('The time since which no event has arrived (RFC 3339).'),
    }),
  },
  uitgeschakeld: {
    type: 'nl.overheid.zaken.abonnement-uitgeschakeld',
    data: z.strictObject({
      ...told('abonnement.uitgeschakeld'),
      reden: z.enum(['gone', 'failing']).describe('The `statusreden` of the abonnement.'),
    }),
  },
  hersteld: { type: 'nl.overheid.zaken.abonnement-hersteld', data: z.strictObject(told('abonnement.hersteld')) },
} as const

export type Voorval = keyof typeof VOORVALLEN
export const VOORVAL_SOORTEN = Object.keys(VOORVALLEN) as [Voorval, ...Voorval[]]

export type VoorvalType = (typeof VOORVALLEN)[Voorval]['type']

/** Types of event by change of the abonnement. */
export const VOORVAL_TYPES = Object.fromEntries(VOORVAL_SOORTEN.map((soort) => [soort, VOORVALLEN[soort].type])) as {
  [Soort in Voorval]: (typeof VOORVALLEN)[Soort]['type']
}

/** Schemas of `data` by type. */
export const VOORVAL_DATA = Object.fromEntries(
  VOORVAL_SOORTEN.map((soort) => [VOORVALLEN[soort].type, VOORVALLEN[soort].data]),
) as { [Soort in Voorval as (typeof VOORVALLEN)[Soort]['type']]: (typeof VOORVALLEN)[Soort]['data'] }
