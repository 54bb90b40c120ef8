import { v7 as uuidv7 } from 'uuid'
import type { PublieksportaalContext } from '../../context.ts'
import { isBeheerder } from './beheerders.ts'

/** A working day. Use does not extend it. */
export const SESSIE_SECONDS = 8 * 60 * 60

export type SignedInBeheerder = { naam: string; sessieId: string }

/** Starts a sessie of a beheerder, and deletes the expired sessies of all beheerders. */
export async function createBeheersessie(
  ctx: PublieksportaalContext,
  { subject, naam }: { subject: string; naam: string },
): Promise<{ sessieId: string }> {
  const now = ctx.clock()
  await ctx.db.beheersessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + SESSIE_SECONDS * 1000)
  const { id } = await ctx.db.beheersessie.create({ data: { id: uuidv7(), subject, naam, verlooptOp } })
  return { sessieId: id }
}

/** The beheerder of a sessie that is neither ended nor expired, if that person still is a beheerder. */
export async function findBeheerderOfSessie(
  ctx: PublieksportaalContext,
  sessieId: string,
): Promise<SignedInBeheerder | undefined> {
  const where = { id: sessieId, beeindigdOp: null, verlooptOp: { gt: ctx.clock() } }
  const sessie = await ctx.db.beheersessie.findFirst({ where })
  return sessie && isBeheerder(ctx.env, sessie.subject) ? { naam: sessie.naam, sessieId } : undefined
}

/** Ends a sessie for good: a copied cookie stops working too. */
export async function endBeheersessie(ctx: PublieksportaalContext, sessieId: string): Promise<void> {
  await ctx.db.beheersessie.updateMany({
    where: { id: sessieId, beeindigdOp: null },
    data: { beeindigdOp: ctx.clock() },
  })
}
