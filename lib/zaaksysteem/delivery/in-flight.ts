import type { Parcel } from './send/deliver.ts'

/**
 * What a worker is sending, counted in deliveries.
 *
 * @param onFree called when deliveries have ended
 */
export function createInFlight(onFree: () => void) {
  const sending = new Set<Promise<void>>()
  const byAbonnement = new Map<string, number>()
  let size = 0

  function count(abonnementId: string, difference: number) {
    size += difference
    const left = (byAbonnement.get(abonnementId) ?? 0) + difference
    if (left > 0) byAbonnement.set(abonnementId, left)
    else byAbonnement.delete(abonnementId)
  }

  return {
    byAbonnement: byAbonnement as ReadonlyMap<string, number>,
    get size() {
      return size
    },
    /** resolves when the parcel is done; must never reject */
    add(parcel: Parcel, sent: Promise<void>) {
      const [{ abonnementId }] = parcel
      count(abonnementId, parcel.length)
      const done = sent.then(() => {
        sending.delete(done)
        count(abonnementId, -parcel.length)
        onFree()
      })
      sending.add(done)
    },
    async settled() {
      await Promise.all(sending)
    },
  }
}
