import type pg from 'pg'
import { perProcess } from '../once.ts'
import { runPipeline, type Statement } from './run-pipeline.ts'

const LOCK_TIMEOUT_MS = 200

/** Who waits longer for a lock goes on alone, so that it does not hold up the statements of others. */
const WAIT_SHORTLY: Statement = {
  name: 'wait_shortly',
  text: `select set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true)`,
}

/**
 * SQLSTATE classes that say that nothing was committed and the same may succeed alone: a broken plan (0A), bad data (22),
 * a constraint (23), a deadlock (40), a lock (55). After a lost connection that is not known.
 */
const ROLLED_BACK = /^(?:0A|22|23|40|55)/

type Entry = {
  statement: Statement
  /** the row that it locks */
  lock: string
  resolve: (rows: pg.QueryResultRow[]) => void
  reject: (error: unknown) => void
}

/** The statements that wait for the transaction that is under way; no entry for a pool where none is. */
const queues = perProcess('postgres.queues', () => new WeakMap<pg.Pool, Entry[]>())

/**
 * Commits a statement together with those that come while the transaction before is under way, so without a timer. A
 * commit costs more than what is committed: it waits for the disk, and with NOTIFY all commits of a server wait for each
 * other. Each still succeeds or fails by itself: when the group is rolled back, each is run alone.
 *
 * @param lock the row that it locks. Groups of several processes lock in this order, so that they cannot deadlock.
 * @returns its rows
 */
export function groupCommit(pool: pg.Pool, statement: Statement, lock: string): Promise<pg.QueryResultRow[]> {
  return new Promise((resolve, reject) => {
    const entry = { statement, lock, resolve, reject }
    const queue = queues.get(pool)
    if (queue) queue.push(entry)
    else void drain(pool, [entry])
  })
}

async function drain(pool: pg.Pool, queue: Entry[]): Promise<void> {
  queues.set(pool, queue)
  while (queue.length > 0) {
    await commit(
      pool,
      queue.splice(0).sort((a, b) => (a.lock < b.lock ? -1 : Number(a.lock > b.lock))),
    )
  }
  queues.delete(pool)
}

async function commit(pool: pg.Pool, group: Entry[]): Promise<void> {
  try {
    const [, ...results] = await runPipeline(pool, [WAIT_SHORTLY, ...group.map(({ statement }) => statement)])
    for (const [index, { resolve }] of group.entries()) resolve(results[index] ?? [])
  } catch (error) {
    const again = ROLLED_BACK.test(String((error as { code?: unknown }).code))
    for (const { statement, resolve, reject } of group) {
      if (again) runPipeline(pool, [statement]).then(([rows = []]) => resolve(rows), reject)
      else reject(error)
    }
  }
}
