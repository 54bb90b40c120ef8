import { nietLaatVanaf } from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { bekendmakenUiterlijk, laatsteVerlopenVerlening } from '../../../termijn/van-rechtswege.ts'
import { type BesluitAtVersie, bekendOp, besluitenAt } from '../../wijziging/besluiten.ts'
import { nogBekendTeMaken } from '../besluit/besluitdatums.ts'
import { laatsteBeslisdag } from '../besluit/given-by-law.ts'
import { fataleDatumOp, type Standing } from '../rules.ts'

// Lateness of a zaak, by its besluiten, and as conditions on a row of `zaak` for lists, counts and
// export. `today` is `yyyy-mm-dd`.

/**
 * True when the term is over, because a besluit in force was made known by `today`: it has no effect
 * before that (Awb 3:40). A verlening van rechtswege counts until the last day of its bekendmaking
 * (Awb 4:20c and 4:20d).
 */
export function isBesloten(besluiten: readonly BesluitAtVersie[], today: string): boolean {
  const given = nogBekendTeMaken(besluiten)
  if (given) return bekendmakenUiterlijk(given.datum) >= today
  const vanaf = nietLaatVanaf(besluitenAt(besluiten))
  return vanaf !== null && vanaf <= today
}

/**
 * Returns the days between which an ingebrekestelling counts. `na`: the last day to decide, or to make a
 * verlening van rechtswege known (Awb 4:20d). `voor`: the first bekendmaking (3:40), or the einddatum of a
 * zaak without one. null while the term stands still, and when the law will grant the aanvraag.
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
 * True when the ingebrekestelling turns out to be too early, because another startdatum or a suspension was
 * recorded after it. After a besluit on the dwangsom only another besluit changes that.
 */
export function isTeVroeg({ zaak, zaaktype }: Pick<Standing, 'zaak' | 'zaaktype'>): boolean {
  const { ingebrekegesteldOp: op, dwangsomBekendOp } = zaak
  return op !== null && dwangsomBekendOp === null && op <= (verzuimOf({ zaak, zaaktype, today: op })?.na ?? op)
}

/** The SQL form of `isBesloten`. The law grants an aanvraag on the day after the fatale datum. */
export function besloten(today: string): string {
  const given = addToDate(laatsteVerlopenVerlening(today), '-P1D')
  return `coalesce(zaak.niet_laat_vanaf <= '${today}', zaak.besluit_geldt and zaak.uiterlijke_einddatum > '${given}')`
}

/** SQL: no besluit ended the term, and it does not stand still. A term cannot be suspended after its end. */
export function loopt(today: string): string {
  return `((zaak.opschorting is null or zaak.opgeschort_op > zaak.uiterlijke_einddatum) and not ${besloten(today)})`
}
