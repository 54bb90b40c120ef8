import { z } from 'zod'
import {
  DATA_SCHEMAS,
  EVENT_TYPES,
  type EventType,
  VOORVAL_DATA,
  VOORVAL_TYPES,
  type VoorvalType,
} from '../event-types.ts'
import { EINDSTATUS, PROEFBERICHT, VOLLEDIGE_VERSIE } from '../zaak-event.ts'

export const ZAAK_ID = '0199a3f2-6c1e-7b54-9d2a-3f8e5b7c1d20'
export const GEBEURTENIS_ID = '0199b7c4-51aa-7d0e-8f3b-64c2d9e1a705'
export const ABONNEMENT_ID = '0199a3f0-1b2c-7e4d-a5f6-7081920a3b4c'
const BESLUIT_ID = '0199a3f4-2a5b-7c6d-8e9f-1a2b3c4d5e6f'
const DOCUMENT_ID = '0199a3f5-3b6c-7d8e-9f10-2b3c4d5e6f70'
export const MOMENT = '2026-11-26T09:30:00.000Z'
export const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
export const VOORBEELD_URL = 'https://zaaksysteem.voorbeeld.example'
const SOURCE = 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'

/** The types of all delivered events: about zaken, and about abonnementen. */
export type SentType = EventType | VoorvalType
const VOORVALLEN: readonly VoorvalType[] = Object.values(VOORVAL_TYPES)
export const SENT_TYPES: readonly SentType[] = [...Object.values(EVENT_TYPES), ...VOORVALLEN]
const SENT_DATA: Record<SentType, z.ZodObject> = { ...DATA_SCHEMAS, ...VOORVAL_DATA }
const isVoorval = (type: SentType): type is VoorvalType => VOORVALLEN.some((each) => each === type)

/** Returns the last part of a type, which names it in URLs. */
const shortType = (type: string) => type.slice(type.lastIndexOf('.') + 1)

export const EVENT_TYPES_BY_NAME: Readonly<Record<string, SentType>> = Object.fromEntries(
  SENT_TYPES.map((type) => [shortType(type), type]),
)

/**
 * Returns the URL of the JSON Schema of a type's `data` (CloudEvents 1.0, `dataschema`). A breaking change
 * comes with another version of the API, and so at another URL.
 *
 * @param url of the zaaksysteem
 */
export const dataschemaUrl = (url: string, type: string) => `${url}/api/zaaksysteem/v1/schemas/${shortType(type)}`

/**
 * Returns the JSON Schema of the `data` of this type. It allows unknown members: some may be added later.
 *
 * @param url of the zaaksysteem
 */
export function dataschema(url: string, type: SentType): object {
  const schema = z.toJSONSchema(SENT_DATA[type], {
    override: ({ jsonSchema }) => void delete jsonSchema.additionalProperties,
  })
  const { $schema, ...rest } = schema
  return { $schema, $id: dataschemaUrl(url, type), title: type, ...rest }
}

/** The attributes that the zaaksysteem gives an event, in JSON (CloudEvents 1.0, NL GOV profile). */
const attributes = {
  specversion: z.literal('1.0'),
  id: z.uuid().describe('The permanent id of the event. Retries and replays keep it.'),
  source: z.string().describe('The URN of the zaaksysteem.'),
  subject: z.uuid().describe('The UUID of the zaak.'),
  time: z.iso.datetime().describe('The time at which the change was logged (RFC 3339, UTC).'),
  datacontenttype: z.literal('application/json'),
  dataschema: z.url().describe('The URL of the JSON Schema of `data`.'),
  dataref: z.string().describe('The path of the zaak in this API.'),
  sequence: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .describe('The number of the event within its source: contiguous from 1, in the order of commits.'),
  sequencetype: z.literal('Integer'),
  traceparent: z.string().describe('The W3C trace context of the request that made the change.'),
  [EINDSTATUS]: z
    .literal(true)
    .optional()
    .describe('True when the status in the event closes the zaak. Absent otherwise.'),
  [VOLLEDIGE_VERSIE]: z
    .int32()
    .positive()
    .optional()
    .describe('The versie of the zaak after the change. Present only when the event holds the complete change.'),
}

const EVENT_TYPE_NAME = /(?:^|-)([a-z])/g
/** Converts `zaakstatus-gewijzigd` to `ZaakstatusGewijzigd`. */
export function nameOfType(type: SentType): string {
  return shortType(type).replace(EVENT_TYPE_NAME, (_, letter: string) => letter.toUpperCase())
}

/** The schemas of `data` for documents: with a name, which client generators need. */
export const NAMED_DATA = Object.fromEntries(
  SENT_TYPES.map((type) => [type, SENT_DATA[type].meta({ id: `${nameOfType(type)}Data` })]),
) as unknown as Record<SentType, z.ZodObject>

function ofEachType(suffix: string, more: Record<string, z.ZodType> = {}) {
  const entries = Object.values(EVENT_TYPES).map((type) => {
    const schema = z.object({ ...attributes, ...more, type: z.literal(type), data: NAMED_DATA[type] })
    return [type, schema.meta({ id: `${nameOfType(type)}${suffix}` })]
  })
  return Object.fromEntries(entries) as Record<EventType, z.ZodObject>
}

