import { nietLaatVanaf } from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { bekendmakenUiterlijk, laatsteVerlopenVerlening } from '../../../termijn/van-rechtswege.ts'
import { type BesluitAtVersie, bekendOp, besluitenAt } from '../../wijziging/besluiten.ts'
import { nogBekendTeMaken } from '../besluit/besluitdatums.ts'
import { laatsteBeslisdag } from '../besluit/given-by-law.ts'
import { fataleDatumOp, type Standing } from '../rules.ts'

// Whether a zaak is still late: by its besluiten, and as conditions on a row of `zaak` for lists, counts and export.
// `today` is `yyyy-mm-dd`.

/**
 * True when the term is over, because a besluit that holds was made known by now: until then what was decided ends nothing (Awb 3:40).
 * What was given by law ends it until it should have been made known (Awb 4:20c and 4:20d).
 */
export function isBesloten(besluiten: readonly BesluitAtVersie[], today: string): boolean {
  const given = nogBekendTeMaken(besluiten)
  if (given) return bekendmakenUiterlijk(given.datum) >= today
  const vanaf = nietLaatVanaf(besluitenAt(besluiten))
  return vanaf !== null && vanaf <= today
}

/**
 * Returns the days between which an ingebrekestelling counts: after the last day to decide, or where what was asked was given by law, to make that
 * known (Awb 4:20d); and before something was made known (3:40), or the zaak was closed without that. null while the term stands still,
 * and where nothing can be late, because it will be given by law.
 */
export function verzuimOf(
  standing: Pick<Standing, 'zaak' | 'zaaktype' | 'today'>,
): { na: string; voor: string | null } | null {
  const { zaak, zaaktype, today } = standing
  const given = besluitenAt(zaak.besluiten).find(({ vanRechtswege }) => vanRechtswege)
  const last = laatsteBeslisdag(standing) === null ? fataleDatumOp(zaak, zaaktype, today) : null
  const na = given ? bekendmakenUiterlijk(given.datum) : last
  return na === null ? null : { na, voor: bekendOp(zaak.besluiten) ?? zaak.einddatum }
}

/**
 * True when the ingebrekestelling of a zaak came too early by what is known now: another startdatum, or that the term stood still, was
 * recorded after it. Once a besluit set what is owed, only another besluit changes that.
 */
export function isTeVroeg({ zaak, zaaktype }: Pick<Standing, 'zaak' | 'zaaktype'>): boolean {
  const { ingebrekegesteldOp: op, dwangsomBekendOp } = zaak
  return op !== null && dwangsomBekendOp === null && op <= (verzuimOf({ zaak, zaaktype, today: op })?.na ?? op)
}

/** As `isBesloten`. What is given by law is so on the day after the fatale datum. */
export function besloten(today: string): string {
  const given = addToDate(laatsteVerlopenVerlening(today), '-P1D')
  return `coalesce(zaak.niet_laat_vanaf <= '${today}', zaak.besluit_geldt and zaak.uiterlijke_einddatum > '${given}')`
}

/** The term runs, or has passed: what had passed before it was suspended does not stand still. */
export function loopt(today: string): string {
  return `((zaak.opschorting is null or zaak.opgeschort_op > zaak.uiterlijke_einddatum) and not ${besloten(today)})`
}
