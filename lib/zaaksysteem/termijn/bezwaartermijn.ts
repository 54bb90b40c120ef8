import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'

/** Awb 6:7. */
const BEZWAARTERMIJN = 'P6W'

/**
 * The last day on which one can object to a decision, `yyyy-mm-dd`. The six weeks begin on the day after it was made known
 * (Awb 6:8), so they end on the weekday on which it was; later where the Algemene termijnenwet says so.
 */
export function laatsteBezwaardag(bekendmakingsdatum: string): string {
  return naarWerkdag(addToDate(bekendmakingsdatum, BEZWAARTERMIJN))
}
