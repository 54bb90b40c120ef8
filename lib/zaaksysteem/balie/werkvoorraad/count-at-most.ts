/** Whoever has so many zaken does not count them, and counting them would read all of them. */
export const MAX_COUNTED = 1000

/** Counts zaken up to MAX_COUNTED. */
export function countAtMost(conditions: readonly string[]): string {
  return `select count(*)::int as count from (
    select from zaak where ${conditions.join(' and ')} limit ${MAX_COUNTED}) as counted`
}
