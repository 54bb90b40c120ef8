import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'

/** Awb 4:17 lid 3, and 4:18. */
const TWEE_WEKEN = 'P2W'
/** Awb 4:17 lid 2: an amount for each day of the first two weeks, of the next two, and of the last. */
const DAYS_OF_AMOUNT = 14

export type Dwangsom = {
  /** the last day on which a besluit costs nothing, `yyyy-mm-dd` */
  beslisUiterlijk: string
  /** for how many days it is owed */
  dagen: number
  /** in euros */
  bedrag: number
  /** what one more day adds; 0 when it is as high as it can be */
  volgendeDag: number
  /** the last day to set by besluit how much it is (Awb 4:18); null while it is not known */
  vaststellenUiterlijk: string | null
}

/**
 * The last of the two weeks in which a besluit still costs nothing after an ingebrekestelling came (Awb 4:17 lid 3; Algemene
 * termijnenwet 1).
 */
export function beslisUiterlijk(ingebrekegesteldOp: string): string {
  return naarWerkdag(addToDate(ingebrekegesteldOp, TWEE_WEKEN))
}

/**
 * What is owed for a besluit that is late after an ingebrekestelling (Awb 4:17): for each day after the two weeks until the day
 * on which it is made known, which is none of them.
 *
 * @param perDag as `findPerDag` finds it
 * @param bekendgemaaktOp null while there is none
 */
export function dwangsomOf(
  { ingebrekegesteldOp, perDag }: { ingebrekegesteldOp: string; perDag: readonly number[] },
  bekendgemaaktOp: string | null,
  today: string,
): Dwangsom {
  const uiterlijk = beslisUiterlijk(ingebrekegesteldOp)
  const first = addToDate(uiterlijk, 'P1D')
  const days = perDag.filter(Boolean).flatMap((bedrag) => Array<number>(DAYS_OF_AMOUNT).fill(bedrag))
  // today is one of the days while nothing was made known
  const end = bekendgemaaktOp ?? addToDate(today, 'P1D')
  const dagen = Math.min(Math.max(0, daysBetween(first, end)), days.length)
  const isKnown = dagen > 0 && (bekendgemaaktOp !== null || dagen === days.length)
  const lastDay = addToDate(uiterlijk, `P${dagen}D`)
  return {
    beslisUiterlijk: uiterlijk,
    dagen,
    bedrag: days.slice(0, dagen).reduce((sum, bedrag) => sum + bedrag, 0),
    volgendeDag: bekendgemaaktOp === null ? (days[dagen] ?? 0) : 0,
    vaststellenUiterlijk: isKnown ? naarWerkdag(addToDate(lastDay, TWEE_WEKEN)) : null,
  }
}
