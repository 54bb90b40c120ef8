import { STROOM_SUBPROTOCOL } from '#lib/contract/gebeurtenissen-page.ts'
import type { TooMany } from '#lib/platform/http/event-stream.ts'
import { type ProblemDetail, type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { NAME_UNKNOWN } from '../catalogus/unknown-names.ts'

const RETRY_AFTER = { 'Retry-After': '5' }
/** The only supported version, which is sent to a client with another one (RFC 6455 section 4.4). */
export const WEBSOCKET_VERSION = '13'

export const STROOM_PROBLEMS = {
  events_purged: {
    status: 410,
    detail: 'The event after this sequence is no longer kept. Read all zaken instead.',
  },
  sequence_unknown: {
    status: 409,
    detail:
      'No event has this sequence yet: the zaaksysteem may have been restored from a backup. Read all zaken instead.',
  },
  name_unknown: NAME_UNKNOWN,
  too_many_streams: { status: 429, detail: 'This client has too many streams open.' },
  overloaded: { status: 503, detail: 'This process has too many streams open.' },
  upgrade_refused: {
    status: 400,
    detail: `Open the WebSocket with version ${WEBSOCKET_VERSION} and a key of 16 bytes (RFC 6455 section 4.1).`,
  },
  subprotocol_missing: { status: 400, detail: `Offer the subprotocol ${STROOM_SUBPROTOCOL}.` },
} as const satisfies Problems

/** The 410. `headers` tell the reader where to continue, as far as that is known. */
export function eventsPurged(headers: Record<string, string>): Response {
  return problemResponse({ code: 'events_purged', ...STROOM_PROBLEMS.events_purged }, headers)
}

/** The 409. `headers` tell the reader the highest sequence. */
export function sequenceUnknown(headers: Record<string, string>): Response {
  return problemResponse({ code: 'sequence_unknown', ...STROOM_PROBLEMS.sequence_unknown }, headers)
}

/** The 400 for unknown names in the selection. */
export function nameUnknown(errors: ProblemDetail[]): Response {
  return problemResponse({ code: 'name_unknown', ...STROOM_PROBLEMS.name_unknown, errors })
}

/** 429 when the client can correct it, 503 when another process may have a place. */
export function tooManyStromen(reason: TooMany): Response {
  const code = reason === 'too_many_of_owner' ? 'too_many_streams' : 'overloaded'
  return problemResponse({ code, ...STROOM_PROBLEMS[code] }, RETRY_AFTER)
}

export function handshakeRefused(): Response {
  return problemResponse(
    { code: 'upgrade_refused', ...STROOM_PROBLEMS.upgrade_refused },
    { 'Sec-WebSocket-Version': WEBSOCKET_VERSION },
  )
}

export function subprotocolMissing(): Response {
  return problemResponse({ code: 'subprotocol_missing', ...STROOM_PROBLEMS.subprotocol_missing })
}
