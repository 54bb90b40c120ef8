import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import type { FreePlaces } from './claim/claim-bezorgingen.ts'
import type { Parcel } from './send/deliver.ts'

/** A sink is slow while an answer takes longer than this, and for a minute after. */
const SLOW_MS = SECOND_MS
const SLOW_FOR_MS = MINUTE_MS

/**
 * What a worker is sending, counted in bezorgingen, and which sinks are slow. All slow sinks together get half of the
 * places, however many they are, so that the others find places free. Where fewer places are left than there are slow
 * sinks, they take turns: looking for the bezorgingen of a thousand would keep the others waiting. One answer in time
 * makes a sink a fast one.
 *
 * @param options.onFree called when bezorgingen have ended
 * @param options.nowMs of a clock that only runs forwards
 */
export function createInFlight(options: { places: number; onFree: () => void; nowMs?: () => number }) {
  const { places, onFree, nowMs = () => performance.now() } = options
  /** the oldest first */
  const sending = new Map<Promise<void>, { abonnementId: string; startMs: number }>()
  const byAbonnement = new Map<string, number>()
  /** when an abonnement last was slow, the longest ago first */
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
    /** what may be added now */
    free(): FreePlaces {
      judgeUnderWay()
      return { limit: places - size, inFlight: byAbonnement, slow: placesOfSlow() }
    },
    /** resolves when the parcel is done; must never reject */
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
