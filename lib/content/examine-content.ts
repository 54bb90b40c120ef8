import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { parseEvents } from './parse-events.ts'
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
