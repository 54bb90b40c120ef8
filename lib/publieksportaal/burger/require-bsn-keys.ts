import type pg from 'pg'
import { ConfigurationError } from '#lib/platform/env.ts'
import { untilAnswered } from '#lib/platform/postgres/until-answered.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bsnKeyIds } from './bsn-keys.ts'

/**
 * Throws a ConfigurationError when burgers are hashed with a key that is not configured: they could not sign in any more.
 * Waits for a database that does not answer.
 */
export async function requireBsnKeys(ctx: PublieksportaalContext): Promise<void> {
  const isMissing = await untilAnswered(ctx, {
    ask: () => lacksBsnKey(ctx.pool, bsnKeyIds(ctx.env)),
    meanwhile: 'It cannot be seen yet which keys burgers are hashed with; trying again',
  })
  if (!isMissing) return
  throw new ConfigurationError([
    'PUBLIEKSPORTAAL_BSN_HASH_KEY: lacks a key that burgers in the database are hashed with',
  ])
}

/** The key '' stands for that of before keys had an id. */
const FIND_MISSING = `
  select from bsn_sleutel where id <> '' and id <> all($1::text[])
    and exists (select from burger where sleutel_id = bsn_sleutel.id)`

/** Whether burgers are hashed with a key that is not one of these. */
export async function lacksBsnKey(db: Pick<pg.Pool | pg.PoolClient, 'query'>, keyIds: string[]): Promise<boolean> {
  const { rows } = await db.query(FIND_MISSING, [keyIds])
  return rows.length > 0
}
