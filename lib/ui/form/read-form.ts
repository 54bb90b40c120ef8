import { notFound } from 'next/navigation'
import type { z } from 'zod'
import type { Entered, FieldError, FormState } from './form-state.ts'

type Read<Fields> = { refuse: (...errors: FieldError[]) => FormState } & (
  | { ok: true; fields: Fields }
  | { ok: false; refusal: FormState }
)

/**
 * Reads what a form sent. Texts come without the space around them, and with a line end as one character, as
 * the browser counts it. `status.0.tekst` is a field of the first of a list. Each field has one error at
 * most, in the order of the schema.
 *
 * A rule of the schema that has no words is one that only another page than ours breaks, such as which zaak a
 * form is about: whoever does finds nothing there.
 *
 * @param passwords fields that are read as they were typed, and stand in no answer
 */
export function readForm<Fields>(
  schema: z.ZodType<Fields>,
  formData: FormData,
  { passwords = [] }: { passwords?: readonly string[] } = {},
): Read<Fields> {
  // The arguments of an action are what anybody sends.
  if (!(formData instanceof FormData)) notFound()
  const typed = textsOf(formData)
  const entered = Object.fromEntries(Object.entries(typed).filter(([name]) => !passwords.includes(name)))
  const refuse = (...errors: FieldError[]): FormState => ({ errors, entered })
  const values = Object.entries(typed).map(([name, value]) => [name, passwords.includes(name) ? value : tidied(value)])
  const read = schema.safeParse(nested(values as [string, string | string[]][]), { error: () => '' })
  if (read.success) return { ok: true, fields: read.data, refuse }

  const { issues } = read.error
  if (issues.some(({ message }) => !message)) notFound()
  const errors = issues.map(({ path, message }) => ({ name: fieldOf(path, typed), text: message }))
  return { ok: false, refuse, refusal: refuse(...onePerField(errors)) }
}

/** Reads a form of buttons and hidden fields: there is nothing in it that somebody could fill in wrongly. */
export function readHidden<Fields>(schema: z.ZodType<Fields>, formData: FormData): Fields {
  const read = readForm(schema, formData)
  return read.ok ? read.fields : notFound()
}

export function onePerField(errors: readonly FieldError[]): FieldError[] {
  const named = new Set<string>()
  return errors.filter(({ name }) => !named.has(name) && named.add(name))
}

/** Reads the texts of a form, without its files. */
export function textsOf(formData: FormData): Entered {
  const texts = new Map<string, string[]>()
  for (const [name, value] of formData) {
    if (typeof value !== 'string') continue
    const already = texts.get(name)
    if (already) already.push(value)
    else texts.set(name, [value])
  }
  return Object.fromEntries(
    [...texts].map(([name, [first = '', ...more]]) => [name, more[0] === undefined ? first : [first, ...more]]),
  )
}

function tidied(value: string | string[]): string | string[] {
  const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim()
  return typeof value === 'string' ? tidy(value) : value.map(tidy)
}

type Nested = { [name: string]: Nested | string | string[] }

/** Makes objects of names with dots, without prototypes, which a name could reach. */
function nested(values: [string, string | string[]][]): Nested {
  const root: Nested = Object.create(null)
  for (const [name, value] of values) {
    const path = name.split('.')
    const last = path.pop() as string
    let place = root
    for (const part of path) {
      const there = place[part]
      const next: Nested = typeof there === 'object' && !Array.isArray(there) ? there : Object.create(null)
      place[part] = next
      place = next
    }
    place[last] = value
  }
  return root
}

/** A rule can be about one of the texts of a field, or about a part of it. */
function fieldOf(path: readonly PropertyKey[], typed: Entered): string {
  const names = path.map((_, index) => path.slice(0, index + 1).join('.'))
  return names.find((name) => Object.hasOwn(typed, name)) ?? path.join('.')
}
