import { SECOND_MS } from '#lib/platform/durations.ts'
import { type Bericht, berichtenIn, type Gebeuren, type Proef } from './gebeuren.ts'

/** What becomes of the first messages with a new event, in the order in which they come; of all after them nothing. */
const PLAN: readonly (Proef | null)[] = [null, 'wacht_503', 'wacht_429', 'weiger_400']

export const PROEF_STATUS: Record<Proef, number> = { wacht_503: 503, wacht_429: 429, weiger_400: 400 }
const RETRY_AFTER_SECONDS = 3

/**
 * What a message gets that is as it must be. One that is asked to wait is taken when it comes back in time, and asked again
 * when it comes before; one that is refused is always refused.
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

/** As the portal refuses it: what was taken before has the same id and another content. */
export function takenWithOtherContent(
  verloop: readonly Gebeuren[],
  gebeurtenissen: Bericht['gebeurtenissen'],
): boolean {
  const taken = berichtenIn(verloop).filter(({ status }) => status === 204)
  return gebeurtenissen.some(({ id, inhoud }) =>
    taken.some((bericht) => bericht.gebeurtenissen.some((one) => one.id === id && one.inhoud !== inhoud)),
  )
}
