import { addToDate, daysBetween } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'

/** A term as an article has it. */
export type Wettermijn = {
  /** ISO 8601, in weeks, days, months or years */
  duur: string
  /** the article */
  grondslag: string
  /** whether a law or a verordening of the municipality has it; redelijk: none does, so that it is the reasonable term of Awb 4:13 */
  regeling: 'wet' | 'verordening' | 'redelijk'
}

/** The terms of a zaaktype. */
type Termijnen = { doorlooptijd: Wettermijn; servicenorm: string; verlengingstermijn: Wettermijn | null }

/** Dates are `yyyy-mm-dd`. */
type Termijn = {
  einddatumGepland: string
  uiterlijkeEinddatum: string
  /** by how many days the Algemene termijnenwet moved the uiterlijkeEinddatum: what moves it later counts from before that */
  doorgeschovenDagen: number
  verlengd: boolean
  /** whether any came on the draft that lay ter inzage; false: the term is that of Awb 3:18 lid 4 */
  zienswijzen?: boolean | null
}

type Stilstand = {
  /** it stands still from the day after */
  opgeschortOp: string
  /** the day on which it runs again, which counts already */
  hervatOp: string
}

/** Algemene termijnenwet 4 under a: what is longer keeps its last day. */
const MOST_MOVED = { D: 90, W: 12, M: 3, Y: 0 }

/** Algemene termijnenwet 2: a term of so many days or more has two of them that are no Saturday, Sunday or holiday. */
const SHORTEST_WITH_WERKDAGEN = 3

/** Awb 3:18 lid 4. */
const ZONDER_ZIENSWIJZEN = { duur: 'P4W', grondslag: 'Awb 3:18 lid 4', regeling: 'wet' } as const

/** Awb 3:18 lid 2. */
const VERLENGEN_BINNEN = 'P8W'

/** Awb 4:5 lid 4. */
const BUITEN_BEHANDELING_BINNEN = 'P4W'

/**
 * Whether a term that ends on a Saturday, a Sunday or a holiday goes on through the next day that is none (Algemene
 * termijnenwet 1): one of a law, of at most twelve weeks, three months or 90 days. A verordening is no law in that sense.
 */
export function goesOnToWerkdag({ duur, regeling }: Wettermijn): boolean {
  const [, count, unit] = duur.match(/^P(\d+)([DWMY])$/) ?? []
  return regeling !== 'verordening' && Number(count) <= MOST_MOVED[unit as keyof typeof MOST_MOVED]
}

/** The dates of a zaak that was received on its startdatum: its term runs from the day after. */
export function beginTermijn(startdatum: string, termijnen: Termijnen): Omit<Termijn, 'verlengd'> {
  const { doorlooptijd, servicenorm } = termijnen
  const einde = eindeOf(startdatum, doorlooptijd)
  return { einddatumGepland: addToDate(startdatum, servicenorm), ...endingOn(einde, termijnen, { verlengd: false }) }
}

/** The last day of a term by its count, and longer for as long as it has too few working days (Algemene termijnenwet 2). */
function eindeOf(startdatum: string, { duur, regeling }: Wettermijn): string {
  const einde = addToDate(startdatum, duur)
  if (regeling === 'verordening' || daysBetween(startdatum, einde) < SHORTEST_WITH_WERKDAGEN) return einde
  const nextWerkdag = (date: string) => naarWerkdag(addToDate(date, 'P1D'))
  const second = nextWerkdag(nextWerkdag(startdatum))
  return daysBetween(einde, second) > 0 ? second : einde
}

/**
 * The last day of a term that ends by its count on `einde`. Of one that was extended neither part may be longer than what
 * the Algemene termijnenwet moves, nor of a verordening. A day that was announced (Awb 4:14 lid 3) is of no law either.
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
 * For how many days a term stood still. It does so from the day after the suspension began until the day on which it
 * runs again, which counts already (Awb 4:15 lid 1: "met ingang van de dag na" and "tot de dag waarop").
 */
export function stilstaandeDagen({ opgeschortOp, hervatOp }: Stilstand): number {
  return Math.max(0, daysBetween(opgeschortOp, hervatOp) - 1)
}

