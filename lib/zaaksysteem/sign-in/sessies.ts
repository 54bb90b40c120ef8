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
  const sessieId = uuidv7()
  await ctx.db.behandelaar.update({
    where: { id: behandelaarId },
    data: { laatstIngelogdOp: now, sessies: { create: { id: sessieId, verlooptOp } } },
  })
  return { sessieId }
}

/** The behandelaar of a sessie that has neither ended nor expired. */
export async function findBehandelaarOfSessie(
  ctx: ZaaksysteemContext,
  sessieId: string,
): Promise<SignedInBehandelaar | undefined> {
  const sessie = await ctx.db.sessie.findFirst({
    where: { id: sessieId, ...actief(ctx) },
    select: { behandelaar: { select: { id: true, naam: true, team: true, rollen: true } } },
  })
  return sessie ? { ...sessie.behandelaar, sessieId } : undefined
}

/** Ends a sessie, also for a copy of its cookie. No page of the desk stays open on it: each one and each action asks. */
export async function endSessie(ctx: ZaaksysteemContext, sessieId: string): Promise<void> {
  await ctx.db.sessie.updateMany({ where: { id: sessieId, ...actief(ctx) }, data: { beeindigdOp: ctx.clock() } })
}

/** Ends all sessies of a behandelaar, and says how many there were. */
export async function endSessiesOfBehandelaar(ctx: ZaaksysteemContext, behandelaarId: string): Promise<number> {
  const { count } = await ctx.db.sessie.updateMany({
    where: { behandelaarId, ...actief(ctx) },
    data: { beeindigdOp: ctx.clock() },
  })
  return count
}

function actief(ctx: ZaaksysteemContext) {
  return { beeindigdOp: null, verlooptOp: { gt: ctx.clock() } }
}
