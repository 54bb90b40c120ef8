import type { DemoOntvangst } from '#demo/stage/demo-feeds.ts'
import { VERKEER_IDS } from '#demo/stage/verkeer.ts'
import type { PublieksportaalContext } from '../context.ts'

const SHOWN = 20
const OF_VERKEER = VERKEER_IDS.gte.slice(0, '019862ed-ac00-7'.length)

/** Returns the newest accepted events, newest first, without the demo's traffic. */
export async function findDemoOntvangsten(ctx: PublieksportaalContext): Promise<DemoOntvangst[]> {
  const rows = await ctx.db.ontvangenGebeurtenis.findMany({
    where: { OR: [{ subject: null }, { NOT: { subject: { startsWith: OF_VERKEER } } }] },
    orderBy: { ontvangenOp: 'desc' },
    take: SHOWN,
  })
  return rows.map(({ id, ontvangenOp, credentialtype, kid, bodySha256 }) => ({
    eventId: id,
    ontvangenOp: ontvangenOp.toISOString(),
    credentialtype,
    kid,
    bodySha256,
  }))
}
