import type { ZaaksysteemContext } from '../context.ts'

/** Ends a sessie for good, also for whoever copied its cookie. */
export async function endSessie(ctx: ZaaksysteemContext, sessieId: string): Promise<void> {
  await ctx.db.$transaction([
    ctx.db.sessie.updateMany({ where: { id: sessieId, beeindigdOp: null }, data: { beeindigdOp: ctx.clock() } }),
    ctx.db.$executeRaw`select pg_notify('sessie_beeindigd', ${sessieId})`,
  ])
}
