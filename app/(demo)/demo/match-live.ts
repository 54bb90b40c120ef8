import type { DemoBezorging, DemoOntvangst } from '#demo/stage/demo-feeds.ts'
import type { LiveMessage } from '#lib/contract/live-message.ts'
import type { InBrowser } from './steps.ts'

/** A live message, and when it arrived in this browser, in milliseconds since 1970. */
export type ArrivedMessage = LiveMessage & { at: number }

/**
 * Finds when this browser noticed each event. A live message names a zaak, not an event. The message of an
 * event is the first one for its zaak after the portal stored the event and before it stored the next one.
 * The page change is the first after that message. Assumes that browser and server share a clock.
 */
export function matchLive(
  bezorgingen: readonly DemoBezorging[],
  ontvangsten: readonly DemoOntvangst[],
  { messages, pageChanges }: { messages: readonly ArrivedMessage[]; pageChanges: readonly number[] },
): Map<string, InBrowser> {
  const zaken = new Map(bezorgingen.map(({ eventId, zaakId }) => [eventId, zaakId]))
  const result = new Map<string, InBrowser>()
  for (const { eventId, ontvangenOp } of ontvangsten) {
    const zaakId = zaken.get(eventId)
    const from = Date.parse(ontvangenOp)
    const later = ontvangsten.filter(
      (other) => zaken.get(other.eventId) === zaakId && Date.parse(other.ontvangenOp) > from,
    )
    const until = Math.min(...later.map((other) => Date.parse(other.ontvangenOp)))
    const within = (at: number, from: number) => at >= from && at < until
    const messageAt = messages.find((message) => message.zaakId === zaakId && within(message.at, from))?.at
    const pageChangedAt = messageAt && pageChanges.find((at) => within(at, messageAt))
    result.set(eventId, { messageAt, pageChangedAt })
  }
  return result
}
