import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { ClaimedBezorging } from './claim/claim-bezorgingen.ts'

/** More than the shortest schedule needs. */
const MOST_PER_MINUTE = 20

/**
 * Limits how often per minute a worker resends one bezorging, whatever the reason of the claim: a fault in
 * leases or due times must not become a flood. A bezorging that it holds back can be claimed again when its
 * lease ends.
 *
 * @param options.nowMs a monotonic clock
 */
export function createBrake({ nowMs = () => performance.now() }: { nowMs?: () => number } = {}) {
  let again = new Map<string, number>()
  let beganMs = nowMs()

  return {
    allows({ id, herhaling, hervat }: Pick<ClaimedBezorging, 'id' | 'herhaling' | 'hervat'>): boolean {
      if (!herhaling && !hervat) return true
      if (nowMs() - beganMs >= MINUTE_MS) {
        again = new Map()
        beganMs = nowMs()
      }
      const times = (again.get(id) ?? 0) + 1
      again.set(id, times)
      return times <= MOST_PER_MINUTE
    },
  }
}
