/**
 * `GET /v1/gebeurtenissen?vanaf=<sequence>&limiet=<1..1000>`: the events with a higher sequence than `vanaf`, in order
 * and without gaps, as a CloudEvents batch (JSON format section 4). The size limit can make a page hold fewer than
 * `limiet`; it is empty when there is nothing after `vanaf`.
 *
 * 410 `events_purged` when the next event is no longer kept: read all zaken instead.
 */
export const MAX_GEBEURTENISSEN = 1_000
/** Size limit of a page. */
export const MAX_GEBEURTENISSEN_BYTES = 4 * 1024 * 1024

/** Response header: the highest sequence that exists at this moment, 0 when there is none. */
export const HOOGSTE_SEQUENCE = 'Hoogste-Sequence'

/** Sequences are signed 32-bit integers. */
export const MAX_SEQUENCE = 2 ** 31 - 1
