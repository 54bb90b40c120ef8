import { v7 as uuidv7 } from 'uuid'
import { beganIn, useUitlogtoken } from '#lib/platform/sign-in/provider-session.ts'
import type { ProviderLogout, ProviderSession } from '#lib/platform/sign-in/sign-in-config.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** A working day from the sign-in; use does not extend it. */
export const SESSIE_SECONDS = 8 * 60 * 60

export type SignedInBehandelaar = { id: string; naam: string; team: string; rollen: string[]; sessieId: string }

/** Starts a sessie of a behandelaar and deletes all expired ones. */
export async function createSessie(
  ctx: ZaaksysteemContext,
  behandelaarId: string,
  session?: ProviderSession,
): Promise<{ sessieId: string }> {
  const now = ctx.clock()
  await ctx.db.sessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + SESSIE_SECONDS * 1000)
  const sessieId = uuidv7()
  await recordedTransaction(ctx, async (tx, record) => {
    await tx.behandelaar.update({
      where: { id: behandelaarId },
      data: { laatstIngelogdOp: now, sessies: { create: { id: sessieId, verlooptOp, ...session } } },
    })
    await record({
      actor: { soort: 'behandelaar', id: behandelaarId },
      handeling: 'inloggen',
      object: { soort: 'sessie', id: sessieId },
    })
  })
  return { sessieId }
}

const FIND_BEHANDELAAR = `
  select behandelaar.id, naam, team, rollen, sessie.id as "sessieId"
  from sessie join behandelaar on behandelaar.id = behandelaar_id
  where sessie.id = $1::uuid and beeindigd_op is null and verloopt_op > $2`

/** Returns the behandelaar of a sessie that has neither ended nor expired. Every page checks this. */
export async function findBehandelaarOfSessie(
  ctx: ZaaksysteemContext,
  sessieId: string,
): Promise<SignedInBehandelaar | undefined> {
  const { rows } = await ctx.pool.query<SignedInBehandelaar>(FIND_BEHANDELAAR, [sessieId, ctx.clock()])
  return rows[0]
}

/** Ends a sessie, also for a copy of its cookie: every page and action checks it. */
export async function endSessie(ctx: ZaaksysteemContext, sessieId: string): Promise<void> {
  await recordedTransaction(ctx, async (tx, record) => {
    const [ended] = await tx.sessie.updateManyAndReturn({
      where: { id: sessieId, ...actief(ctx) },
      data: { beeindigdOp: ctx.clock() },
    })
    if (!ended) return
    await record({
      actor: { soort: 'behandelaar', id: ended.behandelaarId },
      handeling: 'uitloggen',
      object: { soort: 'sessie', id: sessieId },
    })
  })
}

/** Ends the sessies that began in the session that the provider ended. */
export async function endSessiesOfProvider(ctx: ZaaksysteemContext, logout: ProviderLogout): Promise<boolean> {
  return recordedTransaction(ctx, async (tx, record) => {
    if (!(await useUitlogtoken(tx, { logout, now: ctx.clock() }))) return false
    const ended = await tx.sessie.updateManyAndReturn({
      where: { ...beganIn(logout), ...actief(ctx) },
      data: { beeindigdOp: ctx.clock() },
    })
    for (const { id, behandelaarId } of ended) {
      await record({
        actor: { soort: 'behandelaar', id: behandelaarId },
        handeling: 'uitloggen',
        object: { soort: 'sessie', id },
      })
    }
    return true
  })
}

/** Ends all sessies of a behandelaar, and returns their number. */
export function endSessiesOfBehandelaar(
  ctx: ZaaksysteemContext,
  { behandelaarId, actor }: { behandelaarId: string; actor: Actor },
): Promise<number> {
  return recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.sessie.updateMany({
      where: { behandelaarId, ...actief(ctx) },
      data: { beeindigdOp: ctx.clock() },
    })
    const object = { soort: 'behandelaar', id: behandelaarId }
    if (count > 0) await record({ actor, handeling: 'sessies_beeindigen', object })
    return count
  })
}

function actief(ctx: ZaaksysteemContext) {
  return { beeindigdOp: null, verlooptOp: { gt: ctx.clock() } }
}
