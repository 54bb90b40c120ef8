import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'

/**
 * Returns the last day, `yyyy-mm-dd`, on which a zaak must stay at a status, such as the six weeks of an
 * ontwerpbesluit. The term includes its first day (Awb 3:16 lid 2) and ends on a working day (Algemene
 * termijnenwet 1).
 *
 * @param minstens ISO 8601
 */
export function laatsteDagVerblijf(sinds: string, minstens: string): string {
  return naarWerkdag(addToDate(addToDate(sinds, minstens), '-P1D'))
}
