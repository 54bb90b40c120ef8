import { z } from 'zod'
import type { FieldError } from '#lib/ui/form/form-errors.tsx'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { Entered } from './form-state.ts'

export const MAX_TOELICHTING = 1000

/** PostgreSQL takes no NUL in a text; a form has U+FFFD where there was half a surrogate pair or no UTF-8. */
export const STORABLE = /^[^\0\uFFFD]*$/

/** A browser sends a line end as CRLF, but counts it as one character. */
export const storableText = (maxLength: number, { teLang, teken }: { teLang: string; teken: string }) =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(maxLength, teLang).regex(STORABLE, teken))

const toelichting = storableText(MAX_TOELICHTING, {
  teLang: balie.fout.teLang(MAX_TOELICHTING),
  teken: balie.fout.teken,
})

/** Of `<input type="date">`; years of four digits, which PostgreSQL and JavaScript both read. */
export const datum = z.iso.date(handelingen.fout.geenDatum).regex(/^[1-9]/, handelingen.fout.geenDatum)

/** Empty, or not there when the browser hides the field. */
const optionalDatum = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .pipe(datum.optional())

/** Which zaak, and the versie that the page showed: hidden in every form. */
const hiddenFields = z.object({ zaakId: z.uuid(), versie: z.coerce.number().pipe(z.int32().positive()) })

export const toelichtingForm = z.object({ toelichting })

export const statusForm = toelichtingForm.extend({
  statustype: z.string(balie.fout.kiesStatus).regex(/^[\w-]{1,80}$/, balie.fout.kiesStatus),
  resultaat: z
    .string()
    .regex(/^[\w-]{0,80}$/, balie.fout.resultaatPastNiet)
    .optional(),
  besluitdatum: optionalDatum,
  bekendmakingsdatum: optionalDatum,
})

/** `entered` is what was typed: the form shows it again beside its problems. */
type Read<T> = { ok: true; fields: T; entered: Entered } | { ok: false; errors: FieldError[]; entered: Entered }
type ReadZaak<T> = { zaakId: string; versie: number } & Read<T>

export function readFields<T>(schema: z.ZodType<T>, formData: FormData): Read<T> {
  const entered = Object.fromEntries([...formData].filter(([, value]) => typeof value === 'string')) as Entered
  const result = schema.safeParse(entered)
  if (result.success) return { ok: true, entered, fields: result.data }
  const errors = result.error.issues.map(({ path, message }) => ({ name: String(path[0]), text: message }))
  return { ok: false, entered, errors }
}

/** `undefined` when the hidden fields are not valid: no page of ours sends that. */
export function readZaakForm<T>(schema: z.ZodType<T>, formData: FormData): ReadZaak<T> | undefined {
  const hidden = hiddenFields.safeParse(Object.fromEntries(formData))
  if (!hidden.success) return undefined
  const read = readFields(schema, formData)
  const { zaakId: _, versie: __, ...entered } = read.entered
  return { ...hidden.data, ...read, entered }
}
