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
  'Events come in order of `sequence`. Who resumes with the highest sequence that it has handled misses nothing and gets nothing twice. Without `vanaf` it starts with what comes from now on. Who is refused gets problem+json before the stream begins, as the OpenAPI document says of `GET /gebeurtenissen`.'

export const CHANNELS: Record<string, Channel> = {
  serverSentEvents: {
    server: 'api',
    address: '/gebeurtenissen',
    title: 'Server-sent events',
    description: `With \`Accept: text/event-stream\`. \`id\` is the sequence and \`data\` the CloudEvent. \`Last-Event-ID\` goes before \`vanaf\`. The stream ends when the token is no longer valid, the process stops, or nothing was taken for 30 seconds. ${RESUME}`,
    messages: SERVER_SENT,
    operation: 'serverSentEventsSturen',
    security: ['token'],
    http: { method: 'GET', query: stroomQuery },
  },
  webSocket: {
    server: 'stroom',
    address: '/gebeurtenissen',
    title: 'WebSocket',
    description: `Each message is one event, as text. At once and every 15 seconds comes a ping, of which the payload is the sequence up to which the reader has all that it wants. The 101 says in \`Tot-Sequence\` where the stream begins. Many libraries show neither: with one of those, start with \`vanaf\`. The client sends nothing but pongs. ${RESUME}`,
    messages: STREAMED,
    operation: 'webSocketSturen',
    security: ['token'],
    websocket: {
      query: stroomQuery,
      headers: z.object({
        Authorization: z.string().describe('`Bearer` and the token.'),
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
      'A POST for each event, or for several when the contentmodus is batch. Which mode and which proof was agreed on with the abonnement; the signatures come on top of the JWT. `webhooks.json`, beside the OpenAPI document, says what to answer.',
    parameters: { pad: { description: 'Path of the sink, as it was registered.' } },
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
      'Each event is published to the subject of the abonnement, by the CloudEvents NATS binding, structured or binary. The acknowledgement of the stream is the delivery.',
    parameters: { subject: { description: 'As it was registered: exact, without wildcards.' } },
    messages: PUBLISHED,
    operation: 'publiceren',
    security: ['nats'],
  },
}
