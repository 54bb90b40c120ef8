import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { latestEndSql } from '#lib/platform/is-over.ts'
import type { Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { RetryPlan, Wachtrij } from './wachtrijen.ts'

/** Concurrent attempts: a slow one does not block the others. */
export const PLACES = 4
/**
 * The maximum length of a round; after it other tasks get their turn, such as the shutdown of the process.
 */
const ROUND_MS = MINUTE_MS

/**
 * A leased row. Another `pogingen` afterwards means that another process has it, or that it was ordered anew.
 */
export type Claimed = { id: string; pogingen: number }

/**
 * SQL that leases due rows; $1 is now. Uses two reads of one index, the second for a clock that was set back:
 * one condition for both would scan the whole queue.
 *
 * @param claim.where a further condition; its parameters start at $2
 * @param claim.returning the columns of its handler, besides those of `Claimed`
 */
export function claimSql(
  { table, key: { column }, most, leaseSeconds, longestWaitSeconds }: Wachtrij,
  { where = 'true', returning }: { where?: string; returning: string },
): string {
  const first = (when: string) => `
    select ${column} from ${table} where ${where} and volgende_poging ${when}
    order by volgende_poging limit ${most} for update skip locked`
  return `
    update ${table}
    set pogingen = pogingen + 1, volgende_poging = $1::timestamptz + make_interval(secs => ${leaseSeconds})
    where ${column} = any (array(
      select ${column} from (${first('<= $1')}) as due
      union all
      select ${column} from (${first(`> ${latestEndSql('$1', longestWaitSeconds)}`)}) as set_back
      limit ${most}
    ))
    returning ${column} as id, pogingen, ${returning}`
}

/** @param options.random from 0 up to 1, as `Math.random()` returns */
export function nextAttempt(
  { firstSeconds, longestSeconds, jitter }: RetryPlan,
  { pogingen, now, random }: { pogingen: number; now: Date; random: number },
): Date {
  const seconds = Math.min(firstSeconds * 2 ** (pogingen - 1), longestSeconds) * (1 + jitter * (2 * random - 1))
  return new Date(now.getTime() + seconds * SECOND_MS)
}

/**
 * Schedules a retry of leased rows by the plan of their wachtrij. Skips locked rows: their holder removes or
 * settles them, and waiting for several could deadlock.
 *
 * @param options.notBefore the time that the other side asks for, limited to our own longest wait
 */
export function retryStatement(
  { table, key: { column, type }, retry }: Wachtrij,
  claimed: readonly Claimed[],
  { now, random, notBefore = null }: { now: Date; random: number; notBefore?: Date | null },
): Statement {
  const earliestMs = Math.min(notBefore?.getTime() ?? 0, now.getTime() + retry.longestSeconds * SECOND_MS)
  const moments = claimed.map(({ pogingen }) => {
    const plannedMs = nextAttempt(retry, { pogingen, now, random }).getTime()
    return new Date(Math.max(plannedMs, earliestMs)).toISOString()
  })
  const position = `array_position($1::${type}[], ${column})`
  return {
    name: `retry-${table}`,
    text: `
      update ${table} set volgende_poging = ($2::timestamptz[])[${position}]
      where ${column} = any (array(
        select ${column} from ${table}
        where ${column} = any ($1::${type}[]) and pogingen = ($3::int[])[${position}]
        for update skip locked
      ))`,
    values: [`{${claimed.map(({ id }) => id)}}`, `{${moments}}`, `{${claimed.map(({ pogingen }) => pogingen)}}`],
  }
}

/**
 * Sends rows in a few concurrent loops, for one round at most. A failure does not stop the other loops.
 *
 * @param sendNext returns false when none is due, or none can be sent now
 */
export async function sendDue(sendNext: () => Promise<boolean>, signal: AbortSignal | undefined): Promise<void> {
  const endMs = performance.now() + ROUND_MS
  async function work() {
    while (!signal?.aborted && performance.now() < endMs) if (!(await sendNext())) return
  }
  const outcomes = await Promise.allSettled(Array.from({ length: PLACES }, work))
  const failed = outcomes.find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}
