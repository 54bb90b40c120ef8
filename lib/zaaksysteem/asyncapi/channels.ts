import { z } from 'zod'
import { CREDENTIALS } from '#lib/contract/beschrijving/bezorgingen.ts'
import {
  STROOM_CLOSE_CODES,
  STROOM_CLOSE_MEANINGS,
  STROOM_SUBPROTOCOL,
  type StroomClose,
} from '#lib/contract/gebeurtenissen-page.ts'
import { stroomQuery } from '../stroom/gebeurtenissen-query.ts'
import { DELIVERED, type Messages, PUBLISHED, SERVER_SENT, STREAMED } from './messages.ts'

/** A channel of AsyncAPI, with the operation that sends events over it. */
export type Channel = {
  server: string
  address: string
  title: string
  description: string
  parameters?: Record<string, { description: string }>
  messages: Messages
  operation: string
  /** names of security schemes, of which one is needed */
  security: readonly string[]
  /** the request that opens the channel */
  http?: { method: 'GET' | 'POST'; query?: z.ZodObject }
  websocket?: { query: z.ZodObject; headers: z.ZodObject }
  closeCodes?: { code: number; reason: string; description: string }[]
}

const RESUME =
  'Events come in order of `sequence`. A client that resumes with the highest sequence that it has handled misses nothing and gets nothing twice. Without `vanaf` the stream starts with new events. A refusal is problem+json before the stream begins, as the OpenAPI document describes for `GET /gebeurtenissen`.'

export const CHANNELS: Record<string, Channel> = {
  serverSentEvents: {
    server: 'api',
    address: '/gebeurtenissen',
    title: 'Server-sent events',
    description: `Request it with \`Accept: text/event-stream\`. \`id\` is the sequence and \`data\` the CloudEvent. \`Last-Event-ID\` takes precedence over \`vanaf\`. The stream ends when the token is no longer valid, the process stops, or the client has read nothing for 30 seconds. ${RESUME}`,
    messages: SERVER_SENT,
    operation: 'serverSentEventsSturen',
    security: ['token'],
    http: { method: 'GET', query: stroomQuery },
  },
  webSocket: {
    server: 'stroom',
    address: '/gebeurtenissen',
    title: 'WebSocket',
    description: `Each text message is one event. The server sends a ping at once and every 15 seconds; its payload is the sequence up to which the client has every wanted event. \`Tot-Sequence\` of the 101 response holds the start of the stream. If your library exposes neither, start with \`vanaf\`. The client sends nothing but pongs. ${RESUME}`,
    messages: STREAMED,
    operation: 'webSocketSturen',
    security: ['token'],
    websocket: {
      query: stroomQuery,
      headers: z.object({
        Authorization: z.string().describe('`Bearer` followed by the token.'),
        'Sec-WebSocket-Protocol': z.literal(STROOM_SUBPROTOCOL),
      }),
    },
    closeCodes: (Object.keys(STROOM_CLOSE_CODES) as StroomClose[]).map((reason) => ({
      code: STROOM_CLOSE_CODES[reason],
      reason,
      description: STROOM_CLOSE_MEANINGS[reason],
    })),
  },
  bezorging: {
    server: 'sink',
    address: '{pad}',
    title: 'Delivery to a sink',
    description:
      'A POST for each event, or for several events with contentmodus batch. The abonnement determines the content mode and the security scheme; signatures come in addition to the JWT. `webhooks.json`, beside the OpenAPI document, describes the expected responses.',
    parameters: { pad: { description: 'The path of the sink, as registered.' } },
    messages: DELIVERED,
    operation: 'bezorgen',
    security: Object.keys(CREDENTIALS),
    http: { method: 'POST' },
  },
  natsSubject: {
    server: 'nats',
    address: '{subject}',
    title: 'NATS JetStream',
    description:
      'Each event is published to the subject of the abonnement with the CloudEvents NATS binding, structured or binary. The acknowledgement of the stream completes the delivery.',
    parameters: { subject: { description: 'The subject as registered: exact, without wildcards.' } },
    messages: PUBLISHED,
    operation: 'publiceren',
    security: ['nats'],
  },
}
