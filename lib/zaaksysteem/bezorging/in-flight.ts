import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import type { FreePlaces } from './claim/claim-bezorgingen.ts'
import type { Parcel } from './send/deliver.ts'

/** A sink is slow while a response takes longer than this, and for a minute after. */
const SLOW_MS = SECOND_MS
const SLOW_FOR_MS = MINUTE_MS

/**
 * Tracks the bezorgingen that a worker is sending, and which sinks are slow. All slow sinks together get half
 * of the places, so that the others always find free ones. When fewer places are left than there are slow
 * sinks, they take turns: looking for the bezorgingen of a thousand sinks would delay the others. One
 * response in time makes a sink fast.
 *
 * @param options.onFree called when bezorgingen have ended
 * @param options.nowMs a monotonic clock
 */
export function createInFlight(options: { places: number; onFree: () => void; nowMs?: () => number }) {
  const { places, onFree, nowMs = () => performance.now() } = options
  /** the oldest first */
  const sending = new Map<Promise<void>, { abonnementId: string; startMs: number }>()
  const byAbonnement = new Map<string, number>()
  /** when each abonnement was last slow, the longest ago first */
  const slow = new Map<string, number>()
  let size = 0
  let turn = 0

  function count(abonnementId: string, difference: number) {
    size += difference
    const left = (byAbonnement.get(abonnementId) ?? 0) + difference
    if (left > 0) byAbonnement.set(abonnementId, left)
    else byAbonnement.delete(abonnementId)
  }

  function judge(abonnementId: string, tookMs: number) {
    slow.delete(abonnementId)
    if (tookMs >= SLOW_MS) slow.set(abonnementId, nowMs())
  }

  function judgeUnderWay() {
    for (const { abonnementId, startMs } of sending.values()) {
      const tookMs = nowMs() - startMs
      if (tookMs < SLOW_MS) break
      judge(abonnementId, tookMs)
    }
    for (const [abonnementId, atMs] of slow) {
      if (nowMs() - atMs < SLOW_FOR_MS) break
      slow.delete(abonnementId)
    }
  }

  function placesOfSlow(): FreePlaces['slow'] {
    const ids = [...slow.keys()]
    const held = ids.reduce((sum, id) => sum + (byAbonnement.get(id) ?? 0), 0)
    const limit = Math.max(Math.floor(places / 2) - held, 0)
    const first = turn
    turn += limit
    return { limit, inTurn: new Map(ids.map((id, index) => [id, (index + first) % ids.length < limit])) }
  }

  return {
    free(): FreePlaces {
      judgeUnderWay()
      return { limit: places - size, inFlight: byAbonnement, slow: placesOfSlow() }
    },
    /** @param sent resolves when the parcel is done; must never reject */
    add(parcel: Parcel, sent: Promise<void>) {
      const [{ abonnementId }] = parcel
      const startMs = nowMs()
      count(abonnementId, parcel.length)
      const done = sent.then(() => {
        sending.delete(done)
        judge(abonnementId, nowMs() - startMs)
        count(abonnementId, -parcel.length)
        onFree()
      })
      sending.set(done, { abonnementId, startMs })
    },
    async settled() {
      await Promise.all(sending.keys())
    },
  }
}
