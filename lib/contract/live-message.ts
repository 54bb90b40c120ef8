/** SSE event name on `GET /api/publieksportaal/live`. */
export const LIVE_EVENT = 'zaak-gewijzigd'

/**
 * SSE event with which each stream begins. Its `data` is the id of the sessie that it is for: a browser that
 * connects again sends the cookie of whoever is signed in by then, who need not be whom the page shows.
 */
export const SESSIE_EVENT = 'sessie'

/**
 * `data` of a live event, as JSON: only which zaak (a UUID) has a newer versie. The event's `id` is a counter
 * per burger, contiguous and in commit order, which the browser sends back as `Last-Event-ID`. No schema: the
 * page and the stream come from one server, and a library that checks it would be a sixth of the page's
 * JavaScript.
 */
export type LiveMessage = { zaakId: string; versie: number }

/**
 * SSE event that follows each heartbeat, once all that changed was sent: a page that misses it knows that its
 * stream is silent. Its `data`, as JSON, says when the portal last knew that it had everything of its bron
 * (null: never), and whether it has asked in vain since.
 */
export const STAND_EVENT = 'stand'
export type StandMessage = { op: string | null; isLate: boolean }
