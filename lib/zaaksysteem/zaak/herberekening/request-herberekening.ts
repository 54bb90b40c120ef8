import { v7 as uuidv7 } from 'uuid'
import { recordedPgTransaction, type TracedActor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'

const REQUEST = `
  insert into herberekening (id, zaaktype, naar_versie, aangevraagd_op, aangevraagd_door_id) values ($1, $2, $3, $4, $5)`

/**
 * Requests a search for open zaken whose dates differ from those recomputed from their history. The worker
 * searches (`processHerberekeningen`) and changes nothing yet.
 *
 * @param wanted.zaaktype the only zaaktype to search; null: all
 * @param wanted.naarVersie the version of that zaaktype to compute by; null: the version that each zaak has
 */
export async function requestHerberekening(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { zaaktype, naarVersie, actor }: { zaaktype: string | null; naarVersie: number | null; actor: TracedActor },
): Promise<string> {
  const id = uuidv7()
  await ctx.pool.query(REQUEST, [id, zaaktype, naarVersie, ctx.clock(), actor.id])
  return id
}

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