/**
 * The dates of a zaak after its term stood still. A term that had passed before it does not stand still, so nothing moves it. Who
 * suspended it while the Algemene termijnenwet let it go on gets back the days of that which were left.
 */
export function afterStilstand<T extends Termijn>(zaak: T, stilstand: Stilstand, termijnen: Termijnen) {
  const days = stilstand.opgeschortOp > zaak.uiterlijkeEinddatum ? 0 : stilstaandeDagen(stilstand)
  const goesOn = stilstand.opgeschortOp >= countedEnd(zaak)
  const later = laterBy(days, goesOn && days > 0 ? { ...zaak, doorgeschovenDagen: 0 } : zaak, termijnen)
  // an extension counts from where the term ends by its count, whether it is given before or after this
  return { ...later, doorgeschovenDagen: daysBetween(plusDays(countedEnd(zaak), days), later.uiterlijkeEinddatum) }
}

/** The dates of a zaak, so many calendar days later; earlier when negative. */
export function laterBy(days: number, zaak: Termijn, termijnen: Termijnen): Omit<Termijn, 'verlengd'> {
  const { einddatumGepland, uiterlijkeEinddatum, doorgeschovenDagen } = zaak
  return {
    einddatumGepland: plusDays(einddatumGepland, days),
    ...endingOn(plusDays(uiterlijkeEinddatum, days - doorgeschovenDagen), termijnen, zaak),
  }
}

/**
 * The dates of a zaak of which the reasonable term ends on a day that the aanvrager was told before it was over (Awb 4:14 lid 3, 4:13
 * lid 2). That happens once: told later, it was not told within the eight weeks.
 */
export function announcedUntil(verwacht: string): Termijn {
  return { einddatumGepland: verwacht, uiterlijkeEinddatum: verwacht, doorgeschovenDagen: 0, verlengd: true }
}

/**
 * The dates of a zaak on whose draft nobody gave a zienswijze: four weeks after the term for that ended (Awb 3:18 lid 4), unless its
 * term is over before.
 *
 * @param einde the last day for zienswijzen
 * @param stil on how many days until then the term stood still that `zaak` does not count yet: they do not lengthen those four weeks
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

/** The day on which a term ends by its count, before the Algemene termijnenwet moves it. */
export function countedEnd({
  uiterlijkeEinddatum,
  doorgeschovenDagen,
}: Pick<Termijn, 'uiterlijkeEinddatum' | 'doorgeschovenDagen'>) {
  return addToDate(uiterlijkeEinddatum, `-P${doorgeschovenDagen}D`)
}

/** The last day to extend the term of a zaak with a draft (Awb 3:18 lid 2; Algemene termijnenwet 1). */
export function laatsteDagVerlengen(startdatum: string): string {
  return naarWerkdag(addToDate(startdatum, VERLENGEN_BINNEN))
}

const plusDays = (date: string, days: number) => addToDate(date, days < 0 ? `-P${-days}D` : `P${days}D`)

/** By how many calendar days a zaak can be extended at most; 0 when its zaaktype allows none. */
export function maxVerlenging(
  { uiterlijkeEinddatum, doorgeschovenDagen }: Pick<Termijn, 'uiterlijkeEinddatum' | 'doorgeschovenDagen'>,
  { verlengingstermijn }: Pick<Termijnen, 'verlengingstermijn'>,
): number {
  if (verlengingstermijn === null) return 0
  const einde = countedEnd({ uiterlijkeEinddatum, doorgeschovenDagen })
  return daysBetween(einde, addToDate(einde, verlengingstermijn.duur))
}

/** The day on which the term runs again by itself: the one after the last day (Awb 4:15 lid 1 a, and lid 2 a). */
export function hervatNaVerlopen(laatsteDag: string): string {
  return addToDate(laatsteDag, 'P1D')
}

/**
 * The last day to make known that an application is not handled, because it was completed insufficiently or not at all
 * (Awb 4:5 lid 4): four weeks after the aanvulling came, or after its last day, which passed without it.
 */
export function laatsteDagBuitenBehandeling(aanvullingBinnenOfVerlopenOp: string): string {
  return naarWerkdag(addToDate(aanvullingBinnenOfVerlopenOp, BUITEN_BEHANDELING_BINNEN))
}
