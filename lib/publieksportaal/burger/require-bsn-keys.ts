import type pg from 'pg'
import { ConfigurationError } from '#lib/platform/env.ts'
import { untilAnswered } from '#lib/platform/postgres/until-answered.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bsnKeyIds } from './bsn-keys.ts'

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
