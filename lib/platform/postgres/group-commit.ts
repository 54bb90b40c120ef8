import type pg from 'pg'
import { perProcess } from '../once.ts'
import { type Beginning, runPipeline, type Statement } from './run-pipeline.ts'

const LOCK_TIMEOUT_MS = 200

/** A statement that waits longer for a lock runs alone, so that it does not delay the others. */
const WAIT_SHORTLY: Beginning = {
  name: 'wait_shortly',
  select: `set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true)`,
}

/**
 * SQLSTATE classes that say that nothing was committed and the same may succeed alone: a broken plan (0A),
 * bad data (22), a constraint (23), a deadlock (40), a lock (55). After a lost connection that is not known.
 */
const ROLLED_BACK = /^(?:0A|22|23|40|55)/

/**
 * One statement for many: its parameter is a JSON array of what each of them is about, with the place of each
 * as `n`, and each row that it gives says with `n` whose it is. Of one `name` there is one `text`.
 */
export type RowStatement = { name: string; text: string; row: object }

type Entry = {
  statement: Statement | RowStatement
  /** the row that it locks */
  lock: string
  resolve: (rows: pg.QueryResultRow[]) => void
  reject: (error: unknown) => void
}

/**
 * The statements that wait for the transaction that is under way, by their kind; none for a kind of which
 * none is.
 */
const queues = perProcess('postgres.queues', () => new WeakMap<pg.Pool, Map<string, Entry[]>>())

/**
 * Commits a statement together with those that come while the transaction before is under way, so without a
 * timer. A commit costs more than what is committed: it waits for the disk, and with NOTIFY all commits of a
 * server wait for each other. Those that are rows of one statement are even run as one, which costs less than
 * half of what they cost one after another. Each still succeeds or fails by itself: when the group is rolled
 * back, each is run alone.
 *
 * @param lock the row that it locks. Groups of several processes lock in this order, so that they cannot
 * deadlock.
 * @returns its rows
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
    // A transaction is rows of one statement, or several statements: two that lock in order, one after the
    // other, do not.
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
    // One statement for two changes of the same row would not show the second the effect of the first.
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

/** @returns the rows of each */
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

/** One statement for several of one name, which are at least one. */
export function asOne(statements: readonly RowStatement[]): Statement {
  const [{ name, text }] = statements as [RowStatement]
  return { name, text, values: [JSON.stringify(statements.map(({ row }, n) => ({ n, ...row })))] }
}
