import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import type { ReceivedEvent } from '../../inbox/received-event.ts'
import { parseEvent } from './parse-event.ts'

/**
 * The events of one delivery, and the problems of all of them; in a batch a pointer starts with the index of the event.
 * An event that occurs twice in a batch is a problem too.
 */
export function parseEvents(
  values: unknown[],
  { inBatch }: { inBatch: boolean },
): { events: ReceivedEvent[]; problems: ProblemDetail[] } {
  const events: ReceivedEvent[] = []
  const problems: ProblemDetail[] = []
  const ids = new Set<string>()
  values.forEach((value, index) => {
    const place = inBatch ? `/${index}` : ''
    const parsed = parseEvent(value)
    if (!parsed.ok) {
      problems.push(...parsed.problems.map((problem) => ({ ...problem, pointer: `${place}${problem.pointer ?? ''}` })))
      return
    }
    if (ids.has(parsed.event.id)) {
      const detail = 'This event is in the batch already.'
      problems.push({ code: 'duplicate_event', detail, pointer: `${place}/id` })
    }
    ids.add(parsed.event.id)
    events.push(parsed.event)
  })
  return { events, problems }
}
