import pg from 'pg'

/** A name always belongs to one text, from which PostgreSQL infers the types of the values, themselves given as text. */
export type Statement = { name: string; text: string; values?: string[] }

type Answer = { fields: pg.FieldDef[]; rows: (string | null)[][] }

/**
 * One plan, made once: planning these statements costs more than running them, and PostgreSQL would go on doing so when
 * it takes the kept plan for the dearer one. A plan that was made while a table was small must not scan all of it long
 * after it has grown; these batches of rows are to be found one by one, in an index. Up to PostgreSQL 17 a way that is
 * off and yet the only one adds 10^10 to a plan's cost, for which a server with JIT compiles it at every run.
 */
const KEEP_PLANS: Statement = {
  name: 'keep_plans',
  text: `
    select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
           set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('jit', 'off', true)`,
}

/**
 * Sends several statements as one message: one round trip, one transaction, a fresh snapshot for each statement. Each is
 * parsed and planned once per connection.
 *
 * @returns the rows of each statement, in the same order
 */
export async function runPipeline(pool: pg.Pool, statements: readonly Statement[]): Promise<pg.QueryResultRow[][]> {
  const client = await pool.connect()
  try {
    const [, ...answers] = await send(client, [KEEP_PLANS, ...statements])
    const rows = answers.map(toRows)
    client.release()
    return rows
  } catch (error) {
    // A fatal error comes before the end of the connection shows, and a kept plan that a migration broke fails for good;
    // nor is it known which of the new statements were parsed.
    client.release(true)
    throw error
  }
}

/** Names of the statements that a connection has parsed. */
const parsed = new WeakMap<pg.Connection, Set<string>>()

/**
 * Only one Sync, at the end: it is what ends the transaction. After an error the server skips all that comes before it
 * and rolls back.
 */
function send(client: pg.PoolClient, statements: readonly Statement[]): Promise<Answer[]> {
  const answers: Answer[] = []
  let answer: Answer = { fields: [], rows: [] }
  return new Promise((resolve, reject) => {
    client.query({
      submit(connection: pg.Connection) {
        const known = parsed.get(connection) ?? new Set()
        parsed.set(connection, known)
        connection.stream.cork()
        for (const { name, text, values = [] } of statements) {
          if (!known.has(name)) connection.parse({ name, text, types: [] }, true)
          known.add(name)
          connection.bind({ statement: name, values }, true)
          connection.describe({ type: 'P' }, true)
          connection.execute(null, true)
        }
        connection.sync()
        connection.stream.uncork()
      },
      handleRowDescription({ fields }: Pick<Answer, 'fields'>) {
        answer.fields = fields
      },
      handleDataRow({ fields: row }: { fields: (string | null)[] }) {
        answer.rows.push(row)
      },
      handleCommandComplete() {
        answers.push(answer)
        answer = { fields: [], rows: [] }
      },
      handleReadyForQuery: () => resolve(answers),
      handleError: reject,
    })
  })
}

function toRows({ fields, rows }: Answer): pg.QueryResultRow[] {
  const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: pg.types.getTypeParser(dataTypeID) }))
  return rows.map((values) => {
    const row: pg.QueryResultRow = {}
    for (const [index, { name, parse }] of columns.entries()) {
      const value = values[index] ?? null
      row[name] = value === null ? null : parse(value)
    }
    return row
  })
}
