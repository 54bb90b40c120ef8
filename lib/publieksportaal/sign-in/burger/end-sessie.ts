import type { PublieksportaalContext } from '../../context.ts'

/** Ends a sessie for good, also for whoever copied its cookie, and closes its live streams. */
export async function endSessie(ctx: PublieksportaalContext, sessieId: string): Promise<void> {
  await ctx.db.$transaction([
    ctx.db.sessie.updateMany({ where: { id: sessieId, beeindigdOp: null }, data: { beeindigdOp: ctx.clock() } }),
    ctx.db.$executeRaw`select pg_notify('sessie_beeindigd', ${sessieId})`,
  ])
}
