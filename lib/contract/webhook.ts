import { z } from 'zod'
import { EVENT_TYPES, VOORVAL_TYPES } from './event-types.ts'

const TYPES = [...Object.values(EVENT_TYPES), ...Object.values(VOORVAL_TYPES)]

/**
 * Header names of the CloudEvents webhook specification 1.0.2 section 4 (abuse protection). Only these
 * headers express toestemming, never a status code.
 */
export const WEBHOOK_HEADERS = {
  requestOrigin: 'WebHook-Request-Origin',
  requestRate: 'WebHook-Request-Rate',
  requestCallback: 'WebHook-Request-Callback',
  allowedOrigin: 'WebHook-Allowed-Origin',
  allowedRate: 'WebHook-Allowed-Rate',
} as const

/**
 * The rate in a handshake, in requests per minute: a whole number from 1, or `*` for no limit (section 4.2).
 */
export const RATE = /^(?:\*|[1-9]\d{0,8})$/

/**
 * Stable codes of failed attempts. More may be added: a client that does not know one reads `foutdetail` or
 * the response.
 */
export const FOUTSOORTEN = [
  'dns',
  'connect',
  'tls',
  'timeout',
  'reset',
  'redirect',
  'blocked_address',
  'http_4xx',
  'http_5xx',
  'too_large',
  /** the sink refuses our client certificate, or requires one */
  'client_certificate',
  /** the token endpoint refuses us a token; no request was sent to the sink */
  'token_refused',
  /** the token endpoint does not answer, or has a fault */
  'token_unavailable',
  /** the response of the token endpoint is no token */
  'token_invalid',
  /** NATS: the server refuses our user and password, or this user may not publish there */
  'auth',
  /** NATS: no JetStream stream stores the subject */
  'no_stream',
  /** NATS: a stream stores the subject, but refused this message; the detail is JetStream's `err_code` */
  'stream_refused',
  /**
   * NATS: the stream dropped the event as a duplicate, though no earlier attempt of this bezorging published
   * it
   */
  'duplicate',
] as const

/** `foutsoort` of an attempt. */
export const foutsoort = z
  .string()
  .nullable()
  .describe(
    `The reason for the failure; null after a success. A stable code; later versions may add codes: ${FOUTSOORTEN.map((soort) => `\`${soort}\``).join(', ')}.`,
  )

/** Body of `POST /v1/abonnementen/{id}/proefbericht`. */
export const proefberichtRequest = z.strictObject({
  type: z.enum(TYPES, `type must be one of ${TYPES.join(', ')}.`),
})

/**
 * The headers of the sink's response. A union has no name here, and some generators give it one that is
 * invalid in every language.
 */
export const headersOfSink = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .describe('The value of the header, or a list of values if it occurred more than once.')
    .meta({ override: ({ jsonSchema }) => void delete jsonSchema.anyOf }),
)

/** The sink's response to a proefbericht, which is sent once and is no bezorging. */
export const proefberichtResultaat = z.object({
  eventId: z.uuid().describe('The `id` of the sent event.'),
  httpStatus: z.int().nullable().describe('The HTTP status of the response; null without a response, and over NATS.'),
  foutsoort,
  foutdetail: z.string().nullable().describe('The exact error, such as `CERT_HAS_EXPIRED`, if known.'),
  duurMs: z.int(),
  headers: headersOfSink,
  body: z
    .string()
    .nullable()
    .describe(
      'The first 4096 bytes of the response as text, or the acknowledgement over NATS; null without a response.',
    ),
  afgekapt: z.boolean().describe('True when `body` is truncated.'),
})

export type ProefberichtResultaat = z.infer<typeof proefberichtResultaat>
