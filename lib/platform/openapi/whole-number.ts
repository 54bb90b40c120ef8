import { z } from 'zod'

const DIGITS = /^\d{1,10}$/
const WITH_SIGN = /^-?\d{1,10}$/

/**
 * A whole number in a query, which the document says is one: of a string of digits a generated client would
 * have to be given a string, and JSON Schema knows no maximum for it.
 *
 * @param options.absent what to say when it is needed and not there
 */
export function wholeNumber(options: { minimum: number; maximum: number; message: string; absent?: string }) {
  const { minimum, maximum, message, absent } = options
  return z
    .string(absent)
    .regex(minimum < 0 ? WITH_SIGN : DIGITS, message)
    .transform(Number)
    .pipe(z.int(message).min(minimum, message).max(maximum, message))
    .meta({
      override({ jsonSchema }) {
        delete jsonSchema.pattern
        Object.assign(jsonSchema, { type: 'integer', minimum, maximum })
      },
    })
}
