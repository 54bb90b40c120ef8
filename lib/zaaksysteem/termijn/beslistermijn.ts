import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'

/** `yyyy-mm-dd` */
type Termijn = { einddatumGepland: string; uiterlijkeEinddatum: string }

/** Awb 4:5 lid 4. */
const BUITEN_BEHANDELING_BINNEN = 'P4W'

/**
 * For how many days a term stood still. It does so from the day after the suspension began until the day on which it
 * runs again, which counts already (Awb 4:15 lid 1: "gerekend vanaf de dag na" and "tot de dag waarop").
 */
export function stilstaandeDagen({ opgeschortOp, hervatOp }: { opgeschortOp: string; hervatOp: string }): number {
  return Math.max(0, daysBetween(opgeschortOp, hervatOp) - 1)
}

/** The streefdatum and the fatale datum, `days` calendar days later. */
export function laterBy(days: number, { einddatumGepland, uiterlijkeEinddatum }: Termijn): Termijn {
  const duration = `P${days}D`
  return {
    einddatumGepland: addToDate(einddatumGepland, duration),
    uiterlijkeEinddatum: addToDate(uiterlijkeEinddatum, duration),
  }
}

/** By how many calendar days a zaak can be extended at most; 0 when its zaaktype allows none. */
export function maxVerlenging(startdatum: string, verlengingstermijn: string | null): number {
  return verlengingstermijn === null ? 0 : daysBetween(startdatum, addToDate(startdatum, verlengingstermijn))
}

/** The day on which the term runs again when an aanvulling has not come by its last day: the day after (Awb 4:15). */
export function hervatNaVerlopen(uiterlijk: string): string {
  return addToDate(uiterlijk, 'P1D')
}

/**
 * The last day to make known that an application is not handled, because it was completed insufficiently or not at all
 * (Awb 4:5 lid 4): four weeks after the aanvulling came, or after its last day, which passed without it.
 */
export function laatsteDagBuitenBehandeling(aanvullingBinnenOfVerlopenOp: string): string {
  return naarWerkdag(addToDate(aanvullingBinnenOfVerlopenOp, BUITEN_BEHANDELING_BINNEN))
}
