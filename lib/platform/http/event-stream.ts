import { API_HEADERS } from './problem-json.ts'

/** Of an answer that is a stream of server-sent events: nothing on the way may keep it back. */
export const EVENT_STREAM_HEADERS = {
  ...API_HEADERS,
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
} as const

const LEAST_RETRY_MS = 1_000

/**
 * After how many ms a reader may come back when its connection breaks off: the more are open, the wider they are spread,
 * because all of them come at once to what is left when a process ends.
 */
export function spreadReturnMs(
  { open, returnsPerSecond }: { open: number; returnsPerSecond: number },
  random: () => number,
): number {
  return Math.round(LEAST_RETRY_MS + (random() * open * 1000) / returnsPerSecond)
}

/** WHATWG HTML section 9.2.5: the time after which an EventSource comes back. Not a whole event, so it raises none. */
export function retryField(ms: number): string {
  return `retry: ${ms}\n`
}
