import { addToDate } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'

/**
 * The last day, `yyyy-mm-dd`, on which a zaak must stay at a status for a term of a law, such as the six weeks of a ontwerpbesluit:
 * that begins with the day on which it was laid ter inzage (Awb 3:16 lid 2), and goes on to a working day (Algemene termijnenwet 1).
 *
 * @param minstens ISO 8601
 */
export function laatsteDagVerblijf(sinds: string, minstens: string): string {
  return naarWerkdag(addToDate(addToDate(sinds, minstens), '-P1D'))
}
