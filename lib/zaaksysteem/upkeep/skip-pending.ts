import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { lockAbonnement } from '../herstel/redeliver.ts'
import { lockOrder } from '../outbox/distribute-gebeurtenissen.ts'

const BATCH = 1000

/** In the order of an index, because EXISTS can be planned as a scan of all waiting bezorgingen. */
const HAVE_PENDING = `
  select id from abonnement where status in ('gepauzeerd', 'uitgeschakeld') and (
    select sequence from bezorging where abonnement_id = abonnement.id and bezorging.status = 'wachtend'
    order by zaak_id, sequence limit 1
  ) is not null`

/**
 * Makes waiting bezorgingen of an abonnement that is gepauzeerd or uitgeschakeld overgeslagen; a herstel can
 * replay them. Bezorgingen under way are left to end.
 *
 * @returns the number of skipped bezorgingen
 */
export async function skipPending(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<number> {
  const { rows } = await ctx.pool.query<{ id: string }>(HAVE_PENDING)
  let total = 0
  for (const { id } of rows) {
    let skipped = BATCH
    while (skipped === BATCH && !signal?.aborted) {
      skipped = await skipBatch(ctx, id)
      total += skipped
    }
    if (skipped > 0) ctx.log.info({ abonnementId: id }, 'Waiting bezorgingen of a stopped abonnement were skipped')
  }
  return total
}

/**
 * Skips the last bezorging of a zaak first, which is also the order of the index. If the abonnement is
 * resumed between two batches, the rest of a zaak still begins with its due bezorging. Without that one
 * nothing would make the others due.
 */
async function skipBatch(ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>, abonnementId: string): Promise<number> {
  return inTransaction(ctx.pool, async (client) => {
    await lockOrder(client)
    const status = await lockAbonnement(client, { id: abonnementId })
    if (status !== 'gepauzeerd' && status !== 'uitgeschakeld') return 0
    const { rowCount } = await client.query(
      `update bezorging
       set status = 'overgeslagen', volgende_poging = null, handmatig = false, lease_id = null, lease_tot = null,
           afgerond_op = $2
       where id = any (array(
         select id from bezorging
         where abonnement_id = $1 and status = 'wachtend' and (lease_tot is null or lease_tot <= $2)
         order by zaak_id desc, sequence desc limit ${BATCH}
       ))`,
      [abonnementId, ctx.clock()],
    )
    return rowCount ?? 0
  })
}
