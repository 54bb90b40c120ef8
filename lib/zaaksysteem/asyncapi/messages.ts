import { z } from 'zod'
import { attributeHeaders, bezorgingHeaders, traceparent } from '#lib/contract/beschrijving/bezorgingen.ts'
import {
  DELIVERED_SCHEMAS,
  EVENT_SCHEMAS,
  exampleEvent,
  NAMED_DATA,
  nameOfType,
  SENT_TYPES,
  type SentType,
} from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { POSITIE_EVENT } from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_BATCH_CONTENT_TYPE, EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { EXPECTED_STREAM, MESSAGE_ID } from '../egress/nats/publish-to-stream.ts'

/** A message before its schemas are rendered. */
export type Message = {
  name: string
  title: string
  summary?: string
  contentType: string
  headers?: z.ZodObject
  payload: z.ZodType
  example: unknown
}
export type Messages = Record<string, Message>

const TYPES = Object.values(EVENT_TYPES)

function ofEachType<T extends SentType>(
  types: readonly T[],
  suffix: string,
  messageOf: (type: T) => Omit<Message, 'name' | 'title'>,
): Messages {
  return Object.fromEntries(
    types.map((type) => {
      const title = `${nameOfType(type)}${suffix}`
      return [title, { name: type, title, ...messageOf(type) }]
    }),
  )
}

type HeadersOf = (type: SentType) => z.ZodObject

const structured = (headersOf: HeadersOf) =>
  ofEachType(SENT_TYPES, '', (type) => ({
    contentType: EVENT_CONTENT_TYPE,
    headers: headersOf(type),
    payload: DELIVERED_SCHEMAS[type],
    example: exampleEvent(type),
  }))

const binary = (headersOf: HeadersOf) =>
  ofEachType(SENT_TYPES, 'Binair', (type) => ({
    summary: 'Binary mode: the body is the data, and each attribute is a header.',
    contentType: 'application/json',
    headers: headersOf(type),
    payload: NAMED_DATA[type],
    example: exampleEvent(type).data,
  }))

/** The headers that JetStream reads, and those with the proof for readers of the stream. */
const natsHeaders: HeadersOf = (type) =>
  z.object({
    [MESSAGE_ID]: z.uuid().describe('The `id` of the event, by which the stream drops duplicates.'),
    [EXPECTED_STREAM]: z
      .string()
      .optional()
      .describe('The stream that must store the event, if the abonnement names one.'),
    Authorization: z
      .string()
      .describe('`Bearer` followed by a JWT as in a delivery over HTTP, with the server as `aud`.'),
    traceparent,
    ...attributeHeaders(type),
  })

export const STREAMED: Messages = ofEachType(TYPES, '', (type) => ({
  contentType: EVENT_CONTENT_TYPE,
  payload: EVENT_SCHEMAS[type],
  example: exampleEvent(type),
}))

const POSITIE: Messages = {
  Positie: {
    name: POSITIE_EVENT,
    title: 'Positie',
    summary:
      'The sequence up to which the client has every wanted event. Sent first and every 15 seconds; it is not an event.',
    contentType: 'text/plain',
    payload: z
      .string()
      .regex(/^\d{1,10}$/)
      .describe('A sequence.'),
    example: '42',
  },
}
export const SERVER_SENT: Messages = { ...STREAMED, ...POSITIE }

const [firstType = EVENT_TYPES.statuswijziging] = TYPES
export const DELIVERED: Messages = {
  ...structured(bezorgingHeaders),
  ...binary(bezorgingHeaders),
  Batch: {
    name: 'batch',
    title: 'Batch',
    summary: 'Several events in one request.',
    contentType: EVENT_BATCH_CONTENT_TYPE,
    headers: bezorgingHeaders(firstType),
    payload: z.array(z.union(Object.values(DELIVERED_SCHEMAS))),
    example: [exampleEvent(firstType)],
  },
}

export const PUBLISHED: Messages = { ...structured(natsHeaders), ...binary(natsHeaders) }
