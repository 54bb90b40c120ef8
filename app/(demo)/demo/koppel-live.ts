import type { LiveMessage } from '#lib/contract/live-message.ts'
import type { DemoBezorging, DemoOntvangst } from '#lib/demo/demo-feeds.ts'
import type { InBrowser } from './stappen.ts'

/** A live message, and when it arrived in this browser, in milliseconds since 1970. */
export type Seintje = LiveMessage & { op: number }

/**
 * Finds out what this browser saw of each event. A live message names a zaak, not an event: what belongs to an event
 * is the first message for its zaak after the portal took the event, and before the portal took the next one. The
 * page's own change is the first after that message. Assumes that browser and server share a clock.
 */
export function koppelLive(
  bezorgingen: readonly DemoBezorging[],
  ontvangsten: readonly DemoOntvangst[],
  { seintjes, paginawijzigingen }: { seintjes: readonly Seintje[]; paginawijzigingen: readonly number[] },
): Map<string, InBrowser> {
  const zaken = new Map(bezorgingen.map(({ eventId, zaakId }) => [eventId, zaakId]))
  const result = new Map<string, InBrowser>()
  for (const { eventId, ontvangenOp } of ontvangsten) {
    const zaakId = zaken.get(eventId)
    const van = Date.parse(ontvangenOp)
    const later = ontvangsten.filter(
      (other) => zaken.get(other.eventId) === zaakId && Date.parse(other.ontvangenOp) > van,
    )
    const tot = Math.min(...later.map((other) => Date.parse(other.ontvangenOp)))
    const within = (op: number, from: number) => op >= from && op < tot
    const liveOp = seintjes.find((seintje) => seintje.zaakId === zaakId && within(seintje.op, van))?.op
    const paginaOp = liveOp && paginawijzigingen.find((op) => within(op, liveOp))
    result.set(eventId, { liveOp, paginaOp })
  }
  return result
}
