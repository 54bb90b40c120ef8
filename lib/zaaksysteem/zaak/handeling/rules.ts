import type { Statustype, Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'

/** What the rules of an act are checked against. */
export type Subject<Input> = {
  zaak: ZaakAtVersie
  zaaktype: Zaaktype
  input: Input
  /** in the Netherlands, `yyyy-mm-dd` */
  today: string
}

export type Rule<Reason extends string, S> = { reason: Reason; broken: (subject: S) => boolean }

/** All reasons for which an act is refused, in the order of its rules. */
export function brokenRules<Reason extends string, S>(rules: readonly Rule<Reason, S>[], subject: S): Reason[] {
  return rules.filter(({ broken }) => broken(subject)).map(({ reason }) => reason)
}

/** How far a zaak has come; an open one has no einddatum. */
type Reached = { statustype: string; einddatum: Date | string | null }

/** The statustypen that may come next: every later one, so a step can be skipped; none for a closed zaak. */
export function offeredStatustypen(zaaktype: Zaaktype, zaak: Reached): Statustype[] {
  if (zaak.einddatum) return []
  const reached = zaaktype.statustypen.findIndex(({ code }) => code === zaak.statustype)
  return zaaktype.statustypen.slice(reached + 1)
}

// Rules that several acts have.

export const CLOSED = {
  reason: 'closed',
  broken: ({ zaak }: { zaak: ZaakAtVersie }) => zaak.einddatum !== null,
} as const

export const SUSPENDED_ALREADY = {
  reason: 'suspended_already',
  broken: ({ zaak }: { zaak: ZaakAtVersie }) => zaak.opschorting !== null,
} as const

/** A term that stands still cannot pass. */
export const TERM_PASSED = {
  reason: 'term_passed',
  broken: ({ zaak, today }: { zaak: ZaakAtVersie; today: string }) =>
    zaak.opschorting === null && today > zaak.uiterlijkeEinddatum,
} as const

/** The citizen is told the reason. */
export const REASON_REQUIRED = {
  reason: 'reason_required',
  broken: ({ input }: { input: { toelichting?: string | undefined } }) => !input.toelichting?.trim(),
} as const
