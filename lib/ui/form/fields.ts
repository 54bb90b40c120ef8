import { z } from 'zod'

/** PostgreSQL refuses NUL in a text; U+FFFD in a form stands for invalid UTF-8 or half a surrogate pair. */
const STORABLE = /^[^\0\uFFFD]*$/

/** A hidden field whose value a client chose, such as a code. */
export const storable = z.string().regex(STORABLE)

type Refusals = { teLang: string | ((max: number) => string); teken: string }

export const storableText = (max: number, { teLang, teken }: Refusals) =>
  z
    .string()
    .max(max, typeof teLang === 'string' ? teLang : teLang(max))
    .regex(STORABLE, teken)

/** Fields of one name (checkboxes), or of one name with a number. A browser sends none, one or more. */
export const list = <Values extends z.ZodType>(values: Values) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : Object.values(value ?? [])), values)

/** A single checkbox. */
export const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** The versie of a zaak, as the page showed it. */
export const versie = z.coerce.number().pipe(z.int32().positive())

/** Numbers are often written in groups: `9999.90.342`, `6959 9084`. */
export const withoutGroups = (number: string) => number.replaceAll(/[\s.]/g, '')
