import { v7 as uuidv7 } from 'uuid'
import { beganIn } from '#lib/platform/sign-in/provider-session.ts'
import type { ProviderLogout, ProviderSession, SessieToken } from '#lib/platform/sign-in/sign-in-config.ts'
import { recordedTransaction } from '../../audit/recorded-transaction.ts'
import { lookAfterSignIn } from '../../burger/look-after-sign-in.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { useUitlogtoken } from '../use-uitlogtoken.ts'

/** DigiD's norm for web applications: 15 minutes without use end a sessie. */
const IDLE_SECONDS = 15 * 60
/** A sessie lasts no longer than this, even in use. */
export const SESSIE_SECONDS = 2 * 60 * 60

const ACTIEF = 'beeindigd_op is null and verloopt_op > $2'

/** The name comes from the sign-in and is stored only in the cookie. */
export type SignedInBurger = {
  burgerId: string
  naam: string | null
  sessieId: string
  /** unless it is used before */
  verlooptOp: Date
}

/** Starts a sessie, and deletes the expired sessies of all burgers. Returns the content for its cookie. */
export async function createSessie(
  ctx: PublieksportaalContext,
  { burgerId, naam }: { burgerId: string; naam: string | null },
  session?: ProviderSession,
): Promise<{ sessieId: string; begonnenOp: number; name: string | null }> {
  const now = ctx.clock()
  await ctx.db.sessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + IDLE_SECONDS * 1000)
  const id = uuidv7()
  await recordedTransaction(ctx, async (tx, record) => {
    await tx.burger.update({ where: { id: burgerId }, data: { nakijkenOp: lookAfterSignIn(ctx) } })
    await tx.sessie.create({ data: { id, burgerId, verlooptOp, ...session } })
    await record({ actor: { soort: 'burger', id: burgerId }, handeling: 'inloggen', object: { soort: 'sessie', id } })
  })
  return { sessieId: id, begonnenOp: now.getTime(), name: naam }
}

/** The burger of the sessie in a cookie, while that sessie is neither ended nor expired. */
export async function findBurgerOfSessie(
  { pool, clock }: PublieksportaalContext,
  { sessieId, name }: SessieToken,
): Promise<SignedInBurger | undefined> {
  const { rows } = await pool.query<{ burgerId: string; verlooptOp: Date }>({
    name: 'find-burger-of-sessie',
    text: `select burger_id as "burgerId", verloopt_op as "verlooptOp" from sessie where id = $1 and ${ACTIEF}`,
    values: [sessieId, clock()],
  })
  return rows[0] && { ...rows[0], naam: name ?? null, sessieId }
}

/** Which of these sessies are neither ended nor expired. Does not extend them. */
export async function findActieveSessies(
  { pool, clock }: PublieksportaalContext,
  sessieIds: string[],
): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'find-actieve-sessies',
    text: `select id from sessie where id = any($1::uuid[]) and ${ACTIEF}`,
    values: [sessieIds, clock()],
  })
  return new Set(rows.map(({ id }) => id))
}

/** Ends a sessie for good (a copied cookie stops working too), and closes its live streams. */
export async function endSessie(ctx: PublieksportaalContext, sessieId: string): Promise<void> {
  await recordedTransaction(ctx, async (tx, record) => {
    const [ended] = await tx.sessie.updateManyAndReturn({
      where: { id: sessieId, beeindigdOp: null },
      data: { beeindigdOp: ctx.clock() },
    })
    await tx.$executeRaw`select pg_notify('sessie_beeindigd', ${sessieId})`
    if (!ended) return
    await record({
      actor: { soort: 'burger', id: ended.burgerId },
      handeling: 'uitloggen',
      object: { soort: 'sessie', id: sessieId },
    })
  })
}

/** Ends the sessies that began in what the provider ended, and closes their live streams. */
export async function endSessiesOfProvider(ctx: PublieksportaalContext, logout: ProviderLogout): Promise<boolean> {
  return recordedTransaction(ctx, async (tx, record) => {
    if (!(await useUitlogtoken(tx, { logout, now: ctx.clock() }))) return false
    const ended = await tx.sessie.updateManyAndReturn({
      where: { ...beganIn(logout), beeindigdOp: null },
      data: { beeindigdOp: ctx.clock() },
    })
    for (const { id, burgerId } of ended) {
      await tx.$executeRaw`select pg_notify('sessie_beeindigd', ${id})`
      await record({
        actor: { soort: 'burger', id: burgerId },
        handeling: 'uitloggen',
        object: { soort: 'sessie', id },
      })
    }
    return true
  })
}

/**
 * Extends a sessie to IDLE_SECONDS from now, up to SESSIE_SECONDS after its start. Never revives one that has ended.
 * `begonnenOp` is in milliseconds since 1970, from the encrypted cookie.
 */
export async function extendSessie(ctx: PublieksportaalContext, { sessieId, begonnenOp }: SessieToken): Promise<void> {
  if (typeof begonnenOp !== 'number') return
  const now = ctx.clock()
  const verlooptOp = new Date(Math.min(now.getTime() + IDLE_SECONDS * 1000, latestEnd(begonnenOp)))
  await ctx.db.sessie.updateMany({
    where: { id: sessieId, beeindigdOp: null, verlooptOp: { gt: now, lt: verlooptOp } },
    data: { verlooptOp },
  })
}

/** Whether use can still make a sessie last longer. */
export function isExtendable({ verlooptOp }: SignedInBurger, { begonnenOp }: SessieToken): boolean {
  return typeof begonnenOp === 'number' && verlooptOp.getTime() < latestEnd(begonnenOp)
}

function latestEnd(begonnenOp: number): number {
  return begonnenOp + SESSIE_SECONDS * 1000
}
