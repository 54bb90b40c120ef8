import { addToDate } from '#lib/platform/calendar.ts'
import type { Resultaattype, Statustype, Zaaktype } from '../../catalogus/zaaktype.ts'
import { afterStilstand, hervatNaVerlopen } from '../../termijn/beslistermijn.ts'
import type { ZaakAtVersie, ZaakFacts } from '../wijziging/find-zaak-at-versie.ts'
import type { ZaakState } from '../wijziging/zaak-state.ts'

/** The data of a zaak that decide which acts are possible. */
export type Standing = {
  zaak: ZaakState &
    Pick<
      ZaakFacts,
      | 'startdatum'
      | 'versie'
      | 'laatsteSoort'
      | 'intrekkingGevraagd'
      | 'vraagGesteld'
      | 'aanvullingGehad'
      | 'vanzelf'
      | 'aanvullingsverzoek'
      | 'besluiten'
      | 'perDag'
      | 'documenten'
      | 'losseBestanden'
    >
  zaaktype: Zaaktype
  /** in the Netherlands, `yyyy-mm-dd` */
  today: string
}

export type Subject<Input> = Standing & {
  zaak: ZaakAtVersie
  input: Input
  /** the hosts of the forms of the municipality */
  formulierhosts: readonly string[]
}

export type Check<S, Reason extends string = string> = { reason: Reason; broken: (subject: S) => boolean }

/** The text that the desk shows for a broken rule. */
export type Weigering = {
  tekst: string
  /** the field that it is about; absent: the toelichting, which the form of every act has */
  veld?: string | undefined
}

export type Rule<S> = Check<S> &
  Weigering & {
    /** the problem detail for an API client */
    detail: string
    /** the pointer when one member of the body is wrong */
    pointer?: string
    /** overrides the status of its list: 409 for `needs`, 400 for `rules` */
    status?: 400 | 409
  }

/** Returns the reasons of all broken rules, each once, in the order of the rules. */
export function brokenRules<Reason extends string, S>(rules: readonly Check<S, Reason>[], subject: S): Reason[] {
  return [...new Set(rules.filter(({ broken }) => broken(subject)).map(({ reason }) => reason))]
}

type Reached = { statustype: string; einddatum: Date | string | null }

/**
 * Returns the statustypen that may come next, none for a closed zaak. Steps may be skipped, except a
 * step that the law requires. The eindstatus is always offered, because the aanvrager can always
 * withdraw.
 */
export function offeredStatustypen(zaaktype: Zaaktype, zaak: Reached): Statustype[] {
  if (zaak.einddatum) return []
  const reached = zaaktype.statustypen.findIndex(({ code }) => code === zaak.statustype)
  const later = zaaktype.statustypen.slice(reached + 1)
  const required = later.findIndex(({ verplicht }) => verplicht)
  return required === -1 ? later : later.filter(({ isEindstatus }, index) => index <= required || isEindstatus)
}

/**
 * Returns the changes of a zaak when its term runs again. A suspension with a last day ended by law on that
 * day, also when that is not recorded yet. A later `op` therefore moves nothing further.
 */
export function resumed(zaak: ZaakState, zaaktype: Zaaktype, op: string): Partial<ZaakState> {
  const last = zaak.opschorting === 'opschorting' ? null : zaak.opgeschortTot
  const hervatOp = last !== null && op > last ? hervatNaVerlopen(last) : op
  const stilstand = { opgeschortOp: zaak.opgeschortOp as string, hervatOp }
  const isCovered = opschortingBy(zaaktype, zaak.daarnaReden) === 'instemming' && (zaak.daarnaTot as string) < hervatOp
  return {
    ...afterStilstand(zaak, stilstand, zaaktype),
    opschorting: null,
    opgeschortOp: null,
    opgeschortTot: null,
    hervatOp,
    ...(isCovered && NOTHING_AFTER),
  }
}

export const NOTHING_AFTER = { daarnaReden: null, daarnaOp: null, daarnaTot: null } as const

/** The grounds that end by themselves: consent, and zienswijzen of others (Woo 4.4 lid 3). */
const ENDS_BY_ITSELF: readonly unknown[] = ['instemming', 'zienswijze_derden']

/** Returns the kind of suspension for a reason of the zaaktype. */
export function opschortingBy({ opschortingsredenen }: Zaaktype, reden: string | null): 'instemming' | 'opschorting' {
  const { grond } = opschortingsredenen.find(({ code }) => code === reden) ?? {}
  return ENDS_BY_ITSELF.includes(grond) ? 'instemming' : 'opschorting'
}

/** True when a stilstand that was recorded while an aanvulling was open must continue now. */
export const goesOn = (zaak: ZaakState): boolean =>
  zaak.daarnaReden !== null && zaak.opschorting === null && zaak.einddatum === null

/** Returns the changes that continue a stilstand, without a gap and without counting a day twice. */
export function continued(zaak: ZaakState, zaaktype: Zaaktype): Partial<ZaakState> {
  const { daarnaReden, daarnaOp, daarnaTot } = zaak
  return {
    opschorting: opschortingBy(zaaktype, daarnaReden),
    opgeschortOp: stilNa(zaak, daarnaOp as string),
    opgeschortTot: daarnaTot,
    ...NOTHING_AFTER,
  }
}

/** Returns the day after which a term stands still, so that the stilstand never overlaps the last one. */
export function stilNa({ hervatOp }: Pick<ZaakState, 'hervatOp'>, op: string): string {
  return [op, hervatOp === null ? '' : addToDate(hervatOp, '-P1D')].toSorted()[1] as string
}

