import { ConfigurationError } from '#lib/platform/env.ts'
import { untilAnswered } from '#lib/platform/postgres/until-answered.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bsnKeyIds } from './bsn-keys.ts'
import { lacksBsnKey } from './lacks-bsn-key.ts'

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
