import type { Statustype, Zaaktype } from '../catalogus/zaaktype.ts'

type ZaakState = { statustype: string; einddatum: Date | null }

/** What may come next: every later statustype, so that a step can be skipped; nothing once the zaak is closed. */
export function offeredStatustypen(zaaktype: Zaaktype, zaak: ZaakState): Statustype[] {
  if (zaak.einddatum) return []
  const reached = zaaktype.statustypen.findIndex(({ code }) => code === zaak.statustype)
  return zaaktype.statustypen.slice(reached + 1)
}

type Rule<Reason extends string, Subject> = { reason: Reason; broken: (subject: Subject) => boolean }

type StatusChange = { zaaktype: Zaaktype; zaak: ZaakState; statustype: string; resultaat: string | undefined }

const closes = ({ zaaktype, statustype }: StatusChange) => zaaktype.statustypen.at(-1)?.code === statustype

/** In this order; the first broken one is the answer. */
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

type Reopening = { zaak: ZaakState; rollen: string[] }

/** ZGW zrc-008: only who holds the scope zaken.heropenen may reopen. */
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
