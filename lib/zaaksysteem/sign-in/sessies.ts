import { v7 as uuidv7 } from 'uuid'
import type { ZaaksysteemContext } from '../context.ts'

/** A working day, counted from the sign-in: use does not extend it. */
export const SESSIE_SECONDS = 8 * 60 * 60

export type SignedInBehandelaar = { id: string; naam: string; team: string; rollen: string[]; sessieId: string }

/** Starts a sessie of a behandelaar and deletes the expired ones of all behandelaars. */
export async function createSessie(ctx: ZaaksysteemContext, behandelaarId: string): Promise<{ sessieId: string }> {
  const now = ctx.clock()
  await ctx.db.sessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + SESSIE_SECONDS * 1000)
  const { id } = await ctx.db.sessie.create({ data: { id: uuidv7(), behandelaarId, verlooptOp } })
  return { sessieId: id }
}

/** The behandelaar of a sessie that has neither ended nor expired. */
export async function findBehandelaarOfSessie(
  ctx: ZaaksysteemContext,
  sessieId: string,
): Promise<SignedInBehandelaar | undefined> {
  const sessie = await ctx.db.sessie.findFirst({
    where: { id: sessieId, beeindigdOp: null, verlooptOp: { gt: ctx.clock() } },
    select: { behandelaar: { select: { id: true, naam: true, team: true, rollen: true } } },
  })
  return sessie ? { ...sessie.behandelaar, sessieId } : undefined
}

/** Ends a sessie, also for a copy of its cookie. */
export async function endSessie(ctx: ZaaksysteemContext, sessieId: string): Promise<void> {
  await ctx.db.$transaction([
    ctx.db.sessie.updateMany({ where: { id: sessieId, beeindigdOp: null }, data: { beeindigdOp: ctx.clock() } }),
    ctx.db.$executeRaw`select pg_notify('sessie_beeindigd', ${sessieId})`,
  ])
}
