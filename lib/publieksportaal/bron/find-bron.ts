import { SECRET_PREFIX } from '#lib/contract/standard-webhooks.ts'
import { decrypt } from '#lib/platform/crypto/encryption.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { BronGeheim } from '../generated/client.ts'
import type { Bron, Geheim } from './bron.ts'

/** A change, made by another process, is seen after at most this long. */
const MAX_AGE_MS = 5_000
/** A delivery that was refused makes the record be read afresh, at most this often. */
export const REFRESH_INTERVAL_MS = 100

type Cached = { bron: Promise<Bron | null>; readAt: number }

const cache = new WeakMap<PublieksportaalContext['env'], Cached>()

/** The record of the configured source, from memory when it was read a moment ago. */
export function findBron(ctx: PublieksportaalContext): Promise<Bron | null> {
  return readUnlessYounger(ctx, MAX_AGE_MS)
}

/**
 * The same, but fresher: what the cached record refuses may have been allowed since. Bounded, so that a stream of bad
 * requests does not become a stream of queries.
 */
export function findFreshBron(ctx: PublieksportaalContext): Promise<Bron | null> {
  return readUnlessYounger(ctx, REFRESH_INTERVAL_MS)
}

/** Makes the next look go to the database. */
export function forgetBron(ctx: PublieksportaalContext): void {
  cache.delete(ctx.env)
}

function readUnlessYounger(ctx: PublieksportaalContext, maxAgeMs: number): Promise<Bron | null> {
  const now = ctx.clock().getTime()
  const cached = cache.get(ctx.env)
  if (cached && Math.abs(now - cached.readAt) < maxAgeMs) return cached.bron

  const bron = readBron(ctx)
  cache.set(ctx.env, { bron, readAt: now })
  bron.catch(() => forgetBron(ctx))
  return bron
}

async function readBron(ctx: PublieksportaalContext): Promise<Bron | null> {
  const row = await ctx.db.bron.findUnique({
    where: { source: ctx.env.PUBLIEKSPORTAAL_BRON },
    include: {
      bezorgwijzen: { orderBy: { geldigTot: { sort: 'desc', nulls: 'first' } } },
      // The key of one that has expired may be gone.
      geheimen: { where: { OR: [{ vervaltOp: null }, { vervaltOp: { gt: ctx.clock() } }] }, orderBy: { id: 'desc' } },
    },
  })
  return row && { ...row, geheimen: row.geheimen.map((geheim) => toGeheim(ctx, geheim)) }
}

function toGeheim(ctx: PublieksportaalContext, { id, credentialtype, vervaltOp, ...row }: BronGeheim): Geheim {
  if (row.hash) return { id, credentialtype, vervaltOp, waarde: Buffer.from(row.hash, 'hex') }
  if (!row.versleuteld || !row.sleutelId) throw new Error('A secret is stored without its value')
  const { versleuteld, sleutelId } = row
  const text = decrypt(ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { versleuteld, sleutelId, boundTo: id }).toString()
  return { id, credentialtype, vervaltOp, waarde: Buffer.from(text.slice(SECRET_PREFIX.length), 'base64') }
}
