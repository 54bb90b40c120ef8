import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/wijziging/find-zaak-at-versie.ts'

/** What was typed, by the name of its field. */
export type Entered = Record<string, string>

/**
 * The answer to saving. `versie` is the newest versie of the zaak that whoever saved has been told of. `round` counts
 * the answers; as a React key it makes the fields new, so that they take what was entered as defaults.
 */
export type FormState = { round: number } & (
  | { kind: 'initial' }
  | { kind: 'saved'; versie: number }
  | { kind: 'invalid'; versie: number; errors: FieldError[]; entered: Entered }
  | { kind: 'conflict'; versie: number; sindsdien: Tussentijds[]; entered: Entered }
)

export type SaveAction = (previous: FormState, formData: FormData) => Promise<FormState>

export const INITIAL: FormState = { kind: 'initial', round: 0 }

export function enteredOf(state: FormState): Entered {
  return 'entered' in state ? state.entered : {}
}

export function errorsOf(state: FormState): FieldError[] {
  return state.kind === 'invalid' ? state.errors : []
}
