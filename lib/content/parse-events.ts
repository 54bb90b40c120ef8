import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { MAX_REPORTED } from '#lib/platform/strict-json.ts'
import { parseEvent } from './parse-event.ts'
import type { ReceivedEvent } from './received-event.ts'

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
