import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { isPushService } from './is-push-service.ts'
import { encryptSubscription, type PushSubscription } from './push-subscription.ts'

const FIND = 'select id from apparaat where endpoint_hash = $1 for update'
const REPLACE = `
  update apparaat set endpoint_hash = $2, versleuteld = $3, sleutel_id = $4
  where id = $1 and not exists (select from apparaat where endpoint_hash = $2)`

/**
 * Replaces the subscription of a browser. The service worker calls this, also when nobody is signed in: the
 * former endpoint, which nobody can guess, is its proof. Does not reveal whether that endpoint was known.
 */
export async function replaceSubscription(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool'>,
  { endpoint, subscription }: { endpoint: string; subscription: PushSubscription },
): Promise<void> {
  if (!isPushService(ctx.env, subscription.endpoint)) return
  await inTransaction(ctx.pool, async (client) => {
    const [apparaat] = (await client.query<{ id: string }>(FIND, [hashToken(endpoint)])).rows
    if (!apparaat) return
    const { versleuteld, sleutelId } = encryptSubscription(ctx, { apparaatId: apparaat.id, subscription })
    await client.query(REPLACE, [apparaat.id, hashToken(subscription.endpoint), versleuteld, sleutelId])
  })
}
