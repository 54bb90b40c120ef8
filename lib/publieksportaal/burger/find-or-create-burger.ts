import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Initiator } from '#lib/contract/zaak-resource.ts'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { bsnKeyIds, newestBsnKey, possibleHashes } from './bsn-keys.ts'
import { boundTo, identiteitOf } from './identiteit.ts'
import { lacksBsnKey } from './require-bsn-keys.ts'

/**
 * Thrown when burgers are hashed with a key that is not configured, so that a lookup could miss the burger.
 */
class BsnKeyMissingError extends Error {
  readonly code = 'bsn_key_missing'

  constructor() {
    super('PUBLIEKSPORTAAL_BSN_HASH_KEY lacks a key that burgers in the database are hashed with')
    this.name = 'BsnKeyMissingError'
  }
}

type Known = { id: string; hash: string; sleutelId: string }

const FIND = 'select id, bsn_hash as hash, sleutel_id as "sleutelId" from burger where bsn_hash = any($1::text[])'
/** Any two processes that share a key wait for each other here. Seed 0 is used for zaken. */
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 1))'
const KEEP = `
  with used as (insert into bsn_sleutel (id) values ($3) on conflict do nothing)
  insert into burger (id, bsn_hash, sleutel_id, nakijken_op) values ($1, $2, $3, $4)
  on conflict (id) do update set bsn_hash = excluded.bsn_hash, sleutel_id = excluded.sleutel_id`

/**
 * Finds or creates the burger with this BSN. Rehashes an older hash with the newest key: the BSN is known
 * only here.
 *
 * @throws BsnKeyMissingError instead of creating a second burger for one BSN
 */
export async function findOrCreateBurger(ctx: PublieksportaalContext, bsn: string): Promise<{ id: string }> {
  const hashes = possibleHashes(ctx.env, bsn)
  const newest = newestBsnKey(ctx.env).id
  const { rows } = await ctx.pool.query<Known>({ name: 'find-burger', text: FIND, values: [hashes] })
  const current = rows.find(({ hash, sleutelId }) => hash === hashes[0] && sleutelId === newest)
  if (current) return { id: current.id }
  return inTransaction(ctx.pool, (client) =>
    keepBurger(client, { hashes, keyIds: bsnKeyIds(ctx.env), lookAt: lookAfterSignIn(ctx) }),
  )
}

async function keepBurger(
  client: pg.PoolClient,
  { hashes, keyIds, lookAt }: { hashes: string[]; keyIds: string[]; lookAt: Date },
): Promise<{ id: string }> {
  // in one order, to avoid a deadlock
  for (const hash of hashes.toSorted()) await client.query(LOCK, [hash])
  const { rows } = await client.query<Known>(FIND, [hashes])
  const known = rows.find(({ hash }) => hash === hashes[0]) ?? rows[0]
  if (!known && (await lacksBsnKey(client, keyIds))) throw new BsnKeyMissingError()

  const id = known?.id ?? uuidv7()
  await client.query(KEEP, [id, hashes[0], keyIds[0], lookAt])
  return { id }
}

/** Returns when `purgeBurgers` checks again whether a burger who signs in now is still needed. */
export function lookAfterSignIn({ env, clock }: Pick<PublieksportaalContext, 'env' | 'clock'>): Date {
  return new Date(clock().getTime() + env.PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN * DAY_MS)
}

const FIND_VESTIGING = 'select from vestiging where burger_id = $1'
const KEEP_VESTIGING = `
  insert into vestiging (burger_id, bedrijf_id, versleuteld, sleutel_id) values ($1, $2, $3, $4)
  on conflict (burger_id) do nothing`

/**
 * Finds or creates the burger of an initiator. Links a vestiging to its company, which may have no zaken
 * itself.
 */
export async function keepBurgerOf(ctx: PublieksportaalContext, initiator: Initiator): Promise<{ id: string }> {
  const burger = await findOrCreateBurger(ctx, identiteitOf(initiator))
  if ('bsn' in initiator || initiator.vestigingsnummer === undefined) return burger
  const { rowCount } = await ctx.pool.query(FIND_VESTIGING, [burger.id])
  if (rowCount) return burger

  const { kvkNummer, vestigingsnummer } = initiator
  const bedrijf = await findOrCreateBurger(ctx, identiteitOf({ kvkNummer }))
  const plaintext = Buffer.from(vestigingsnummer)
  const keys = ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS
  const { versleuteld, sleutelId } = encrypt(keys, { plaintext, boundTo: boundTo(burger.id) })
  await ctx.pool.query(KEEP_VESTIGING, [burger.id, bedrijf.id, versleuteld, sleutelId])
  return burger
}
