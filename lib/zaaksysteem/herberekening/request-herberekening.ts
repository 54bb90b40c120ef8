import { v7 as uuidv7 } from 'uuid'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

const REQUEST = `
  insert into herberekening (id, zaaktype, naar_versie, aangevraagd_op, aangevraagd_door_id) values ($1, $2, $3, $4, $5)`

/**
 * Asks which open zaken have other dates than their history makes by what is known now. The worker looks for them
 * (`processHerberekeningen`), and changes nothing.
 *
 * @param wanted.zaaktype the only one to look at; null: all
 * @param wanted.naarVersie the version of that zaaktype by which it is computed; null: that with which each zaak began
 */
export async function requestHerberekening(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { zaaktype, naarVersie, actor }: { zaaktype: string | null; naarVersie: number | null; actor: TracedActor },
): Promise<string> {
  const id = uuidv7()
  await ctx.pool.query(REQUEST, [id, zaaktype, naarVersie, ctx.clock(), actor.id])
  return id
}
