import type { PublieksportaalContext } from '../../context.ts'

/** Ends a sessie for good, also for whoever copied its cookie. */
export async function endBeheersessie(ctx: PublieksportaalContext, sessieId: string): Promise<void> {
  await ctx.db.beheersessie.updateMany({
    where: { id: sessieId, beeindigdOp: null },
    data: { beeindigdOp: ctx.clock() },
  })
}
