import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'

/** A term as a law or verordening sets it. */
export type Wettermijn = {
  /** ISO 8601, in weeks, days, months or years */
  duur: string
  /** The article. */
  grondslag: string
  /** `redelijk`: no law or verordening sets a term, so the reasonable term of Awb 4:13 holds. */
  regeling: 'wet' | 'verordening' | 'redelijk'
}

/** The terms of a zaaktype. */
type Termijnen = { doorlooptijd: Wettermijn; servicenorm: string; verlengingstermijn: Wettermijn | null }

/** Dates are `yyyy-mm-dd`. */
type Termijn = {
  einddatumGepland: string
  uiterlijkeEinddatum: string
  /**
   * The number of days by which the Algemene termijnenwet moved uiterlijkeEinddatum. Later changes count from
   * the day before that move.
   */
  doorgeschovenDagen: number
  verlengd: boolean
  /** True when a zienswijze on the ontwerp came; false makes the term that of Awb 3:18 lid 4. */
  zienswijzen?: boolean | null
}

type Stilstand = {
  /** The term stands still from the day after this one. */
  opgeschortOp: string
  /** The first day on which the term runs again. */
  hervatOp: string
}

/** Algemene termijnenwet 4 under a: a longer term is never moved. */
const MOST_MOVED = { D: 90, W: 12, M: 3, Y: 0 }

/** Algemene termijnenwet 2: a term of at least three days contains at least two working days. */
const SHORTEST_WITH_WERKDAGEN = 3

const ZONDER_ZIENSWIJZEN = { duur: 'P4W', grondslag: 'Awb 3:18 lid 4', regeling: 'wet' } as const

/** Awb 3:18 lid 2. */
const VERLENGEN_BINNEN = 'P8W'

/** Awb 4:5 lid 4. */
const BUITEN_BEHANDELING_BINNEN = 'P4W'

/**
 * True when a term that ends on a Saturday, Sunday or holiday is extended to the next working day (Algemene
 * termijnenwet 1). It is a term of a law, of at most twelve weeks, three months or 90 days. A verordening is
 * not a law in that sense.
 */
export function goesOnToWerkdag({ duur, regeling }: Wettermijn): boolean {
  const [, count, unit] = duur.match(/^P(\d+)([DWMY])$/) ?? []
  return regeling !== 'verordening' && Number(count) <= MOST_MOVED[unit as keyof typeof MOST_MOVED]
}

/** Returns the first dates of a zaak. Its term runs from the day after its startdatum. */
export function beginTermijn(startdatum: string, termijnen: Termijnen): Omit<Termijn, 'verlengd'> {
  const { doorlooptijd, servicenorm } = termijnen
  const einde = eindeOf(startdatum, doorlooptijd)
  return { einddatumGepland: addToDate(startdatum, servicenorm), ...endingOn(einde, termijnen, { verlengd: false }) }
}

/** Returns the counted end, or a later day when the term has too few working days (Atw 2). */
function eindeOf(startdatum: string, { duur, regeling }: Wettermijn): string {
  const einde = addToDate(startdatum, duur)
  if (regeling === 'verordening' || daysBetween(startdatum, einde) < SHORTEST_WITH_WERKDAGEN) return einde
  const nextWerkdag = (date: string) => naarWerkdag(addToDate(date, 'P1D'))
  const second = nextWerkdag(nextWerkdag(startdatum))
  return daysBetween(einde, second) > 0 ? second : einde
}

/**
 * Returns the last day of a term whose counted end is `einde`, moved to a working day when the law says so.
 * An extended term moves only when both of its parts do. A day that was announced (Awb 4:14 lid 3) never
 * moves, because no law sets it.
 */
function endingOn(
  einde: string,
  { doorlooptijd, verlengingstermijn }: Termijnen,
  { verlengd, zienswijzen }: Pick<Termijn, 'verlengd' | 'zienswijzen'>,
) {
  const whole = verlengd && verlengingstermijn ? [doorlooptijd, verlengingstermijn] : [doorlooptijd]
  const parts = zienswijzen === false ? [ZONDER_ZIENSWIJZEN] : whole
  const isAnnounced = verlengd && doorlooptijd.regeling === 'redelijk'
  const uiterlijkeEinddatum = !isAnnounced && parts.every(goesOnToWerkdag) ? naarWerkdag(einde) : einde
  return { uiterlijkeEinddatum, doorgeschovenDagen: daysBetween(einde, uiterlijkeEinddatum) }
}

/**
 * Returns the number of days that a term stood still: from the day after the suspension until the day before
 * it runs again (Awb 4:15 lid 1: "met ingang van de dag na" and "tot de dag waarop").
 */
export function stilstaandeDagen({ opgeschortOp, hervatOp }: Stilstand): number {
  return Math.max(0, daysBetween(opgeschortOp, hervatOp) - 1)
}

/**
 * Returns the dates of a zaak after a suspension. A term that had ended before it is not moved. A suspension
 * during the extra days of the Algemene termijnenwet does not lose the rest of those days.
 */
