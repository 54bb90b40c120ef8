import type { Tussentijds } from '#lib/zaaksysteem/zaak/find-zaak-at-versie.ts'

export type Entered = { statustype?: string; resultaat?: string; toelichting?: string }

export type FieldError = { name: keyof Entered; text: string }

/** What saving led to. `versie` is the zaak's versie that whoever saved now knows of; `round` counts the answers. */
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
