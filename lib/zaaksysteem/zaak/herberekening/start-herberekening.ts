import { recordedPgTransaction, type TracedActor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'

const START = `
  update herberekening set gestart_op = $2, traceparent = $3, toelichting = $4, ook_later = $5
  where id = $1 and gevonden_op is not null and gestart_op is null`

/** Starts the changes of a herberekening, once. The workers carry them out per zaak. */
export async function startHerberekening(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  { id, toelichting, ookLater, actor }: { id: string; toelichting: string; ookLater: boolean; actor: TracedActor },
): Promise<void> {
  await recordedPgTransaction(ctx, async (client, record) => {
    const values = [id, ctx.clock(), actor.traceparent, toelichting, ookLater]
    const { rowCount } = await client.query(START, values)
    const object = { soort: 'herberekening', id }
    if (rowCount) await record({ actor, handeling: 'herberekening_opdragen', object })
  })
}
