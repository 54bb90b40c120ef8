import type { ClaimedBezorging } from '../claim/claim-bezorgingen.ts'
import type { Parcel } from './deliver.ts'

/** With contentmodus batch. */
export const MAX_PER_REQUEST = 100

/** Groups bezorgingen into requests of one each, or into batches when the abonnement takes them. */
export function makeParcels(claimed: readonly ClaimedBezorging[]): Parcel[] {
  const batches = new Map<string, [ClaimedBezorging, ...ClaimedBezorging[]]>()
  const parcels: Parcel[] = []
  for (const bezorging of claimed) {
    const open = batches.get(bezorging.abonnementId)
    const shares = bezorging.contentmodus === 'batch' && !bezorging.alleen
    if (shares && open && open.length < MAX_PER_REQUEST) {
      open.push(bezorging)
      continue
    }
    const parcel: [ClaimedBezorging] = [bezorging]
    parcels.push(parcel)
    if (shares) batches.set(bezorging.abonnementId, parcel)
  }
  return parcels
}
