import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { clientsOfEnvironment } from '../api/client-rights.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { lockOrder } from '../outbox/distribute-gebeurtenissen.ts'
import { lockAbonnement } from './lock-abonnement.ts'
import { replayBezorgingen } from './replay-bezorgingen.ts'
import { herstelbareBezorgingen } from './request-herstel.ts'

const BATCH = 500

type Open = { id: string; abonnementId: string }
type Herstelactie = { vanaf: Date; aangemaaktOp: Date; totSequence: number }

/**
 * Processes herstelacties, the oldest first, until none is open or `signal` aborts. A batch commits together
 * with its cursor: if a worker dies, another continues after the last batch. Several workers can do this at
 * once, because a batch is selected under LOCK_ORDER, which one transaction holds at a time.
 *
 * A herstelactie waits while its abonnement is not actief.
 *
 * @returns the number of replayed bezorgingen
 */
export async function processHerstelacties(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<number> {
  let hersteld = 0
  while (!signal?.aborted) {
    const open = await findOpen(ctx)
    if (!open) break
    hersteld += await processBatch(ctx, open)
  }
  return hersteld
}

async function findOpen({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<Open | undefined> {
  const { rows } = await pool.query<Open>(
    `select herstelactie.id, abonnement_id as "abonnementId"
     from herstelactie join abonnement on abonnement.id = abonnement_id
     where klaar_op is null and abonnement.status = 'actief'
     order by herstelactie.aangemaakt_op limit 1`,
  )
  return rows[0]
}

async function processBatch(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  { id, abonnementId }: Open,
): Promise<number> {
  return inTransaction(ctx.pool, async (client) => {
    await lockOrder(client)
    if ((await lockAbonnement(client, { id: abonnementId })) !== 'actief') return 0
    const { rows: open } = await client.query<Herstelactie>(
      `select vanaf, aangemaakt_op as "aangemaaktOp", tot_sequence as "totSequence"
       from herstelactie where id = $1 and klaar_op is null`,
      [id],
    )
    if (!open[0]) return 0

    const now = ctx.clock()
    const { vanaf, aangemaaktOp, totSequence } = open[0]
    const { rows } = await client.query<{ id: string; sequence: number; sendable: boolean }>(
      herstelbareBezorgingen(BATCH),
      [abonnementId, totSequence, vanaf, aangemaaktOp, now, clientsOfEnvironment(ctx.env)],
    )
    const ids = rows.filter(({ sendable }) => sendable).map((row) => row.id)
    await replayBezorgingen(client, { ids, now })
    // A bezorging that became mislukt after `totaal` was counted is added to it.
    await client.query(
      `update herstelactie
       set tot_sequence = $2, hersteld = hersteld + $3, totaal = greatest(totaal, hersteld + $3), klaar_op = $4
       where id = $1`,
      [id, rows.at(-1)?.sequence ?? totSequence, ids.length, rows.length < BATCH ? now : null],
    )
    const left = rows.length - ids.length
    if (left > 0)
      ctx.log.warn({ abonnementId, count: left }, 'Bezorgingen that are purged or not readable stay as they are')
    if (rows.length < BATCH) ctx.log.info({ abonnementId }, 'A herstelactie is ready')
    return ids.length
  })
}
