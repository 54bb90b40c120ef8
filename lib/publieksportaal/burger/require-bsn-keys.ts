import type pg from 'pg'
import { ConfigurationError } from '#lib/platform/env.ts'
import { untilAnswered } from '#lib/platform/postgres/until-answered.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bsnKeyIds, newestBsnKey } from './bsn-keys.ts'

/**
 * Throws a ConfigurationError when burgers are hashed with a key that is not configured: they could no longer
 * sign in. Waits until the database responds.
 */
export async function requireBsnKeys(ctx: PublieksportaalContext): Promise<void> {
  const isMissing = await untilAnswered(ctx, {
    ask: () => lacksBsnKey(ctx.pool, bsnKeyIds(ctx.env)),
    meanwhile: 'The keys that burgers are hashed with cannot be read yet; retrying',
  })
  if (!isMissing) return
  throw new ConfigurationError([
    'PUBLIEKSPORTAAL_BSN_HASH_KEY: lacks a key that burgers in the database are hashed with',
  ])
}

/** The key '' stands for hashes from before keys had ids. */
const FIND_MISSING = `
  select from bsn_sleutel where id <> '' and id <> all($1::text[])
    and exists (select from burger where sleutel_id = bsn_sleutel.id)`

/** True when burgers are hashed with a key that is not in `keyIds`. */
export async function lacksBsnKey(db: Pick<pg.Pool | pg.PoolClient, 'query'>, keyIds: string[]): Promise<boolean> {
  const { rows } = await db.query(FIND_MISSING, [keyIds])
  return rows.length > 0
}

/** An index lookup that reads only burgers with a hash of an older key: none after a rotation. */
const COUNT = `
  select count(*)::int from bsn_sleutel join burger on burger.sleutel_id = bsn_sleutel.id where bsn_sleutel.id <> $1`

/** Returns the number of burgers whose hash uses an older key: without that key they cannot be found. */
export async function countOldHashes({ pool, env }: Pick<PublieksportaalContext, 'pool' | 'env'>): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(COUNT, [newestBsnKey(env).id])
  return rows[0]?.count ?? 0
}
