import { verleningNa } from '../../../termijn/van-rechtswege.ts'
import type { Next } from '../../wijziging/apply-change.ts'
import { type Besluit, besluitenAt } from '../../wijziging/besluiten.ts'
import { fataleDatumOp, REASON_REQUIRED, type Standing, type Subject } from '../rules.ts'
import { type Besluitdatums, nogBekendTeMaken } from './besluitdatums.ts'

/**
 * Returns the last day, `yyyy-mm-dd`, to make a besluit known before the law grants the aanvraag (Awb 4:20b).
 * null while the term stands still, and when the zaaktype had no vanRechtswege on the day after.
 */
export function laatsteBeslisdag({ zaak, zaaktype, today }: Pick<Standing, 'zaak' | 'zaaktype' | 'today'>) {
  const { vanRechtswege, vanRechtswegeSinds = '' } = zaaktype
  const last = vanRechtswege && fataleDatumOp(zaak, zaaktype, today)
  return last && verleningNa(last).datum >= vanRechtswegeSinds ? last : null
}

/** True from the end of the term until the worker has recorded the verlening van rechtswege. */
export function isDue(standing: Standing): boolean {
  const { zaak, today } = standing
  const isOpen = zaak.einddatum === null && besluitenAt(zaak.besluiten).length === 0
  return isOpen && (laatsteBeslisdag(standing) ?? today) < today
}

export const DECIDED_ALREADY = {
  reason: 'decided_already',
  tekst: 'Er is al besloten op deze aanvraag.',
} as const

/** Refuses other acts until the verlening van rechtswege is made known. */
export const NOT_MADE_KNOWN = {
  reason: 'besluit_not_made_known',
  tekst:
    'Als een besluit niet op tijd bekend is gemaakt, is van rechtswege verleend wat is gevraagd (Awb 4:20b). Maak dat eerst bekend (Awb 4:20c).',
  veld: 'resultaat',
  detail:
    'The law grants the aanvraag when no besluit is made known by the last day of the term (Awb 4:20b). Make that besluit known first: POST /zaken/{uuid}/bekendmakingen (Awb 4:20c).',
  status: 409,
  broken: (standing: Standing) => nogBekendTeMaken(standing.zaak.besluiten) !== undefined || isDue(standing),
} as const

/**
 * Refuses a besluit that was made known too late. A besluit from before the end of the term can be recorded
 * later, and then no verlening van rechtswege came about.
 *
 * @param find returns the dates of the new besluit; `undefined` when there will be none
 */
export const decidedTooLate = <Input>(find: (subject: Subject<Input>) => Besluitdatums | undefined) => ({
  ...NOT_MADE_KNOWN,
  broken: (subject: Subject<Input>) => {
    const datums = find(subject)
    const isDecided = besluitenAt(subject.zaak.besluiten).some(({ bekendmakingsdatum }) => bekendmakingsdatum !== null)
    if (!datums || isDecided || subject.zaak.einddatum !== null) return false
    return datums.bekendmakingsdatum > (laatsteBeslisdag(subject) ?? datums.bekendmakingsdatum)
  },
})

/** The citizen was told that the aanvraag is granted, so he is told why that was wrong. */
export const REASON_FOR_WRONG_GRANT = {
  ...REASON_REQUIRED,
  broken: (subject: Standing & Parameters<typeof REASON_REQUIRED.broken>[0]) =>
    nogBekendTeMaken(subject.zaak.besluiten) !== undefined && REASON_REQUIRED.broken(subject),
} as const

/**
 * Adds the effect of an act on a verlening van rechtswege that is not made known yet. The verlening lapses
 * when the act shows that somebody decided in time, or that the term ends later. It moves when the act shows
 * that the term ended on another day.
 */
export function withGrant(standing: Standing, next: Next): Next {
  const { zaak, zaaktype, today } = standing
  const { versie: _, ...grant } = nogBekendTeMaken(zaak.besluiten) ?? { id: undefined, versie: 0 }
  const { besluiten = [] } = next
  if (grant.id === undefined || besluiten.some(({ id }) => id === grant.id)) return next
  const last = fataleDatumOp({ ...zaak, ...next }, zaaktype, today) ?? today
  // nothing is granted when the zaak had ended before
  const stands = besluiten.length === 0 && last < (next.einddatum ?? today)
  const becomes: Besluit = stands ? { ...grant, ...verleningNa(last) } : { ...grant, vervalreden: 'vergissing' }
  return stands && becomes.datum === grant.datum ? next : { ...next, besluiten: [...besluiten, becomes] }
}
