import type { DemoOntvangst } from '#lib/demo/demo-feeds.ts'
import type { PublieksportaalContext } from '../context.ts'

const SHOWN = 20

/** The events that were accepted last, newest first. */
export async function findDemoOntvangsten(ctx: PublieksportaalContext): Promise<DemoOntvangst[]> {
  const rows = await ctx.db.ontvangenGebeurtenis.findMany({ orderBy: { ontvangenOp: 'desc' }, take: SHOWN })
  return rows.map(({ id, ontvangenOp, credentialtype, kid, bodySha256 }) => ({
    eventId: id,
    ontvangenOp: ontvangenOp.toISOString(),
    credentialtype,
    kid,
    bodySha256,
  }))
}
