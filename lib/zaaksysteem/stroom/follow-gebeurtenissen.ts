import type { StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import type { EventTail } from './event-tail.ts'
import type { Gebeurtenis } from './gebeurtenis.ts'
import { choose, type Selectie } from './selectie.ts'

/**
 * The next matching events, perhaps none, and the sequence up to which the reader then has all of its events.
 */
export type Stuk = { gewenst: Gebeurtenis[]; tot: number }

/**
 * Yields all matching events after `vanaf`, in order and each once, until `signal` aborts or reading cannot
 * continue. A reader pulls the next ones when it has passed on the last ones. A slow reader therefore delays
 * nobody, and needs no memory but its position.
 */
export async function* followGebeurtenissen(
  tail: Pick<EventTail, 'after' | 'grown'>,
  { vanaf, selectie, signal }: { vanaf: number; selectie: Selectie; signal: AbortSignal },
): AsyncGenerator<Stuk, StroomClose | undefined> {
  let position = vanaf
  while (!signal.aborted) {
    const gelezen = await tail.after(position)
    if (gelezen.hoogsteSequence < position) return 'sequence_unknown'
    const { gewenst, tot, isPurged } = choose(selectie, position, gelezen)
    const hasMoved = tot > position
    position = tot
    if (hasMoved) yield { gewenst, tot }
    if (isPurged) return 'events_purged'
    if (!hasMoved) await tail.grown(position, signal)
  }
  return undefined
}
