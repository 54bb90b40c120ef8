import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { latestEndSql } from '#lib/platform/is-over.ts'
import type { Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { RetryPlan, Wachtrij } from './wachtrijen.ts'

/** How many go out at once: while one is slow to be taken, the others go on. */
export const PLACES = 4
/** How long a round lasts at most; after it other tasks get their turn, such as the end of the process. */
const ROUND_MS = MINUTE_MS

/** A row as it was claimed: when `pogingen` is another number afterwards, somebody else has it, or it was ordered anew. */
export type Claimed = { id: string; pogingen: number }

/**
 * Leases what is due. $1 is now. Two reads of one index, the second one for a clock that was set back: with one condition it
 * would read all that waits.
 *
 * @param claim.where a further condition; its parameters begin at $2
 * @param claim.returning what its handler needs, beside what is `Claimed`
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

/** @param options.random a number from 0 up to 1, as `Math.random()` gives */
export function nextAttempt(
  { firstSeconds, longestSeconds, jitter }: RetryPlan,
  { pogingen, now, random }: { pogingen: number; now: Date; random: number },
): Date {
  const seconds = Math.min(firstSeconds * 2 ** (pogingen - 1), longestSeconds) * (1 + jitter * (2 * random - 1))
  return new Date(now.getTime() + seconds * SECOND_MS)
}

/**
 * Has what was claimed tried again later, by the plan of its wachtrij. Whoever has a row locked removes what it belongs to, or settles
 * it too: waiting for several of those could deadlock.
 *
 * @param options.notBefore what the other side asks for; counts up to the longest wait of ours
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
 * Sends one after the other in some places at once, for a round at most. When one fails, the others go on.
 *
 * @param sendNext false when none is due, or none can be sent now
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
