import type { FormState } from '#lib/ui/form/form-state.ts'

/** The answer to giving zaken to somebody. */
export type VerdeelState = {
  /** what was done */
  done: string[]
  /** what was not, and why */
  refused?: { title: string; lines: string[] } | undefined
}

export const NOTHING_DONE: VerdeelState = { done: [] }

export function refused(title: string, lines: string[] = []): FormState<VerdeelState> {
  return { errors: [], answer: { done: [], refused: { title, lines } } }
}
