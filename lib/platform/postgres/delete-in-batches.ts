import type pg from 'pg'
import { queryByIndex } from './run-pipeline.ts'

export const DELETE_BATCH = 500
/** The most batches in a round; with a round every ten minutes that is 1,600 rows a second. */
const BATCHES_A_ROUND = 2000

/**
 * Repeats a statement that deletes at most DELETE_BATCH rows until it finds fewer, `signal` aborts, or the
 * round is full. Each batch is its own transaction, so that locks and snapshots are short.
 *
 * @param statement finds its rows by an index, and deletes them in the order of that index
 */
export async function deleteInBatches(
  pool: pg.Pool,
  { statement, values, signal }: { statement: string; values: unknown[]; signal?: AbortSignal | undefined },
): Promise<void> {
  for (let batch = 0; batch < BATCHES_A_ROUND && !signal?.aborted; batch++) {
    const { rowCount } = await queryByIndex(pool, statement, values)
    if (rowCount !== DELETE_BATCH) return
  }
}
