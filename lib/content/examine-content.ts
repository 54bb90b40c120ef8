import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { MAX_REPORTED } from '#lib/platform/strict-json.ts'
import { parseEvent } from './parse-event.ts'
import { type Message, readContent } from './read-content.ts'
import type { ReceivedEvent } from './received-event.ts'

export type ContentRefusal =
  | { reason: 'invalid_token'; code: 'other_event' }
  | { reason: 'origin_not_allowed' | 'source_not_allowed' }
  | { reason: 'invalid_event'; errors: ProblemDetail[] }

/** The outcome of one check. `expected` and `found` may be shown, so they hold no secret. */
export type ContentStep =
  | { name: 'token_event' | 'afzender' | 'bron'; ok: true; found?: string }
  | { name: 'event'; ok: true; events: ReceivedEvent[] }
  | {
      name: 'token_event' | 'afzender' | 'bron' | 'event'
      ok: false
      refusal: ContentRefusal
      expected?: string
      found?: string
    }

/**
 * Checks the content of a message in the order of a receiver, after its proof: first the claims of the
 * sender, then the form. A caller that continues after a failed step gets every other finding.
 *
 * @param expected.eventId the event that the proof was made for; null when it names none
 */
export function* examineContent(
  message: Message,
  { origin, source, eventId }: { origin: string; source: string; eventId: string | null },
): Generator<ContentStep, void> {
  const { events = [], problems } = readContent(message)
  const inBatch = message.contentmodus === 'batch'
  const claims = events.map(claimedIdentity)
  // A token that was made for one event must not prove another. The token of a batch names no event.
  const claimed = inBatch ? undefined : claims[0]?.id
  if (eventId !== null && claimed !== undefined && claimed !== eventId) {
    yield { name: 'token_event', ok: false, refusal: { reason: 'invalid_token', code: 'other_event' } }
  }
  const found = message.headers.get(WEBHOOK_HEADERS.requestOrigin) ?? '–'
  yield found === origin
    ? { name: 'afzender', ok: true, found }
    : { name: 'afzender', ok: false, refusal: { reason: 'origin_not_allowed' }, expected: origin, found }
  const foreign = claims.find((claim) => claim.source !== undefined && claim.source !== source)?.source
  yield foreign === undefined
    ? { name: 'bron', ok: true }
    : { name: 'bron', ok: false, refusal: { reason: 'source_not_allowed' }, expected: source, found: foreign }

  const parsed = parseEvents(events, { inBatch })
  const errors = [...problems, ...parsed.problems]
  yield errors.length === 0
    ? { name: 'event', ok: true, events: parsed.events }
    : { name: 'event', ok: false, refusal: { reason: 'invalid_event', errors } }
}

export function claimedIdentity(event: unknown): { id?: string; source?: string } {
  const { id, source } = (event ?? {}) as Record<string, unknown>
  return {
    ...(typeof id === 'string' && id !== '' && { id }),
    ...(typeof source === 'string' && source !== '' && { source }),
  }
}

/**
 * Parses the events of one bezorging, and stops when the problems found are enough to report. Pointers in a
 * batch start with the index of the event. A duplicate event in a batch is a problem too.
 */
export function parseEvents(
  values: unknown[],
  { inBatch }: { inBatch: boolean },
): { events: ReceivedEvent[]; problems: ProblemDetail[] } {
  const events: ReceivedEvent[] = []
  const problems: ProblemDetail[] = []
  const ids = new Set<string>()
  for (const [index, value] of values.entries()) {
    if (problems.length >= MAX_REPORTED) break
    const place = inBatch ? `/${index}` : ''
    const parsed = parseEvent(value)
    if (!parsed.ok) {
      for (const problem of parsed.problems) {
        problems.push({ ...problem, pointer: `${place}${problem.pointer ?? ''}` })
      }
      continue
    }
    const { event } = parsed
    // The id of a change is a UUID, which is case-insensitive.
    const id = event.change ? event.id.toLowerCase() : event.id
    if (ids.has(id)) {
      const detail = 'This event is in the batch already.'
      problems.push({ code: 'duplicate_event', detail, pointer: `${place}/id` })
    }
    ids.add(id)
    events.push(event)
  }
  return { events, problems }
}
