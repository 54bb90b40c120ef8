import { v7 as uuidv7 } from 'uuid'
import type { PublieksportaalContext } from '../context.ts'
import { hashBsn } from './hash-bsn.ts'

export async function findOrCreateBurger(ctx: PublieksportaalContext, bsn: string): Promise<{ id: string }> {
  const hash = hashBsn(ctx.env, bsn)
  const known = await ctx.pool.query<{ id: string }>('select id from burger where bsn_hash = $1', [hash])
  if (known.rows[0]) return known.rows[0]

  // DO UPDATE, because DO NOTHING returns no row when another process inserted it first.
  const created = await ctx.pool.query<{ id: string }>(
    `insert into burger (id, bsn_hash) values ($1, $2)
     on conflict (bsn_hash) do update set live_volgnummer = burger.live_volgnummer
     returning id`,
    [uuidv7(), hash],
  )
  return created.rows[0] as { id: string }
}
