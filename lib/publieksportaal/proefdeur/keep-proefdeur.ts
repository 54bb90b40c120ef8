import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Afzender, PROEFDEUR_DURATION_MS, type Proefdeur } from './proefdeur.ts'

const CODE_BYTES = 16
/** Each proefdeur may cause key fetches, and stores some hundreds of requests. */
const MAX_OPEN = 20

/** Opens a proefdeur for a week. `too_many`: the maximum is open already. */
export async function openProefdeur(
  ctx: PublieksportaalContext,
  { actor, ...afzender }: Afzender & { actor: Actor },
): Promise<{ ok: true; code: string } | { ok: false; reason: 'too_many' }> {
  const now = ctx.clock()
  const vervaltOp = new Date(now.getTime() + PROEFDEUR_DURATION_MS)
  const [id, code] = [uuidv7(), randomBytes(CODE_BYTES).toString('base64url')]
  const isOpen = await recordedTransaction(ctx, async (tx, record) => {
    if ((await tx.proefdeur.count({ where: { vervaltOp: { gt: now } } })) >= MAX_OPEN) return false
    await tx.proefdeur.create({ data: { id, code, vervaltOp, ...afzender } })
    await record({ actor, handeling: 'proefdeur_openen', object: { soort: 'proefdeur', id } })
    return true
  })
  return isOpen ? { ok: true, code } : { ok: false, reason: 'too_many' }
}

/** Closes a proefdeur and deletes its log. */
export async function closeProefdeur(
  ctx: PublieksportaalContext,
  { id, actor }: { id: string; actor: Actor },
): Promise<void> {
  await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.proefdeur.deleteMany({ where: { id } })
    if (count > 0) await record({ actor, handeling: 'proefdeur_sluiten', object: { soort: 'proefdeur', id } })
  })
}

/** Returns the open proefdeuren, for the beheerder. */
export async function findProefdeuren(
  ctx: PublieksportaalContext,
): Promise<Pick<Proefdeur, 'id' | 'code' | 'naam' | 'source' | 'vervaltOp'>[]> {
  return ctx.db.proefdeur.findMany({
    where: { vervaltOp: { gt: ctx.clock() } },
    select: { id: true, code: true, naam: true, source: true, vervaltOp: true },
    orderBy: { id: 'desc' },
  })
}