export function afterStilstand<T extends Termijn>(zaak: T, stilstand: Stilstand, termijnen: Termijnen) {
  const days = stilstand.opgeschortOp > zaak.uiterlijkeEinddatum ? 0 : stilstaandeDagen(stilstand)
  const goesOn = stilstand.opgeschortOp >= countedEnd(zaak)
  const later = laterBy(days, goesOn && days > 0 ? { ...zaak, doorgeschovenDagen: 0 } : zaak, termijnen)
  // an extension counts from the counted end, so its order with this suspension makes no difference
  return { ...later, doorgeschovenDagen: daysBetween(plusDays(countedEnd(zaak), days), later.uiterlijkeEinddatum) }
}

/** Returns the dates of a zaak moved by a number of calendar days; a negative number moves them back. */
export function laterBy(days: number, zaak: Termijn, termijnen: Termijnen): Omit<Termijn, 'verlengd'> {
  const { einddatumGepland, uiterlijkeEinddatum, doorgeschovenDagen } = zaak
  return {
    einddatumGepland: plusDays(einddatumGepland, days),
    ...endingOn(plusDays(uiterlijkeEinddatum, days - doorgeschovenDagen), termijnen, zaak),
  }
}

/**
 * Returns the dates of a zaak whose reasonable term ends on a day announced to the aanvrager before the term
 * was over (Awb 4:14 lid 3, 4:13 lid 2). A term is announced once: a later announcement is not within the
 * eight weeks.
 */
export function announcedUntil(verwacht: string): Termijn {
  return { einddatumGepland: verwacht, uiterlijkeEinddatum: verwacht, doorgeschovenDagen: 0, verlengd: true }
}

/**
 * Returns the dates of a zaak when nobody gave a zienswijze on its ontwerp: four weeks after the last day for
 * zienswijzen (Awb 3:18 lid 4), unless its term ends earlier.
 *
 * @param einde the last day for zienswijzen
 * @param stil suspended days before `einde` that `zaak` does not count yet; they do not lengthen the four
 * weeks
 */
export function zonderZienswijzen(
  zaak: Termijn,
  { einde, stil }: { einde: string; stil: number },
  termijnen: Termijnen,
): Omit<Termijn, 'verlengd'> {
  const counted = plusDays(addToDate(einde, ZONDER_ZIENSWIJZEN.duur), -stil)
  const shorter = endingOn(counted, termijnen, { verlengd: zaak.verlengd, zienswijzen: false })
  const { uiterlijkeEinddatum, doorgeschovenDagen, einddatumGepland } = zaak
  const ends = shorter.uiterlijkeEinddatum < uiterlijkeEinddatum ? shorter : { uiterlijkeEinddatum, doorgeschovenDagen }
  return { ...ends, einddatumGepland: [einddatumGepland, ends.uiterlijkeEinddatum].sort()[0] as string }
}

/** Returns the counted end of a term, before the Algemene termijnenwet moves it. */
export function countedEnd({
  uiterlijkeEinddatum,
  doorgeschovenDagen,
}: Pick<Termijn, 'uiterlijkeEinddatum' | 'doorgeschovenDagen'>) {
  return addToDate(uiterlijkeEinddatum, `-P${doorgeschovenDagen}D`)
}

/** Returns the last day to extend a term with an ontwerp (Awb 3:18 lid 2; Algemene termijnenwet 1). */
export function laatsteDagVerlengen(startdatum: string): string {
  return naarWerkdag(addToDate(startdatum, VERLENGEN_BINNEN))
}

const plusDays = (date: string, days: number) => addToDate(date, days < 0 ? `-P${-days}D` : `P${days}D`)

/** Returns the largest extension in calendar days; 0 when the zaaktype allows none. */
export function maxVerlenging(
  { uiterlijkeEinddatum, doorgeschovenDagen }: Pick<Termijn, 'uiterlijkeEinddatum' | 'doorgeschovenDagen'>,
  { verlengingstermijn }: Pick<Termijnen, 'verlengingstermijn'>,
): number {
  if (verlengingstermijn === null) return 0
  const einde = countedEnd({ uiterlijkeEinddatum, doorgeschovenDagen })
  return daysBetween(einde, addToDate(einde, verlengingstermijn.duur))
}

/** Returns the day after `laatsteDag`, when the term runs again (Awb 4:15 lid 1 a and lid 2 a). */
export function hervatNaVerlopen(laatsteDag: string): string {
  return addToDate(laatsteDag, 'P1D')
}

/**
 * Returns the last day to tell the aanvrager that an incomplete aanvraag is not handled (Awb 4:5 lid 4). That
 * is four weeks after the aanvulling came, or after its last day when it did not come.
 */
export function laatsteDagBuitenBehandeling(aanvullingBinnenOfVerlopenOp: string): string {
  return naarWerkdag(addToDate(aanvullingBinnenOfVerlopenOp, BUITEN_BEHANDELING_BINNEN))
}
