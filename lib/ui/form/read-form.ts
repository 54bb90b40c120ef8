import { notFound } from 'next/navigation'
import type { z } from 'zod'
import type { Entered, FieldError, FormState } from './form-state.ts'

type Read<Fields> = { refuse: (...errors: FieldError[]) => FormState } & (
  | { ok: true; fields: Fields }
  | { ok: false; refusal: FormState }
)

/**
 * Reads a submitted form. Texts are trimmed, and CRLF becomes LF because the browser counts a line end as one
 * character. `status.0.tekst` is a field of the first item of a list. Each field has at most one error, in
 * the order of the schema.
 *
 * A rule of the schema without an error text can be broken only by a client other than our page, such as the
 * id of the zaak. It is answered 404.
 *
 * @param passwords fields that are not trimmed, and are in no answer
 */
export function readForm<Fields>(
  schema: z.ZodType<Fields>,
  formData: FormData,
  { passwords = [] }: { passwords?: readonly string[] } = {},
): Read<Fields> {
  // Anybody can call an action with any arguments.
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

/** Reads a form of buttons and hidden fields only, which a person cannot fill in wrongly. */
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

/** Makes nested objects of names with dots. They have no prototype, which a name could otherwise reach. */
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

/** Returns the field that an error is about; its path can point to one item of a list, or deeper. */
function fieldOf(path: readonly PropertyKey[], typed: Entered): string {
  const names = path.map((_, index) => path.slice(0, index + 1).join('.'))
  return names.find((name) => Object.hasOwn(typed, name)) ?? path.join('.')
}
