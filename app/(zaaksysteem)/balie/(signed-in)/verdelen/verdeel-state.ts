import type { FormState } from '#lib/ui/form/form-state.ts'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import type { Uitkomst } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'

/** The longest line for a colleague, in characters. */
export const MAX_BERICHT = 300

/** The id of the form that the rows' checkboxes belong to. */
export const VERDEEL_FORM = 'verdelen'

/** The result of assigning zaken. */
export type VerdeelState = {
  /** the messages of success */
  done: string[]
  /** the refused zaken, with reasons */
  refused?: { title: string; lines: string[] } | undefined
}

export const NOTHING_DONE: VerdeelState = { done: [] }

export function refused(title: string, lines: string[] = []): FormState<VerdeelState> {
  return { errors: [], answer: { done: [], refused: { title, lines } } }
}

/** Summarises the result: a count of the successes, and a line for each refusal. */
export function toVerdeelState(uitkomsten: Uitkomst[], teamnaamOf = (code: string) => code): VerdeelState {
  const assigned = uitkomsten.filter(({ uitkomst }) => uitkomst === 'assigned')
  const unchanged = uitkomsten.filter(({ uitkomst }) => uitkomst === 'unchanged')
  const lines = uitkomsten.flatMap(({ uitkomst, identificatie, behandelaarNaam, team }) => {
    if (!(uitkomst in behandeling.uitkomst)) return []
    const why = behandeling.uitkomst[uitkomst as keyof typeof behandeling.uitkomst](
      behandelaarNaam,
      team === null ? null : teamnaamOf(team),
    )
    return uitkomsten.length > 1 && identificatie ? `${identificatie}: ${why}` : why
  })
  return {
    done: [
      ...(assigned[0] ? [behandeling.gelukt(assigned.length, assigned[0].behandelaarNaam)] : []),
      ...(unchanged[0] ? [behandeling.ongewijzigd(unchanged.length, unchanged[0].behandelaarNaam)] : []),
    ],
    refused: lines.length > 0 ? { title: behandeling.geweigerd(lines.length), lines } : undefined,
  }
}
