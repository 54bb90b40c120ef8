import type { ZaaksysteemContext } from '../context.ts'
import { hashBetrokkene } from './hash-betrokkene.ts'

/** Returns the hashed betrokkene of each zaak, in the same order; null without a zaak or a BSN. */
export async function findBetrokkenen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'once'>,
  zaakIds: readonly string[],
): Promise<(Buffer | null)[]> {
  const { rows } = await ctx.pool.query<{ id: string; bsn: string | null }>({
    name: 'find-betrokkenen',
    text: 'select id, aanvrager_bsn as bsn from zaak where id = any($1::uuid[])',
    values: [zaakIds],
  })
  const hashes = new Map(rows.map(({ id, bsn }) => [id, bsn && hashBetrokkene(ctx, bsn)]))
  return zaakIds.map((id) => hashes.get(id) || null)
}
