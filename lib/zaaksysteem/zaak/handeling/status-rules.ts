import type { Statustype, Zaaktype } from '../../catalogus/zaaktype.ts'

/** How far a zaak has come; an open one has no einddatum. */
type Reached = { statustype: string; einddatum: Date | string | null }

/** The statustypen that may come next: every later one, so a step can be skipped; none for a closed zaak. */
export function offeredStatustypen(zaaktype: Zaaktype, zaak: Reached): Statustype[] {
  if (zaak.einddatum) return []
  const reached = zaaktype.statustypen.findIndex(({ code }) => code === zaak.statustype)
  return zaaktype.statustypen.slice(reached + 1)
}

type Rule<Reason extends string, Subject> = { reason: Reason; broken: (subject: Subject) => boolean }

type StatusChange = { zaaktype: Zaaktype; zaak: Reached; statustype: string; resultaat: string | undefined }

const closes = ({ zaaktype, statustype }: StatusChange) => zaaktype.statustypen.at(-1)?.code === statustype

/** Checked in this order; the first broken rule gives the reason. */
export const CHANGE_RULES = [
  { reason: 'closed', broken: ({ zaak }) => zaak.einddatum !== null },
  {
    reason: 'status_not_offered',
    broken: ({ zaaktype, zaak, statustype }) =>
      !offeredStatustypen(zaaktype, zaak).some(({ code }) => code === statustype),
  },
  { reason: 'resultaat_required', broken: (change) => closes(change) && !change.resultaat },
  {
    reason: 'resultaat_not_of_zaaktype',
    broken: (change) => closes(change) && !change.zaaktype.resultaattypen.some(({ code }) => code === change.resultaat),
  },
] as const satisfies Rule<string, StatusChange>[]

type Reopening = { zaak: Reached; rollen: string[] }

/** ZGW zrc-008: reopening needs the scope zaken.heropenen. */
export const REOPEN_RULES = [
  { reason: 'not_permitted', broken: ({ rollen }) => !rollen.includes('heropenen') },
  { reason: 'not_closed', broken: ({ zaak }) => zaak.einddatum === null },
] as const satisfies Rule<string, Reopening>[]

export function firstBrokenRule<Reason extends string, Subject>(
  rules: readonly Rule<Reason, Subject>[],
  subject: Subject,
): Reason | undefined {
  return rules.find(({ broken }) => broken(subject))?.reason
}
