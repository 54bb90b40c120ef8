/** The problem of the field of that name. */
export type FieldError = { name: string; text: string }

/** The typed texts, unchanged, by field name; one text per item for a list. */
export type Entered = Readonly<Record<string, string | string[]>>

/**
 * The answer of every server action of a form.
 *
 * @property entered after a refusal: the form shows it again, beside what is wrong with it
 * @property answer what came of it, where the page of the form itself shows that
 * @property unanswered true when the action got no answer, so that nobody knows what came of it
 */
export type FormState<Answer = never> = {
  errors: readonly FieldError[]
  entered?: Entered
  answer?: Answer
  unanswered?: true
}

export type FormAction<Answer = never> = (previous: FormState<Answer>, formData: FormData) => Promise<FormState<Answer>>

export const INITIAL: FormState = { errors: [] }
