import type pg from 'pg'
import { queryByIndex } from './run-pipeline.ts'

export const DELETE_BATCH = 500
/** The most batches in a round; with a round every ten minutes that is 1,600 rows a second. */
const BATCHES_A_ROUND = 2000

/**
 * Runs a statement that deletes at most DELETE_BATCH rows, again and again, until it finds fewer, `signal`
 * aborts, or it is enough for one round. Each time is a transaction of its own, so no row stays locked and no
 * snapshot open for long, and others get their turn in between.
 *
 * @param statement finds its rows by an index, in whose order it deletes them
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
