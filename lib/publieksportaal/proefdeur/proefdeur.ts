import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { DAY_MS } from '#lib/platform/durations.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { type Actor, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { Contentmodus, Credentialtype } from '#lib/publieksportaal/generated/enums.ts'
import type { Gebeuren } from './gebeuren.ts'

export const PROEFDEUR_DURATION_MS = 7 * DAY_MS
/** The size of the log. Later messages are refused until the proefdeur is restarted. */
export const MAX_GEBEUREN = 300

/** A sender to be tried, as the beheerder describes it. */
type Afzender = {
  naam: string
  source: string
  origin: string
  jwksUrl: string
  /** base of the API for missed events; null when that is not tried */
  apiUrl: string | null
  credentialtype: Credentialtype
  contentmodus: Contentmodus
}

/** An endpoint to try a sender at. Nothing that it receives reaches the portal. */
export type Proefdeur = Afzender & { id: string; code: string; vervaltOp: Date; verloop: Gebeuren[] }

/** The methods without a shared secret, because a proefdeur holds none. */
export const PROEFDEUR_CREDENTIALTYPES = [
  'JWT',
  'HTTPMESSAGESIGNATURES',
  'NLGOVADR',
] as const satisfies Credentialtype[]

export function sinkOf({ env }: Pick<PublieksportaalContext, 'env'>, { code }: Pick<Proefdeur, 'code'>): string {
  return new URL(`/api/publieksportaal/proefdeuren/${code}`, env.PUBLIEKSPORTAAL_URL).href
}

export const CODE = /^[\w-]{22}$/

/** Returns the open proefdeur with this code. */
export async function findProefdeur(ctx: PublieksportaalContext, code: string): Promise<Proefdeur | null> {
  if (!CODE.test(code)) return null
  const found = await ctx.db.proefdeur.findUnique({ where: { code, vervaltOp: { gt: ctx.clock() } } })
  return found && { ...found, verloop: found.verloop as Gebeuren[] }
}

/**
 * Appends the entry that `make` returns for the log so far; undefined when the proefdeur is full or closed.
 */
export async function addGebeuren<T extends Gebeuren>(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { id }: Pick<Proefdeur, 'id'>,
  make: (verloop: readonly Gebeuren[]) => T,
): Promise<T | undefined> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ verloop: Gebeuren[] }>(
      'select verloop from proefdeur where id = $1::uuid for update',
      [id],
    )
    const verloop = rows[0]?.verloop
    if (!verloop || verloop.length >= MAX_GEBEUREN) return undefined
    const made = make(verloop)
    await client.query('update proefdeur set verloop = verloop || $2::jsonb where id = $1::uuid', [
      id,
      JSON.stringify([made]),
    ])
    return made
  })
}

/** Clears the log, so that the sender can be tried again. */
export async function restartProefdeur(ctx: PublieksportaalContext, code: string): Promise<void> {
  await ctx.db.proefdeur.updateMany({ where: { code, vervaltOp: { gt: ctx.clock() } }, data: { verloop: [] } })
}

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
