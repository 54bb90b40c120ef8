import type { Statustype, Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaakAtVersie, ZaakFacts } from '../wijziging/find-zaak-at-versie.ts'
import type { ZaakState } from '../wijziging/zaak-state.ts'

/** Where a zaak stands: all that decides which acts are possible. */
export type Standing = {
  zaak: ZaakState & Pick<ZaakFacts, 'startdatum' | 'versie' | 'laatsteSoort' | 'intrekkingGevraagd' | 'besluiten'>
  zaaktype: Zaaktype
  /** in the Netherlands, `yyyy-mm-dd` */
  today: string
}

/** What all rules of an act are checked against. */
export type Subject<Input> = Standing & {
  zaak: ZaakAtVersie
  input: Input
  /** where forms of the municipality are */
  formulierhosts: readonly string[]
}

export type Check<S, Reason extends string = string> = { reason: Reason; broken: (subject: S) => boolean }

/** A rule of an act. */
export type Rule<S> = Check<S> & {
  /** what an API client is told */
  title: string
  detail: string
  /** when it is not that of its list: 409 of what an act needs of the zaak, 400 of its input */
  status?: 400 | 409
}

/** All reasons for which an act is refused, each once, in the order of its rules. */
export function brokenRules<Reason extends string, S>(rules: readonly Check<S, Reason>[], subject: S): Reason[] {
  return [...new Set(rules.filter(({ broken }) => broken(subject)).map(({ reason }) => reason))]
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
  title: 'Closed',
  detail: 'The zaak is closed.',
  broken: ({ zaak }: Standing) => zaak.einddatum !== null,
} as const

export const SUSPENDED_ALREADY = {
  reason: 'suspended_already',
  title: 'Suspended already',
  detail: 'The term stands still already.',
  broken: ({ zaak }: Standing) => zaak.opschorting !== null,
} as const

export const NO_AANVULLING_OPEN = {
  reason: 'no_aanvulling_open',
  title: 'Nothing asked',
  detail: 'The zaak does not wait for an aanvulling.',
  broken: ({ zaak }: Standing) => zaak.opschorting !== 'aanvulling',
} as const

/** A term that stands still cannot pass. */
export const TERM_PASSED = {
  reason: 'term_passed',
  title: 'Term passed',
  detail: 'The uiterlijkeEinddatumAfdoening has passed.',
  broken: ({ zaak, today }: Standing) => zaak.opschorting === null && today > zaak.uiterlijkeEinddatum,
} as const

/** The citizen is told the reason. */
export const REASON_REQUIRED = {
  reason: 'reason_required',
  title: 'No reason',
  detail: 'statustoelichting must say why.',
  broken: ({ input }: { input: { toelichting?: string | undefined } }) => !input.toelichting?.trim(),
} as const
