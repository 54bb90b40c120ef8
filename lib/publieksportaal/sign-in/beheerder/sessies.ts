import { v7 as uuidv7 } from 'uuid'
import { beganIn, useUitlogtoken } from '#lib/platform/sign-in/provider-session.ts'
import type { ProviderLogout, ProviderSession } from '#lib/platform/sign-in/sign-in-config.ts'
import { type Actor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { beheerderActor, isBeheerder } from './beheerders.ts'

/** A working day. Use does not extend a sessie. */
export const SESSIE_SECONDS = 8 * 60 * 60

export type SignedInBeheerder = { naam: string; actor: Actor; sessieId: string }

/** Starts a sessie of a beheerder, and deletes the expired sessies of all beheerders. */
export async function createBeheersessie(
  ctx: PublieksportaalContext,
  { subject, naam }: { subject: string; naam: string },
  session?: ProviderSession,
): Promise<{ sessieId: string }> {
  const now = ctx.clock()
  await ctx.db.beheersessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + SESSIE_SECONDS * 1000)
  const id = uuidv7()
  await recordedTransaction(ctx, async (tx, record) => {
    await tx.beheersessie.create({ data: { id, subject, naam, verlooptOp, ...session } })
    const actor = beheerderActor(ctx.env, subject)
    await record({ actor, handeling: 'inloggen', object: { soort: 'beheersessie', id } })
  })
  return { sessieId: id }
}

/** Returns the beheerder of an active sessie, if that person still is a beheerder. */
export async function findBeheerderOfSessie(
  ctx: PublieksportaalContext,
  sessieId: string,
): Promise<SignedInBeheerder | undefined> {
  const where = { id: sessieId, beeindigdOp: null, verlooptOp: { gt: ctx.clock() } }
  const sessie = await ctx.db.beheersessie.findFirst({ where })
  if (!sessie || !isBeheerder(ctx.env, sessie.subject)) return undefined
  return { naam: sessie.naam, actor: beheerderActor(ctx.env, sessie.subject), sessieId }
}

/** Ends a sessie for good: a copied cookie stops working too. */
export async function endBeheersessie(ctx: PublieksportaalContext, sessieId: string): Promise<void> {
  await recordedTransaction(ctx, async (tx, record) => {
    const [ended] = await tx.beheersessie.updateManyAndReturn({
      where: { id: sessieId, beeindigdOp: null },
      data: { beeindigdOp: ctx.clock() },
    })
    if (!ended) return
    const actor = beheerderActor(ctx.env, ended.subject)
    await record({ actor, handeling: 'uitloggen', object: { soort: 'beheersessie', id: sessieId } })
  })
}

/** Ends the sessies that a logout at the provider covers. */
export async function endBeheersessiesOfProvider(
  ctx: PublieksportaalContext,
  logout: ProviderLogout,
): Promise<boolean> {
  return recordedTransaction(ctx, async (tx, record) => {
    if (!(await useUitlogtoken(tx, { logout, now: ctx.clock() }))) return false
    const ended = await tx.beheersessie.updateManyAndReturn({
      where: { ...beganIn(logout), beeindigdOp: null },
      data: { beeindigdOp: ctx.clock() },
    })
    for (const { id, subject } of ended) {
      const actor = beheerderActor(ctx.env, subject)
      await record({ actor, handeling: 'uitloggen', object: { soort: 'beheersessie', id } })
    }
    return true
  })
}
