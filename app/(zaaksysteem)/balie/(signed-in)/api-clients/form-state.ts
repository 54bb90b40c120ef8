import type { FieldError } from '#lib/ui/form/form-errors.tsx'

/** The fields of the form about an API client, as they were typed. */
export type Entered = {
  naam: string
  contact: string
  scopes: string[]
  zaaktypen: string[]
  types: string[]
  /** `yyyy-mm-dd` */
  verlooptOp: string
}

/**
 * The token is in the answer to the form, and nowhere else. `round` counts the answers; as a React key it makes the fields
 * new, so that they take what was entered as defaults.
 */
export type FormState = { round: number } & (
  | { kind: 'initial' }
  | { kind: 'invalid'; errors: FieldError<keyof Entered>[]; entered: Entered }
  | { kind: 'created'; id: string; naam: string; token: string }
)

export type SaveAction = (previous: FormState, formData: FormData) => Promise<FormState>

export const INITIAL: FormState = { kind: 'initial', round: 0 }
