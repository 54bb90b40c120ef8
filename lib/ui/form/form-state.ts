export type FieldError = { name: string; text: string }

/** The typed texts, unchanged, by field name; one text per item for a list. */
export type Entered = Readonly<Record<string, string | string[]>>

/**
 * The answer of every server action of a form.
 *
 * @property entered the typed texts after a refusal: the form shows them again, with the errors
 * @property answer the result, when the page of the form itself shows it
 * @property unanswered true when the action got no response, so that the outcome is unknown
 */
export type FormState<Answer = never> = {
  errors: readonly FieldError[]
  entered?: Entered
  answer?: Answer
  unanswered?: true
}

export type FormAction<Answer = never> = (previous: FormState<Answer>, formData: FormData) => Promise<FormState<Answer>>

export const INITIAL: FormState = { errors: [] }
