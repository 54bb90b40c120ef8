import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'

/** Awb 4:17 lid 3 and 4:18. */
const TWEE_WEKEN = 'P2W'
/** Awb 4:17 lid 2: one daily amount for each of three periods of two weeks. */
const DAYS_OF_AMOUNT = 14

export type Dwangsom = {
  /** the last day on which a besluit costs nothing, `yyyy-mm-dd` */
  beslisUiterlijk: string
  /** The number of days that it is owed. */
  dagen: number
  /** In euros. */
  bedrag: number
  /** The amount that one more day adds; 0 at the maximum. */
  volgendeDag: number
  /** The last day to set the amount by besluit (Awb 4:18); null while the amount can still grow. */
  vaststellenUiterlijk: string | null
}

/**
 * Returns the last of the two weeks in which a besluit costs nothing after an ingebrekestelling (Awb 4:17 lid
 * 3; Algemene termijnenwet 1).
 */
export function beslisUiterlijk(ingebrekegesteldOp: string): string {
  return naarWerkdag(addToDate(ingebrekegesteldOp, TWEE_WEKEN))
}

/**
 * Returns the dwangsom for a late besluit (Awb 4:17). Each day counts from the end of the two weeks until the
 * bekendmaking, which is not counted itself.
 *
 * @param perDag the daily amounts, from `findPerDag`
 * @param bekendgemaaktOp null while there is no bekendmaking
 */
export function dwangsomOf(
  { ingebrekegesteldOp, perDag }: { ingebrekegesteldOp: string; perDag: readonly number[] },
  bekendgemaaktOp: string | null,
  today: string,
): Dwangsom {
  const uiterlijk = beslisUiterlijk(ingebrekegesteldOp)
  const first = addToDate(uiterlijk, 'P1D')
  const days = perDag.filter(Boolean).flatMap((bedrag) => Array<number>(DAYS_OF_AMOUNT).fill(bedrag))
  // without a bekendmaking today counts too
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
