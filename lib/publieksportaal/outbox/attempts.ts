import { latestEndSql } from '#lib/platform/is-over.ts'

// What the outboxes share, those towards the zaaksysteem and that of pushes: rows with `pogingen` and `volgende_poging`.

/** For so long nobody else sends them; longer than a round takes. What a process that died has claimed waits for it to end. */
const LEASE_SECONDS = 60
const FIRST_RETRY_SECONDS = 5
export const LONGEST_RETRY_SECONDS = 15 * 60
/** Spreads the retries, of the processes of many portals, after the other side was away. */
const JITTER = 0.2
const LONGEST_WAIT_SECONDS = LONGEST_RETRY_SECONDS * (1 + JITTER)

/**
 * Leases what is due. $1 is now. Two reads of one index, the second one for a clock that was set back: with one condition it
 * would read all that waits.
 *
 * @param outbox.where a further condition; its parameters begin at $2
 */
export function claimDueSql(outbox: { table: string; where?: string; most: number; returning: string }): string {
  const { table, where = 'true', most, returning } = outbox
  const first = (when: string) => `
    select id from ${table} where ${where} and volgende_poging ${when}
    order by volgende_poging limit ${most} for update skip locked`
  return `
    update ${table}
    set pogingen = pogingen + 1, volgende_poging = $1::timestamptz + make_interval(secs => ${LEASE_SECONDS})
    where id = any (array(
      select id from (${first('<= $1')}) as due
      union all
      select id from (${first(`> ${latestEndSql('$1', LONGEST_WAIT_SECONDS)}`)}) as set_back
      limit ${most}
    ))
    returning ${returning}`
}

/**
 * When to try again: after 5 s, 10 s, 20 s and so on, up to the longest. The exponent has a limit of its own, or its power would
 * overflow.
 *
 * @param now parameter of the moment
 * @param factor parameter of `spread`
 */
export function nextAttemptSql(now: string, factor: string): string {
  return `${now}::timestamptz + make_interval(
    secs => ${factor}::float8 * least(${FIRST_RETRY_SECONDS} * 2 ^ least(pogingen - 1, 16), ${LONGEST_RETRY_SECONDS}))`
}

/** @param random a number from 0 up to 1, as `Math.random()` gives */
export function spread(random: number): number {
  return 1 + JITTER * (2 * random - 1)
}