/** Schemas of the events that a client reads, in JSON, by type. */
export const EVENT_SCHEMAS = ofEachType('Event')

const proefbericht = z
  .literal(true)
  .optional()
  .describe(
    'True in a test event, which is about nothing that exists. Answer it as any other event, and change nothing.',
  )

const OF_ZAKEN = ofEachType('Bezorging', {
  sequence: attributes.sequence
    .optional()
    .describe(
      'The number of the event within its source: contiguous from 1, in the order of commits. Absent in a test event.',
    ),
  sequencetype: attributes.sequencetype.optional(),
  [PROEFBERICHT]: proefbericht,
})

const { sequence: _, sequencetype: __, [EINDSTATUS]: ___, [VOLLEDIGE_VERSIE]: ____, ...ofVoorval } = attributes
const OF_ABONNEMENTEN = Object.fromEntries(
  VOORVALLEN.map((type) => {
    const schema = z.object({
      ...ofVoorval,
      subject: z.uuid().describe('The UUID of the abonnement.'),
      dataref: z.string().describe('The path of the abonnement in this API.'),
      traceparent: z.string().describe('The W3C trace context.'),
      [PROEFBERICHT]: proefbericht,
      type: z.literal(type),
      data: NAMED_DATA[type],
    })
    return [type, schema.meta({ id: `${nameOfType(type)}Bezorging` })]
  }),
) as unknown as Record<VoorvalType, z.ZodObject>

/** Schemas of events delivered in structured mode, by type, including test events. */
export const DELIVERED_SCHEMAS: Record<SentType, z.ZodObject> = { ...OF_ZAKEN, ...OF_ABONNEMENTEN }

/** The additional members of an example event whose type names a status, a besluit or a document. */
const TOLD: Partial<Record<EventType, Record<string, string>>> = {
  [EVENT_TYPES.registratie]: { nieuweStatus: 'aanvraag_ontvangen' },
  [EVENT_TYPES.statuswijziging]: { oudeStatus: 'aanvraag_ontvangen', nieuweStatus: 'aanvraag_compleet' },
  [EVENT_TYPES.correctie]: { oudeStatus: 'aanvraag_compleet', nieuweStatus: 'aanvraag_ontvangen' },
  [EVENT_TYPES.doorzending]: { oudeStatus: 'aanvraag_compleet', nieuweStatus: 'aanvraag_doorgezonden' },
  [EVENT_TYPES.van_rechtswege_verleend]: { besluitId: BESLUIT_ID },
  [EVENT_TYPES.besluit_bekendgemaakt]: { besluitId: BESLUIT_ID },
  [EVENT_TYPES.besluit_vastgelegd]: { besluitId: BESLUIT_ID },
  [EVENT_TYPES.besluit_gecorrigeerd]: { besluitId: BESLUIT_ID },
  [EVENT_TYPES.besluit_ingetrokken]: { besluitId: BESLUIT_ID },
  [EVENT_TYPES.document_toegevoegd]: { documentId: DOCUMENT_ID },
  [EVENT_TYPES.document_ingetrokken]: { documentId: DOCUMENT_ID },
  [EVENT_TYPES.heropening]: { oudeStatus: 'vergunning_verleend', nieuweStatus: 'aanvraag_compleet' },
}

/** Returns the example event of a type in documents, as the zaaksysteem sends it. */
export function exampleEvent(type: SentType) {
  return isVoorval(type) ? exampleVoorval(type) : exampleGebeurtenis(type)
}

function exampleVoorval(type: VoorvalType) {
  return {
    specversion: '1.0',
    id: GEBEURTENIS_ID,
    source: SOURCE,
    type,
    subject: ABONNEMENT_ID,
    time: MOMENT,
    datacontenttype: 'application/json',
    dataref: `/api/zaaksysteem/v1/abonnementen/${ABONNEMENT_ID}`,
    traceparent: TRACEPARENT,
    data: {
      event: VOORVAL_DATA[type].shape.event.value,
      abonnementId: ABONNEMENT_ID,
      ...(type === VOORVAL_TYPES.falend && { sinds: '2026-11-24T09:30:00.000Z' }),
      ...(type === VOORVAL_TYPES.uitgeschakeld && { reden: 'gone' }),
      timestamp: MOMENT,
    },
    dataschema: dataschemaUrl(VOORBEELD_URL, type),
  }
}

function exampleGebeurtenis(type: EventType) {
  return {
    specversion: '1.0',
    id: GEBEURTENIS_ID,
    source: SOURCE,
    type,
    subject: ZAAK_ID,
    time: MOMENT,
    datacontenttype: 'application/json',
    dataref: `/api/zaaksysteem/v1/zaken/${ZAAK_ID}`,
    ...(type === EVENT_TYPES.statuswijziging && { [VOLLEDIGE_VERSIE]: 2 }),
    traceparent: TRACEPARENT,
    data: { event: DATA_SCHEMAS[type].shape.event.value, zaakId: ZAAK_ID, ...TOLD[type], timestamp: MOMENT },
    sequence: '42',
    sequencetype: 'Integer',
    dataschema: dataschemaUrl(VOORBEELD_URL, type),
  }
}
