import { latestEndSql } from '#lib/platform/is-over.ts'
import type { PublieksportaalContext } from '../context.ts'

/** Longer than one page can take. A process keeps the lease after a failure, as a pause before the next attempt. */
const LEASE_SECONDS = 60

/** Whether this process may fetch missing events: of all processes of the portal one at a time does. */
export async function claimGatenlease(ctx: PublieksportaalContext): Promise<boolean> {
  const { rowCount } = await ctx.pool.query(
    `update bron set gatenlease_tot = $2::timestamptz + make_interval(secs => ${LEASE_SECONDS})
     where source = $1
       and (gatenlease_tot is null or gatenlease_tot <= $2 or gatenlease_tot > ${latestEndSql('$2', LEASE_SECONDS)})`,
    [ctx.env.PUBLIEKSPORTAAL_BRON, ctx.clock()],
  )
  return rowCount === 1
}

export async function extendGatenlease(ctx: PublieksportaalContext): Promise<void> {
  await ctx.pool.query(
    `update bron set gatenlease_tot = $2::timestamptz + make_interval(secs => ${LEASE_SECONDS}) where source = $1`,
    [ctx.env.PUBLIEKSPORTAAL_BRON, ctx.clock()],
  )
}

export async function endGatenlease(ctx: PublieksportaalContext): Promise<void> {
  await ctx.pool.query('update bron set gatenlease_tot = null where source = $1', [ctx.env.PUBLIEKSPORTAAL_BRON])
}
