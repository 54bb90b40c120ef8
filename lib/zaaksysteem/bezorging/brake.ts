import { MINUTE_MS } from '#lib/platform/durations.ts'
import type { ClaimedBezorging } from './claim/claim-bezorgingen.ts'

/** More than the shortest schedule asks for. */
const MOST_PER_MINUTE = 20

/**
 * Bounds how often a worker sends one bezorging again, whatever the reason that it is claimed: a fault in what leases and
 * due times are judged by must not become a flood. What it holds back can be claimed again when its lease ends. Each
 * minute counts for itself.
 *
 * @param options.nowMs of a clock that only runs forwards
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
