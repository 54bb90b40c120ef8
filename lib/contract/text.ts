import { z } from 'zod'

/** PostgreSQL refuses NUL, and a lone surrogate would be stored as another character. */
export const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^[^\0\uD800-\uDFFF]*$/u, { error: 'NUL and lone surrogates are not allowed.', abort: true })

/** Control characters and lone surrogates. Written out, because some JSON Schema readers lack `\p{Cc}`. */
const CONTROL = String.raw`\u0000-\u001F\u007F-\u009F\uD800-\uDFFF`
const LINE = new RegExp(`^[^${CONTROL}]*$`, 'u')
const NOT_ONE_LINE = 'Control characters, line ends, direction overrides and lone surrogates are not allowed.'

/**
 * A name or title that a person reads: one line without control characters (PostgreSQL refuses NUL) and lone
 * surrogates. U+FFFD is refused too, because a form sends it for a lone surrogate. Embeddings, overrides and
 * isolates are refused, because they change the order in which a text is shown. The marks U+200E, U+200F and
 * U+061C stay allowed, because names in Hebrew and Arabic have them.
 */
export const ONE_LINE = new RegExp(String.raw`^[^${CONTROL}\u2028-\u202E\u2066-\u2069\uFFFD]*$`, 'u')

/**
 * A refinement instead of a pattern in the schema: a documented pattern must not become narrower within a
 * major version.
 */
export const oneLine = (text: z.ZodString) =>
  text.refine((given) => ONE_LINE.test(given), { error: NOT_ONE_LINE, params: { code: 'invalid_format' } })

export const line = (maxLength: number) =>
  oneLine(z.string().max(maxLength).regex(LINE, { error: NOT_ONE_LINE, abort: true }))

/** The pattern that a document shows for a line with a character. It must not become narrower. */
export const DESCRIBED_LINE = String.raw`^[^${CONTROL}\uFFFD]+$`
