import type pg from 'pg'
import { perProcess } from '../once.ts'
import { type Beginning, runPipeline, type Statement } from './run-pipeline.ts'

const LOCK_TIMEOUT_MS = 200

/** A group that waits longer for a lock is split, so that one statement does not delay the others. */
const WAIT_SHORTLY: Beginning = {
  name: 'wait_shortly',
  select: `set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true)`,
}

/**
 * SQLSTATE classes after which nothing was committed and each statement may succeed alone: a broken plan
 * (0A), bad data (22), a constraint (23), a deadlock (40), a lock (55). Not after a lost connection.
 */
const ROLLED_BACK = /^(?:0A|22|23|40|55)/

/**
 * A row of a statement that handles many. The parameter is a JSON array of rows, each with its index `n`; a
 * result row has the `n` of its input row. A name must always have the same `text`.
 */
export type RowStatement = { name: string; text: string; row: object }

type Entry = {
  statement: Statement | RowStatement
  /** the row that it locks */
  lock: string
  resolve: (rows: pg.QueryResultRow[]) => void
  reject: (error: unknown) => void
}

/** The statements that wait for the running transaction, by kind. A kind without one has no queue. */
const queues = perProcess('postgres.queues', () => new WeakMap<pg.Pool, Map<string, Entry[]>>())

/**
 * Group commit: commits the statements together that arrive while the previous transaction runs. The commit
 * is the expensive part: it waits for the disk, and with NOTIFY commits are serialized. Rows of one statement
 * run as one, at less than half the cost. When the group is rolled back, each statement runs again alone.
 *
 * @param lock the row that it locks. Groups lock in this order, so that processes cannot deadlock.
 */
export function groupCommit(
  pool: pg.Pool,
  statement: Statement | RowStatement,
  lock: string,
): Promise<pg.QueryResultRow[]> {
  return new Promise((resolve, reject) => {
    const entry = { statement, lock, resolve, reject }
    const ofPool = queues.get(pool) ?? new Map<string, Entry[]>()
    queues.set(pool, ofPool)
    // Rows and separate statements get separate transactions: together they would not lock in one order.
    const kind = 'row' in statement ? statement.name : ''
    const queue = ofPool.get(kind)
    if (queue) queue.push(entry)
    else void drain(pool, [entry], { ofPool, kind })
  })
}

async function drain(
  pool: pg.Pool,
  queue: Entry[],
  { ofPool, kind }: { ofPool: Map<string, Entry[]>; kind: string },
): Promise<void> {
  ofPool.set(kind, queue)
  while (queue.length > 0) {
    const waiting = queue.splice(0)
    // Within one statement a second change of the same row would not see the first.
    const group =
      kind === '' ? waiting : [...new Map(waiting.toReversed().map((entry) => [entry.lock, entry])).values()]
    if (group.length < waiting.length) queue.unshift(...waiting.filter((entry) => !group.includes(entry)))
    await commit(
      pool,
      group.sort((a, b) => (a.lock < b.lock ? -1 : Number(a.lock > b.lock))),
    )
  }
  ofPool.delete(kind)
}

async function commit(pool: pg.Pool, group: Entry[]): Promise<void> {
  try {
    const results = await run(pool, group, [WAIT_SHORTLY])
    for (const [index, { resolve }] of group.entries()) resolve(results[index] ?? [])
  } catch (error) {
    const again = ROLLED_BACK.test(String((error as { code?: unknown }).code))
    for (const entry of group) {
      if (again) run(pool, [entry]).then(([rows = []]) => entry.resolve(rows), entry.reject)
      else entry.reject(error)
    }
  }
}

/** @returns the rows of each entry */
async function run(pool: pg.Pool, group: Entry[], beginnings: Beginning[] = []): Promise<pg.QueryResultRow[][]> {
  const [rowStatement] = group.flatMap(({ statement }) => ('row' in statement ? statement : []))
  const statements = rowStatement
    ? [asOne(group.map(({ statement }) => statement as RowStatement))]
    : group.map(({ statement }) => statement as Statement)
  const results = await runPipeline(pool, statements, beginnings)
  if (!rowStatement) return results
  const byPlace = Map.groupBy(results[0] ?? [], ({ n }) => n as number)
  return group.map((_, n) => byPlace.get(n) ?? [])
}

/** @param statements at least one, all of the same name */
export function asOne(statements: readonly RowStatement[]): Statement {
  const [{ name, text }] = statements as [RowStatement]
  return { name, text, values: [JSON.stringify(statements.map(({ row }, n) => ({ n, ...row })))] }
}
