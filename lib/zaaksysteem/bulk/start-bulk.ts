import { recordedPgTransaction, type TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

const START = `
  update bulkopdracht set gestart_op = $3, traceparent = $4
  where id = $1 and behandelaar_id = $2 and handeling is not null and gestart_op is null`

/** Starts an own prepared opdracht, once. The workers carry it out (`processBulkopdrachten`). */
export async function startBulk(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  { opdrachtId, actor }: { opdrachtId: string; actor: TracedActor },
): Promise<void> {
  await recordedPgTransaction(ctx, async (client, record) => {
    const { rowCount } = await client.query(START, [opdrachtId, actor.id, ctx.clock(), actor.traceparent])
    if (rowCount) await record({ actor, handeling: 'bulk_opdragen', object: { soort: 'bulkopdracht', id: opdrachtId } })
  })
}
