/**
 * `GET /v1/gebeurtenissen?vanaf=<sequence>&limiet=<1..1000>`: the events with a higher sequence than `vanaf`,
 * in order and without gaps, as a CloudEvents batch (JSON format section 4). The size limit can make a page
 * hold fewer than `limiet`; it is empty when there is nothing after `vanaf`.
 *
 * `types` and `zaaktypen` (each a list with commas) and `filters` (JSON, as those of an abonnement) choose
 * among them; a token for some zaaktypen gets events of those only. What was passed over is no hole:
 * `Tot-Sequence` says how far the page has come. One request looks at a bounded number of events, so a page
 * can be empty while there is more.
 *
 * `wacht` (seconds, at most 30): when there is nothing yet, the answer waits so long for the first event.
 *
 * 409 `sequence_unknown` when `vanaf` is higher than any sequence: the zaaksysteem was restored. Read all
 * zaken instead. Only `MAX_SEQUENCE` gets an empty page, with the end in `Tot-Sequence`: it asks for what
 * comes from now on.
 *
 * 410 `events_purged` when the next wanted event is no longer kept: read all zaken instead. Who does not need
 * all goes on from the event in `Oudste-Sequence`.
 *
 * `GET /v1/gebeurtenissen/{id}`: one event again. 410 `purged` when it is no longer kept.
 */
export const MAX_GEBEURTENISSEN = 1_000
/** Size limit of a page. */
export const MAX_GEBEURTENISSEN_BYTES = 4 * 1024 * 1024
/** Longest `wacht`. */
export const MAX_WACHT_SECONDS = 30

/** Response header: the highest sequence that exists at this moment, 0 when there is none. */
export const HOOGSTE_SEQUENCE = 'Hoogste-Sequence'
/** Response header: the reader has all that it wants up to this sequence. It is the next `vanaf`. */
export const TOT_SEQUENCE = 'Tot-Sequence'
/**
 * Response header of a 410 on a page: the first event that is still kept after the one that is not; absent
 * when none is.
 */
export const OUDSTE_SEQUENCE = 'Oudste-Sequence'

/** Sequences are signed 32-bit integers. */
export const MAX_SEQUENCE = 2 ** 31 - 1

/**
 * Stromen of events at `/v1/gebeurtenissen`, for who has no endpoint to deliver to. Both take `vanaf`, `types`,
 * `zaaktypen` and `filters` as a page does; without `vanaf` a stroom starts with what comes from now on. Events come in
 * order of `sequence`, so in order of each zaak, and each is one CloudEvent in JSON with the bytes that a bezorging has. Who
 * resumes with the highest sequence that it has handled misses nothing and gets nothing twice, whatever ended the
 * stroom and whichever process it comes back to.
 *
 * Refused before a stroom begins, with problem+json, over either protocol: 400 `query_invalid`, 401 `token_invalid`,
 * 403 `scope_missing`, 409 `sequence_unknown` (`vanaf` is higher than any sequence: the zaaksysteem was restored; read
 * all zaken), 410 `events_purged`, 429 `too_many_streams` (of this client), 503 `overloaded` and 503
 * `issuer_unavailable` (nobody can be asked about the token now), the last three with `Retry-After`.
 *
 * **Server-sent events**, with `Accept: text/event-stream`: the `id` of an event is its sequence and `data` the CloudEvent.
 * `Last-Event-ID` goes before `vanaf`, so an EventSource resumes by itself. The stroom ends when the token is no longer
 * valid (the next request gets 401), when the process stops, and when the reader has taken nothing for 30 seconds.
 */
export const STROOM_CONTENT_TYPE = 'text/event-stream; charset=utf-8'

/**
 * Name of the server-sent event without a CloudEvent: first, and every 15 seconds. Its `id` and `data` are
 * the sequence up to which the reader has all that it wants, so that a filtered stroom that is quiet resumes
 * where it was.
 */
export const POSITIE_EVENT = 'positie'

/**
 * **WebSocket**: the only subprotocol (CloudEvents WebSocket binding, section 3): each event is one text message. The token
 * comes in `Authorization`, not in the URL, which proxies log, so this is for servers: a browser cannot send it and should
 * not hold it. The zaaksysteem pings at once and every 15 seconds; the payload of a ping is what `positie` is. The 101 says in
 * `Tot-Sequence` where the stroom begins. Whose library shows neither begins with `vanaf`. There is no compression.
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

/** What each means. Come back with `vanaf` unless it says otherwise. */
export const STROOM_CLOSE_MEANINGS: Record<StroomClose, string> = {
  going_away: 'The process stops.',
  unsupported_data: 'The client sent a message; there is nothing to say here. Do not come back before that is mended.',
  token_invalid: 'The token is no longer valid, or opens something else: come back with one that is.',
  internal_error: 'Our fault.',
  too_slow: 'Nothing was taken, and no ping answered, for 30 to 45 seconds.',
  sequence_unknown: 'As the 409: this zaaksysteem no longer knows the sequence. Read all zaken.',
  events_purged: 'As the 410: a wanted event is no longer kept. Read all zaken.',
}
