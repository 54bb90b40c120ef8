import type { StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import type { EventTail } from './event-tail.ts'
import type { Gebeurtenis } from './gebeurtenis.ts'
import { choose, type Selectie } from './selectie.ts'

/** The next wanted events, perhaps none, and the sequence up to which the reader has all that it wants with them. */
export type Stuk = { gewenst: Gebeurtenis[]; tot: number }

/**
 * All wanted events after `vanaf`, in order, each once, up to what ends it: `signal`, or that it cannot go on. A reader asks
 * for the next ones when it has passed on these, so a slow one holds up nobody and needs no memory but for its position.
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
