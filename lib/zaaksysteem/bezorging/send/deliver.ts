import { randomUUID } from 'node:crypto'
import { retryAfter } from '#lib/platform/http/retry-after.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ClaimedBezorging } from '../claim/claim-bezorgingen.ts'
import type { Poging } from '../record/poging.ts'
import { sendEvents } from './send-events.ts'

/** At least one bezorging, all of one abonnement. */
export type Parcel = readonly [ClaimedBezorging, ...ClaimedBezorging[]]

/**
 * Sends claimed bezorgingen in one request. The caller records the attempts, one for each bezorging.
 *
 * @throws for a fault of ours, such as a missing secret; then there was no attempt
 */
export async function deliver(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'once'>,
  parcel: Parcel,
  options: { timeoutMs?: number } = {},
): Promise<Poging[]> {
  const [first] = parcel
  const { begonnenOp, duurMs, requestHeaders, answer } = await sendEvents(
    ctx,
    {
      ...first,
      // A receiver may drop a message whose id it has seen. A retried batch can hold other events, so it
      // needs a new id.
      messageId: parcel.length === 1 ? first.gebeurtenisId : randomUUID(),
      // Earlier rounds do not count, because a replay must store the message once more.
      mayBeThere: first.hervat || first.pogingen > first.rondeVanaf,
      events: parcel.map(({ body }) => body),
    },
    options,
  )
  const outcome = {
    gedeeldMet: parcel.length,
    begonnenOp,
    duurMs,
    httpStatus: answer.httpStatus,
    foutsoort: answer.foutsoort,
    foutdetail: answer.foutdetail,
    requestHeaders,
    responseHeaders: answer.headers,
    responseBody: answer.body,
    responseAfgekapt: answer.afgekapt,
    retryAfter: retryAfter(answer.headers, ctx.clock()),
  }
  return parcel.map((bezorging) => ({ bezorging, ...outcome }))
}

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
