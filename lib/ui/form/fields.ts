import { z } from 'zod'

/** PostgreSQL takes no NUL in a text; a form has U+FFFD where there was half a surrogate pair or no UTF-8. */
const STORABLE = /^[^\0\uFFFD]*$/

/** A hidden field that somebody else named. */
export const storable = z.string().regex(STORABLE)

type Refusals = { teLang: string | ((max: number) => string); teken: string }

export const storableText = (max: number, { teLang, teken }: Refusals) =>
  z
    .string()
    .max(max, typeof teLang === 'string' ? teLang : teLang(max))
    .regex(STORABLE, teken)

/**
 * Fields of one name, such as checkboxes, or of one name and a number: a browser sends none of them, one or
 * more.
 */
export const list = <Values extends z.ZodType>(values: Values) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : Object.values(value ?? [])), values)

/** A checkbox that stands alone. */
export const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** The versie of a zaak, as the page showed it. */
export const versie = z.coerce.number().pipe(z.int32().positive())

/** Numbers are often written in groups: `9999.90.342`, `6959 9084`. */
export const withoutGroups = (number: string) => number.replaceAll(/[\s.]/g, '')
