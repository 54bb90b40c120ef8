import { SECOND_MS } from '#lib/platform/durations.ts'
import { type Bericht, berichtenIn, type Gebeuren, type Proef } from './gebeuren.ts'

/** The trials for the first messages with a new event, in order; later messages get none. */
const PLAN: readonly (Proef | null)[] = [null, 'wacht_503', 'wacht_429', 'weiger_400']

export const PROEF_STATUS: Record<Proef, number> = { wacht_503: 503, wacht_429: 429, weiger_400: 400 }
const RETRY_AFTER_SECONDS = 3

/**
 * Decides the response to a valid message. After 503 or 429 a repeat is accepted when it waited long enough,
 * and refused again when it did not. A 400 is permanent.
 */
export function decideAnswer(
  verloop: readonly Gebeuren[],
  { ids, now }: { ids: readonly string[]; now: Date },
): Pick<Bericht, 'isNieuw' | 'proef' | 'terugNa'> {
  const before = berichtenIn(verloop)
  const known = new Set(before.flatMap(({ gebeurtenissen }) => gebeurtenissen.map(({ id }) => id)))
  const isNieuw = ids.some((id) => !known.has(id))
  const tried = before.findLast(
    ({ proef, isNieuw, gebeurtenissen }) => proef && isNieuw && gebeurtenissen.some(({ id }) => ids.includes(id)),
  )
  if (tried) {
    if (tried.proef === 'weiger_400') return { isNieuw: false, proef: tried.proef, terugNa: null }
    const waitMs = new Date(tried.op).getTime() + (tried.terugNa ?? 0) * SECOND_MS - now.getTime()
    if (waitMs > 0) return { isNieuw: false, proef: tried.proef, terugNa: Math.ceil(waitMs / SECOND_MS) }
    return { isNieuw: false, proef: null, terugNa: null }
  }
  const proef = isNieuw ? (PLAN[before.filter((bericht) => bericht.isNieuw).length] ?? null) : null
  return { isNieuw, proef, terugNa: proef && proef !== 'weiger_400' ? RETRY_AFTER_SECONDS : null }
}

/** True for an event id that was accepted before with other content, which the portal refuses too. */
export function takenWithOtherContent(
  verloop: readonly Gebeuren[],
  gebeurtenissen: Bericht['gebeurtenissen'],
): boolean {
  const taken = berichtenIn(verloop).filter(({ status }) => status === 204)
  return gebeurtenissen.some(({ id, inhoud }) =>
    taken.some((bericht) => bericht.gebeurtenissen.some((one) => one.id === id && one.inhoud !== inhoud)),
  )
}
