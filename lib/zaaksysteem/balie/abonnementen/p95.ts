import { DUUR_GRENZEN_MS } from '../../bezorging/record/duur.ts'
import { TOTAL_TIMEOUT_MS } from '../../egress/request-sink.ts'

/**
 * The duration that 95 % of the attempts stayed within: the upper bound of the class with the 95th percentile.
 *
 * @param duren - attempts per class of DUUR_GRENZEN_MS
 * @returns null without attempts
 */
export function p95Ms(duren: readonly number[]): number | null {
  const total = duren.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const rank = Math.ceil((total * 95) / 100)
  let seen = 0
  const klasse = duren.findIndex((count) => {
    seen += count
    return seen >= rank
  })
  return DUUR_GRENZEN_MS[klasse] ?? TOTAL_TIMEOUT_MS
}
