import type { PublieksportaalContext } from '../../context.ts'

/** Whether a sessie is neither ended nor outdated. Looking does not extend it. */
export async function isSessieActief(ctx: PublieksportaalContext, sessieId: string): Promise<boolean> {
  const where = { id: sessieId, beeindigdOp: null, verlooptOp: { gt: ctx.clock() } }
  return (await ctx.db.sessie.count({ where })) === 1
}
