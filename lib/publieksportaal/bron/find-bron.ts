import { decrypt } from '#lib/platform/crypto/encryption.ts'
import { SECRET_PREFIX } from '#lib/proof/sign/standard-webhooks.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { BronGeheim } from '../generated/client.ts'
import type { Bron, Geheim } from './bron.ts'

/** A change by another process takes effect here within this time. */
const MAX_AGE_MS = 5_000
/** The minimum interval between rereads before this process refuses a bezorging. */
export const REFRESH_INTERVAL_MS = 100

type Cache = { last?: { bron: Promise<Bron | null>; readAt: number } | undefined }

const cacheOf = ({ once }: PublieksportaalContext) => once('bron', (): Cache => ({}))

/** Returns the configured bron, from the cache when it was read less than MAX_AGE_MS ago. */
export function findBron(ctx: PublieksportaalContext): Promise<Bron | null> {
  return readUnlessYounger(ctx, MAX_AGE_MS)
}

/**
 * Like `findBron`, but at most REFRESH_INTERVAL_MS old: another process may have allowed what a cached record
 * refuses. Still cached, so that a flood of bad requests does not become a flood of queries.
 */
export function findFreshBron(ctx: PublieksportaalContext): Promise<Bron | null> {
  return readUnlessYounger(ctx, REFRESH_INTERVAL_MS)
}

/** Makes the next call read from the database. */
export function forgetBron(ctx: PublieksportaalContext): void {
  cacheOf(ctx).last = undefined
}

function readUnlessYounger(ctx: PublieksportaalContext, maxAgeMs: number): Promise<Bron | null> {
  const now = ctx.clock().getTime()
  const cache = cacheOf(ctx)
  if (cache.last && Math.abs(now - cache.last.readAt) < maxAgeMs) return cache.last.bron

  const bron = readBron(ctx)
  cache.last = { bron, readAt: now }
  bron.catch(() => forgetBron(ctx))
  return bron
}

async function readBron(ctx: PublieksportaalContext): Promise<Bron | null> {
  const row = await ctx.db.bron.findUnique({
    where: { source: ctx.env.PUBLIEKSPORTAAL_BRON },
    include: {
      bezorgwijzen: { orderBy: { geldigTot: { sort: 'desc', nulls: 'first' } } },
      // Skips expired secrets: the key that encrypted them may be gone from the configuration.
      geheimen: { where: { OR: [{ vervaltOp: null }, { vervaltOp: { gt: ctx.clock() } }] }, orderBy: { id: 'desc' } },
    },
  })
  return row && { ...row, geheimen: row.geheimen.map((geheim) => toGeheim(ctx, geheim)) }
}

function toGeheim(ctx: PublieksportaalContext, { id, credentialtype, vervaltOp, ...row }: BronGeheim): Geheim {
  if (row.hash) return { id, credentialtype, vervaltOp, waarde: Buffer.from(row.hash, 'hex') }
  if (!row.versleuteld || !row.sleutelId) throw new Error('A stored secret has no value')
  const { versleuteld, sleutelId } = row
  const text = decrypt(ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { versleuteld, sleutelId, boundTo: id }).toString()
  return { id, credentialtype, vervaltOp, waarde: Buffer.from(text.slice(SECRET_PREFIX.length), 'base64') }
}
