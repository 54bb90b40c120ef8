import type { FieldError } from '#lib/ui/form/form-errors.tsx'

/** What was typed stays beside what is wrong with it. `round` counts the answers, and as a React key makes the fields new. */
export type EmailadresState = {
  round: number
  entered?: { adres: string; taal: string }
  errors: FieldError<'adres'>[]
}

export const INITIAL: EmailadresState = { round: 0, errors: [] }
