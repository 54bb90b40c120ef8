/** SSE event name on `GET /api/publieksportaal/live`. */
export const LIVE_EVENT = 'zaak-gewijzigd'

/**
 * SSE event that begins each stream. Its `data` is the id of the sessie that the stream belongs to. A browser
 * that reconnects sends the present cookie, which can be of another person than the page shows.
 */
export const SESSIE_EVENT = 'sessie'

/**
 * `data` of a live event, as JSON: only which zaak (a UUID) has a newer versie. The event's `id` is a counter
 * per burger, contiguous and in commit order, which the browser sends back as `Last-Event-ID`. There is no
 * schema: the page and the stream come from one server, and a validation library would add a sixth to the
 * page's JavaScript.
 */
export type LiveMessage = { zaakId: string; versie: number }

/**
 * SSE event that follows each heartbeat, after all changes were sent: a page that misses it knows that its
 * stream is silent. Its `data`, as JSON: `op`, when the portal was last in sync with its bron (null: never),
 * and `isLate`, true when a request to the bron has failed since.
 */
export const STAND_EVENT = 'stand'
export type StandMessage = { op: string | null; isLate: boolean }
