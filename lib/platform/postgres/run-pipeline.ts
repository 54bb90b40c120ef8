import pg from 'pg'
import { perProcess } from '../once.ts'
import { inTransaction } from './in-transaction.ts'

/** A name must always have the same `text`. `values` are sent as text, and PostgreSQL infers their types. */
export type Statement = { name: string; text: string; values?: (string | null)[] }

/**
 * An expression that begins a transaction, such as a setting or a lock. A statement that waits for a lock
 * does not see what was committed meanwhile, so the lock comes first. A `name` always has the same `select`.
 */
export type Beginning = { name: string; select: string }

/** Commits without waiting for the disk, for work that is repeated when a crash of PostgreSQL loses it. */
export const COMMIT_WITHOUT_WAITING: Beginning = {
  name: 'commit_without_waiting',
  select: "set_config('synchronous_commit', 'off', true)",
}

type Answer = { fields: pg.FieldDef[]; rows: (string | null)[][] }

/**
 * Makes the statements of the transaction look up each row in an index. A plan from the time when a table was
 * small would otherwise keep reading the whole table after it has grown.
 *
 * Materialize is off, so that the planner counts the full cost of reading a whole index for each row. In an
 * empty table that cost is low, so a statement joins a table by `id = any (array[other.id])`: with plain
 * equality the planner could loop over the index and search the other rows for each entry.
 */
export const LOOK_UP_IN_INDEXES = `
  select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
         set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
         set_config('enable_material', 'off', true)`

/** Runs one statement with LOOK_UP_IN_INDEXES, in a transaction of its own. */
export function queryByIndex<Row extends pg.QueryResultRow>(pool: pg.Pool, text: string, values?: unknown[]) {
  return inTransaction(pool, async (client) => {
    await client.query(LOOK_UP_IN_INDEXES)
    return client.query<Row>(text, values)
  })
}

/**
 * The settings of a pipeline, with one generic plan per statement, because planning costs more than running
 * them. By default PostgreSQL plans each time when it estimates the generic plan to be more expensive.
 */
const KEEP_PLANS = `${LOOK_UP_IN_INDEXES}, set_config('plan_cache_mode', 'force_generic_plan', true)`

/** A single statement, because the overhead of each one costs more than these settings. */
const begin = (beginnings: readonly Beginning[]): Statement => ({
  name: ['keep_plans', ...beginnings.map(({ name }) => name)].join('+'),
  text: [KEEP_PLANS, ...beginnings.map(({ select }) => select)].join(', '),
})

/**
 * Sends several statements as one message: one round trip, one transaction, a fresh snapshot for each
 * statement. Each is parsed and planned once per connection.
 *
 * @param beginnings run before the statements
 * @returns the rows of each statement, in the same order
 */
export async function runPipeline(
  pool: pg.Pool,
  statements: readonly Statement[],
  beginnings: readonly Beginning[] = [],
): Promise<pg.QueryResultRow[][]> {
  const client = await pool.connect()
  try {
    const rows = await pipelineOf(client, statements, beginnings)
    client.release()
    return rows
  } catch (error) {
    // Closes the connection: it may be broken, a plan that a migration invalidated would fail at every use,
    // and it is unknown which new statements PostgreSQL has parsed.
    client.release(true)
    throw error
  }
}

/** Like `runPipeline`, in a transaction of the caller, who must close the connection after an error. */
export async function pipelineOf(
  client: pg.PoolClient,
  statements: readonly Statement[],
  beginnings: readonly Beginning[] = [],
): Promise<pg.QueryResultRow[][]> {
  const [, ...answers] = await send(client, [begin(beginnings), ...statements])
  return answers.map(toRows)
}

/** The columns of the statements that are parsed on a connection, by statement name. */
const parsed = perProcess('postgres.parsed', () => new WeakMap<pg.Connection, Map<string, pg.FieldDef[]>>())

/**
 * Sends one Sync, at the end, because Sync ends the implicit transaction. After an error PostgreSQL skips
 * every message up to the Sync and rolls back.
 */
function send(client: pg.PoolClient, statements: readonly Statement[]): Promise<Answer[]> {
  const answers: Answer[] = []
  let rows: Answer['rows'] = []
  let known = new Map<string, pg.FieldDef[]>()
  return new Promise((resolve, reject) => {
    client.query({
      submit(connection: pg.Connection) {
        known = parsed.get(connection) ?? known
        parsed.set(connection, known)
        connection.stream.cork()
        for (const { name, text, values = [] } of statements) {
          const isNew = !known.has(name)
          if (isNew) connection.parse({ name, text, types: [] }, true)
          connection.bind({ statement: name, values }, true)
          if (isNew) connection.describe({ type: 'P' }, true)
          if (isNew) known.set(name, [])
          connection.execute(null, true)
        }
        connection.sync()
        connection.stream.uncork()
      },
      handleRowDescription({ fields }: Pick<Answer, 'fields'>) {
        known.set((statements[answers.length] as Statement).name, fields)
      },
      handleDataRow({ fields: row }: { fields: (string | null)[] }) {
        rows.push(row)
      },
      handleCommandComplete() {
        answers.push({ fields: known.get((statements[answers.length] as Statement).name) ?? [], rows })
        rows = []
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
