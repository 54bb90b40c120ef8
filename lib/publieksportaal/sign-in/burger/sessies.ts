import { v7 as uuidv7 } from 'uuid'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { beganIn, useUitlogtoken } from '#lib/platform/sign-in/provider-session.ts'
import type { ProviderLogout, ProviderSession, SessieToken } from '#lib/platform/sign-in/sign-in-config.ts'
import { burgerActor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import { lookAfterSignIn } from '../../burger/find-or-create-burger.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { Namens } from '../../generated/client.ts'

/** DigiD's norm for web applications: 15 minutes without use end a sessie. */
const IDLE_SECONDS = 15 * 60
/** A sessie lasts no longer than this, even in use. */
export const SESSIE_SECONDS = 2 * 60 * 60

const ACTIEF = 'beeindigd_op is null and verloopt_op > $2'

/** The account of a sign-in. Names are stored only in the cookie. */
export type Account = {
  /** the burger whose zaken are shown */
  burgerId: string
  /** the name of the person who signed in */
  naam: string | null
  /** absent when the person acts for himself */
  namens?: {
    soort: Namens
    /** the name of the represented person or company; null when the broker does not say */
    naam: string | null
    /** burger.id of that person */
    gemachtigdeId: string
    /** burger.id of the company when the sign-in is for all of it */
    bedrijfId: string | null
  }
}

export type SignedInBurger = {
  burgerId: string
  naam: string | null
  gemachtigdeId: string | null
  /** null when the person acts for himself */
  namens: { soort: Namens; naam: string | null } | null
  /** set only when there may be vestigingen to choose */
  bedrijfId: string | null
  sessieId: string
  /** without further use */
  verlooptOp: Date
}

/** Starts a sessie, and deletes the expired sessies of all burgers. Returns the content for its cookie. */
export async function createSessie(
  ctx: PublieksportaalContext,
  { burgerId, naam, namens }: Account,
  session?: ProviderSession,
): Promise<SessieToken & { begonnenOp: number }> {
  const now = ctx.clock()
  await ctx.db.sessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + IDLE_SECONDS * 1000)
  const id = uuidv7()
  const { gemachtigdeId = null, bedrijfId = null, soort = null } = namens ?? {}
  const who = [burgerId, gemachtigdeId, bedrijfId].filter((one) => one !== null)
  await recordedTransaction(ctx, async (tx, record) => {
    await tx.burger.updateMany({ where: { id: { in: who } }, data: { nakijkenOp: lookAfterSignIn(ctx) } })
    const first = { id: burgerId, portaalGebruiktOp: null }
    await tx.burger.updateMany({ where: first, data: { portaalGebruiktOp: now } })
    await tx.sessie.create({ data: { id, burgerId, gemachtigdeId, bedrijfId, namens: soort, verlooptOp, ...session } })
    const actor = burgerActor({ burgerId, gemachtigdeId })
    await record({ actor, handeling: 'inloggen', object: { soort: 'sessie', id } })
  })
  return { sessieId: id, begonnenOp: now.getTime(), name: naam, namens: namens?.naam ?? null }
}

/** Returns the burger of the sessie in a cookie, while it is active. */
export async function findBurgerOfSessie(
  { pool, clock }: PublieksportaalContext,
  { sessieId, name, namens: namensNaam }: SessieToken,
): Promise<SignedInBurger | undefined> {
  const { rows } = await pool.query<Omit<SignedInBurger, 'namens'> & { soort: Namens | null }>({
    name: 'find-burger-of-sessie',
    text: `
      select burger_id as "burgerId", gemachtigde_id as "gemachtigdeId", namens as soort, bedrijf_id as "bedrijfId",
        verloopt_op as "verlooptOp"
      from sessie where id = $1 and ${ACTIEF}`,
    values: [sessieId, sqlNow(clock)],
  })
  if (!rows[0]) return undefined
  const { soort, ...burger } = rows[0]
  const namens = soort && { soort, naam: typeof namensNaam === 'string' ? namensNaam : null }
  return { ...burger, namens, naam: name ?? null, sessieId }
}

/** True for the gemachtigde of a citizen, who may not change his data or how he is notified. */
export function isGemachtigdeVanPersoon({ namens }: Pick<SignedInBurger, 'namens'>): boolean {
  return namens?.soort === 'persoon'
}

/** Returns the active ones of these sessies. Does not extend them. */
export async function findActieveSessies(
  { pool, clock }: PublieksportaalContext,
  sessieIds: string[],
): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'find-actieve-sessies',
    text: `select id from sessie where id = any($1::uuid[]) and ${ACTIEF}`,
    values: [sessieIds, sqlNow(clock)],
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
      actor: burgerActor(ended),
      handeling: 'uitloggen',
      object: { soort: 'sessie', id: sessieId },
    })
  })
}

/** Ends the sessies that a logout at the provider covers, and closes their live streams. */
export async function endSessiesOfProvider(ctx: PublieksportaalContext, logout: ProviderLogout): Promise<boolean> {
  return recordedTransaction(ctx, async (tx, record) => {
    if (!(await useUitlogtoken(tx, { logout, now: ctx.clock() }))) return false
    const ended = await tx.sessie.updateManyAndReturn({
      where: { ...beganIn(logout), beeindigdOp: null },
      data: { beeindigdOp: ctx.clock() },
    })
    for (const { id, burgerId, gemachtigdeId } of ended) {
      await tx.$executeRaw`select pg_notify('sessie_beeindigd', ${id})`
      const actor = burgerActor({ burgerId, gemachtigdeId })
      await record({ actor, handeling: 'uitloggen', object: { soort: 'sessie', id } })
    }
    return true
  })
}

/**
 * Extends a sessie to IDLE_SECONDS from now, up to SESSIE_SECONDS after its start. Never revives an ended
 * sessie. `begonnenOp` is in milliseconds since 1970, from the encrypted cookie.
 */
export async function extendSessie(ctx: PublieksportaalContext, { sessieId, begonnenOp }: SessieToken): Promise<void> {
  if (typeof begonnenOp !== 'number') return
  const now = ctx.clock()
  const verlooptOp = nextEnd(now, begonnenOp)
  await ctx.db.sessie.updateMany({
    where: { id: sessieId, beeindigdOp: null, verlooptOp: { gt: now, lt: verlooptOp } },
    data: { verlooptOp },
  })
}

export function isExtendable({ verlooptOp }: SignedInBurger, { begonnenOp }: SessieToken): boolean {
  return typeof begonnenOp === 'number' && verlooptOp.getTime() < latestEnd(begonnenOp)
}

/** Returns when a sessie that is used now ends without more use. */
export function nextEnd(now: Date, begonnenOp: number): Date {
  return new Date(Math.min(now.getTime() + IDLE_SECONDS * 1000, latestEnd(begonnenOp)))
}

function latestEnd(begonnenOp: number): number {
  return begonnenOp + SESSIE_SECONDS * 1000
}