/**
 * Returns the changes of a zaak that closes with this resultaat. A suspended term stood still up to and
 * including that day, so a besluit in the meantime is in time.
 */
export function closedWith(
  { zaak, zaaktype, today }: Standing,
  { code, statuscode }: Pick<Resultaattype, 'code' | 'statuscode'>,
): Partial<ZaakState> {
  return {
    statustype: (zaaktype.statustypen.at(-1) as Statustype).code,
    statuscode,
    resultaat: code,
    einddatum: today,
    ...(zaak.opschorting !== null && resumed(zaak, zaaktype, addToDate(today, 'P1D'))),
    ...NOTHING_AFTER,
  }
}

/**
 * Returns the last day of the term as the law has it on a day; null while the term stands still. A term that
 * had ended before its suspension does not stand still. A suspension with a last day ends after it, also when
 * that is not recorded yet.
 */
export function fataleDatumOp(zaak: ZaakState, zaaktype: Zaaktype, today: string): string | null {
  const { opschorting, opgeschortOp, opgeschortTot, uiterlijkeEinddatum } = zaak
  if (opschorting === null || (opgeschortOp as string) > uiterlijkeEinddatum) return uiterlijkeEinddatum
  if (opschorting === 'opschorting' || (opgeschortTot as string) >= today) return null
  const after = { ...zaak, ...resumed(zaak, zaaktype, today) }
  return goesOn(after)
    ? fataleDatumOp({ ...after, ...continued(after, zaaktype) }, zaaktype, today)
    : after.uiterlijkeEinddatum
}

// Rules that several acts share.

export const CLOSED = {
  reason: 'closed',
  tekst: 'Deze zaak is intussen afgehandeld. Uw wijziging is niet opgeslagen.',
  detail: 'The zaak is closed.',
  broken: ({ zaak }: Standing) => zaak.einddatum !== null,
} as const

export const SUSPENDED_ALREADY = {
  reason: 'suspended_already',
  tekst: 'De termijn staat al stil.',
  detail: 'The term is already suspended.',
  broken: ({ zaak }: Standing) => zaak.opschorting !== null,
} as const

export const NO_AANVULLING_OPEN = {
  reason: 'no_aanvulling_open',
  tekst: 'De zaak wacht niet op een aanvulling.',
  detail: 'The zaak does not wait for an aanvulling.',
  broken: ({ zaak }: Standing) => zaak.opschorting !== 'aanvulling',
} as const

/** A suspended term cannot pass. */
export const TERM_PASSED = {
  reason: 'term_passed',
  tekst: 'De fatale datum was op deze dag al voorbij. Dit kan dan niet meer.',
  veld: 'op',
  detail: 'The uiterlijkeEinddatumAfdoening has passed.',
  broken: ({ zaak, zaaktype, today }: Standing) => {
    const fataleDatum = fataleDatumOp(zaak, zaaktype, today)
    return fataleDatum !== null && today > fataleDatum
  },
} as const

export const TERM_NOT_PASSED = {
  reason: 'term_not_passed',
  tekst: 'De termijn is nog niet voorbij, of er is op tijd besloten. Een ingebrekestelling telt dan niet.',
} as const

/** The day of an act, which may be before its recording; today when absent. */
type OnDay = { op?: string | undefined }

export function dayOf({ input, today }: Pick<Subject<OnDay>, 'input' | 'today'>): string {
  return input.op ?? today
}

/** Returns the subject on the day of the act: a letter counts on the day of sending, whenever recorded. */
export function onDay<S extends Subject<OnDay>>(subject: S): S {
  return { ...subject, today: dayOf(subject) }
}

export const opInFuture = <Reason extends string>(reason: Reason) => ({
  reason,
  tekst: 'Deze dag ligt in de toekomst. Vul vandaag of een eerdere dag in.',
  veld: 'op',
  detail: 'op must not lie after today.',
  broken: (subject: Pick<Subject<OnDay>, 'input' | 'today'>) => dayOf(subject) > subject.today,
})

export const opBeforeZaak = <Reason extends string>(reason: Reason) => ({
  reason,
  tekst: 'Deze dag ligt vóór de aanvraag. Vul een latere dag in.',
  veld: 'op',
  detail: 'op must not lie before the startdatum.',
  broken: (subject: Subject<OnDay>) => dayOf(subject) < subject.zaak.startdatum,
})

/** Rules for the day on which a letter to the aanvrager was sent. */
export const SENT = [opInFuture('sent_in_future'), opBeforeZaak('sent_before_zaak')] as const

export const RESUMES_IN_FUTURE = opInFuture('resumes_in_future')

/** Rules for the day on which a term runs again, for any suspension. */
export const RUNS_AGAIN = [
  RESUMES_IN_FUTURE,
  {
    reason: 'resumes_before_begin',
    tekst: 'De termijn stond op deze dag nog niet stil. Vul een latere dag in.',
    veld: 'op',
    detail: 'op must not lie before the day on which the term was suspended.',
    broken: ({ input, zaak }) => zaak.opgeschortOp !== null && input.op < zaak.opgeschortOp,
  },
] as const satisfies Rule<Subject<{ op: string }>>[]

/** The citizen is told the reason. */
export const REASON_REQUIRED = {
  reason: 'reason_required',
  tekst: 'Schrijf op waarom. De aanvrager leest dit.',
  detail: 'statustoelichting must give the reason.',
  broken: ({ input }: { input: { toelichting?: string | undefined } }) => !input.toelichting?.trim(),
} as const
