/**
 * `GET /v1/gebeurtenissen?vanaf=<sequence>&limiet=<1..1000>`: the events with a higher sequence than `vanaf`,
 * in order and without gaps, as a CloudEvents batch (JSON format section 4). The size limit can make a page
 * hold fewer than `limiet`; it is empty when there is nothing after `vanaf`.
 *
 * `types`, `zaaktypen` (each a list with commas) and `filters` (JSON, as those of an abonnement) filter the
 * events; a token for some zaaktypen gets events of those only. Filtered events leave gaps in the sequences:
 * `Tot-Sequence` says how far the page has come. One request scans a bounded number of events, so a page can
 * be empty while there is more.
 *
 * `wacht` (seconds, at most 30): the longest time to wait for the first event when there is none yet.
 *
 * 409 `sequence_unknown` when `vanaf` is higher than any sequence: the zaaksysteem was restored. Read all
 * zaken instead. Only `MAX_SEQUENCE` gets an empty page with the end in `Tot-Sequence`: it asks for new
 * events only.
 *
 * 410 `events_purged` when the next wanted event is no longer kept: read all zaken instead. A reader that
 * does not need all events continues from the event in `Oudste-Sequence`.
 *
 * `GET /v1/gebeurtenissen/{id}`: one event again. 410 `purged` when it is no longer kept.
 */
export const MAX_GEBEURTENISSEN = 1_000
/** Size limit of a page. */
export const MAX_GEBEURTENISSEN_BYTES = 4 * 1024 * 1024
/** Longest `wacht`. */
export const MAX_WACHT_SECONDS = 30

/** Response header: the highest sequence at this moment, 0 when there is none. */
export const HOOGSTE_SEQUENCE = 'Hoogste-Sequence'
/** Response header: the reader has every wanted event up to this sequence, which is the next `vanaf`. */
export const TOT_SEQUENCE = 'Tot-Sequence'
/**
 * Response header of a 410 on a page: the oldest later event that is still kept; absent when there is none.
 */
export const OUDSTE_SEQUENCE = 'Oudste-Sequence'

/** Sequences are signed 32-bit integers. */
export const MAX_SEQUENCE = 2 ** 31 - 1

/**
 * Stromen of events at `/v1/gebeurtenissen`, for clients without an endpoint to deliver to. Both protocols
 * take `vanaf`, `types`, `zaaktypen` and `filters` as a page does; without `vanaf` a stroom starts with new
 * events. Events come in order of `sequence`, so in order of each zaak, and each is one CloudEvent in JSON
 * with the bytes of its bezorging. A client that resumes with the highest sequence that it has handled misses
 * nothing and gets nothing twice, whatever ended the stroom and whichever process it reconnects to.
 *
 * Refused before a stroom begins, with problem+json, over either protocol: 400 `query_invalid`, 401
 * `token_invalid`, 403 `scope_missing`, 409 `sequence_unknown` (`vanaf` is higher than any sequence: the
 * zaaksysteem was restored; read all zaken), 410 `events_purged`, 429 `too_many_streams` (of this client),
 * 503 `overloaded` and 503 `issuer_unavailable` (the issuer cannot verify the token now), the last three with
 * `Retry-After`.
 *
 * **Server-sent events**, with `Accept: text/event-stream`: the `id` of an event is its sequence and `data`
 * the CloudEvent. `Last-Event-ID` takes precedence over `vanaf`, so an EventSource resumes by itself. The
 * stroom ends when the token expires (the next request gets 401), when the process stops, and when the reader
 * has taken nothing for 30 seconds.
 */
export const STROOM_CONTENT_TYPE = 'text/event-stream; charset=utf-8'

/**
 * Name of the server-sent event without a CloudEvent: sent first, and every 15 seconds. Its `id` and `data`
 * are the sequence up to which the reader has every wanted event, so that a quiet filtered stroom resumes at
 * the right place.
 */
export const POSITIE_EVENT = 'positie'

/**
 * **WebSocket**: the only subprotocol (CloudEvents WebSocket binding, section 3): each event is one text
 * message. The token comes in `Authorization`, not in the URL, which proxies log. So this is for servers: a
 * browser cannot send that header and should not hold a token. The zaaksysteem pings at once and every 15
 * seconds; the payload of a ping is that of `positie`. `Tot-Sequence` of the 101 holds the start of the
 * stroom. A client whose library exposes neither starts with `vanaf`. There is no compression.
 */
export const STROOM_SUBPROTOCOL = 'cloudevents.json'

/** Close codes of the WebSocket. The reason is the name. */
export const STROOM_CLOSE_CODES = {
  going_away: 1001,
  unsupported_data: 1003,
  token_invalid: 1008,
  internal_error: 1011,
  too_slow: 1013,
  sequence_unknown: 4409,
  events_purged: 4410,
} as const

export type StroomClose = keyof typeof STROOM_CLOSE_CODES

/** The meaning of each code. Reconnect with `vanaf` unless the text says otherwise. */
export const STROOM_CLOSE_MEANINGS: Record<StroomClose, string> = {
  going_away: 'The process stops.',
  unsupported_data: 'The client sent a message, which this channel does not accept. Fix that before reconnecting.',
  token_invalid: 'The token is no longer valid, or has other rights now. Reconnect with a valid token.',
  internal_error: 'An internal error.',
  too_slow: 'The client read nothing and answered no ping for 30 to 45 seconds.',
  sequence_unknown: 'Same as 409: this zaaksysteem no longer knows the sequence. Read all zaken.',
  events_purged: 'Same as 410: a wanted event is no longer kept. Read all zaken.',
}
