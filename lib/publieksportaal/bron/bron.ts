import { decrypt } from '#lib/platform/crypto/encryption.ts'
import { SECRET_PREFIX } from '#lib/proof/sign/standard-webhooks.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { BronGeheim } from '#lib/publieksportaal/generated/client.ts'
import type { BronStatus, Contentmodus, Credentialtype } from '#lib/publieksportaal/generated/enums.ts'

/** A way in which a bron may deliver. `geldigTot` is null until another way replaces it. */
export type Bezorgwijze = { credentialtype: Credentialtype; contentmodus: Contentmodus; geldigTot: Date | null }

/** `waarde`: SHA-256 of an access token, or an HMAC key. `vervaltOp` is null until another replaces it. */
type Geheim = { id: string; credentialtype: Credentialtype; waarde: Buffer; vervaltOp: Date | null }

/** A bron as it is registered. */
export type Bron = {
  source: string
  origin: string
  jwksUrl: string
  status: BronStatus
  /** bezorgingen per minute that one process takes; null is unlimited */
  maxPerMinuut: number | null
  /** until this time the bron may use a secret that the portal has not stored yet */
  wachtOpGeheimTot: Date | null
  bezorgwijzen: Bezorgwijze[]
  geheimen: Geheim[]
}

/** The methods with a shared secret; the others need only the bron's published keys. */
export const CREDENTIALTYPES_MET_GEHEIM: ReadonlySet<Credentialtype> = new Set<Credentialtype>([
  'ACCESSTOKEN',
  'STANDARDWEBHOOKS',
])

/** Returns the secrets of one method that are valid now. */
export function validGeheimen(
  ctx: PublieksportaalContext,
  { geheimen }: Bron,
  credentialtype: Credentialtype,
): Geheim[] {
  const now = ctx.clock()
  return geheimen.filter((geheim) => geheim.credentialtype === credentialtype && isBefore(now, geheim.vervaltOp))
}

export function isBefore(now: Date, end: Date | null): boolean {
  return end === null || now < end
}

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

export type BronRegel = {
  source: string
  origin: string
  status: BronStatus
  /** the ways in which it may deliver now; two during a change */
  bezorgwijzen: Pick<Bezorgwijze, 'credentialtype' | 'contentmodus'>[]
  /** its last accepted bezorging; fetched events do not count */
  laatstAangenomenOp: Date | null
  /** the last afwijzing; also of a bezorging that only claims this source */
  laatstGeweigerdOp: Date | null
  /** the start of the current run of unproven bezorgingen that claim this source; null when there is none */
  faaltSinds: Date | null
}

export async function findBronnen({
  pool,
  clock,
}: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<BronRegel[]> {
  const { rows } = await pool.query<BronRegel>(
    `select bron.source, origin, status, faalt_sinds as "faaltSinds",
       (select coalesce(json_agg(json_build_object('credentialtype', credentialtype, 'contentmodus', contentmodus)
          order by geldig_tot desc nulls first), '[]')
        from bezorgwijze where source = bron.source and (geldig_tot is null or geldig_tot > $1)) as bezorgwijzen,
       (select ontvangen_op from ontvangen_gebeurtenis where source = bron.source and credentialtype <> 'OPGEHAALD'
        order by ontvangen_op desc limit 1) as "laatstAangenomenOp",
       (select laatste_op from afwijzing_telling where afwijzing_telling.bron = bron.source
        order by minuut desc, laatste_op desc limit 1) as "laatstGeweigerdOp"
     from bron order by status, bron.source`,
    [clock()],
  )
  return rows
}
