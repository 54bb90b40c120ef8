import type pg from 'pg'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * One plan, made once: planning these statements costs more than running them, and PostgreSQL would go on doing so when
 * it takes the kept plan for the dearer one. A plan that was made while a table was small must not scan all of it long
 * after it has grown; these batches of rows are to be found one by one, in an index.
 */
const KEPT_PLANS = `
  SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
         set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`

const prepared = new WeakMap<pg.PoolClient, Set<string>>()

/**
 * Sends several statements as one message: one round trip, one transaction, a fresh snapshot for each statement.
 *
 * Such a message takes no parameters and would be planned each time, so `statements` (by name: parameter types and text)
 * are prepared once per connection, for `message` to EXECUTE with literals.
 */
export async function runPrepared(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { statements, message }: { statements: Readonly<Record<string, string>>; message: string },
): Promise<pg.QueryResult[]> {
  const client = await pool.connect()
  try {
    const known = prepared.get(client) ?? new Set()
    prepared.set(client, known)
    for (const [name, text] of Object.entries(statements)) {
      if (known.has(name)) continue
      await client.query(`PREPARE ${name} ${text}`)
      known.add(name)
    }
    const [, ...results] = (await client.query(`${KEPT_PLANS};${message}`)) as unknown as pg.QueryResult[]
    return results
  } finally {
    client.release()
  }
}

/** A text as an SQL literal; `pg.escapeLiteral` goes by character, which shows at a hundred kilobytes. */
export function literal(text: string): string {
  return ` E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
