import { z } from 'zod'

const DIGITS = /^\d{1,10}$/
const WITH_SIGN = /^-?\d{1,10}$/

/**
 * A whole number in a query, described as an integer. As a string of digits it could have no maximum, and
 * generated clients would take a string.
 *
 * @param options.absent the error message when a required number is absent
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
