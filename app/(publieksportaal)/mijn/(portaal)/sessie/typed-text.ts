/** Whose text it is, and in which sign-in it was typed. */
type Owner = { burgerId: string; sessieId: string }

/** By path and `id` of a form: the values of its fields, in their order. */
type Kept = Owner & { forms: Record<string, Value[]> }
type Value = { name: string; value: string; checked: boolean | undefined }

type Field = HTMLInputElement | HTMLTextAreaElement

const KEY = 'zaakbode-getypt'
const FORMS = 'main form[id]'
const FIELDS = 'textarea[name], input[name]:not([type=hidden], [type=password], [type=file])'

/**
 * Keeps what was typed into the forms of the page, for when the sign-in turns out to be over: in this tab only, until it
 * closes. A form without an `id`, or as the server made it, is not kept.
 */
export function keepTyped(owner: Owner): void {
  const forms: Kept['forms'] = {}
  for (const form of formsOfPage()) {
    const fields = fieldsOf(form)
    if (fields.some(isTyped)) forms[placeOf(form)] = fields.map(readField)
  }
  write(Object.keys(forms).length > 0 ? { ...owner, forms } : undefined)
}

/**
 * Puts back what was kept, after another sign-in of the same person, and forgets it. What was sent in this same sign-in has
 * arrived.
 *
 * @returns whether something was put back
 */
export function restoreTyped({ burgerId, sessieId }: Owner): boolean {
  const kept = read()
  if (!kept) return false
  const isOfBefore = kept.burgerId === burgerId && kept.sessieId !== sessieId
  const forms = isOfBefore ? formsOfPage().filter((form) => kept.forms[placeOf(form)]) : []
  for (const form of forms) {
    const values = kept.forms[placeOf(form)] ?? []
    // folded, it would be sent unseen
    form.closest('details')?.setAttribute('open', '')
    for (const [index, field] of fieldsOf(form).entries()) putBack(field, values[index])
  }
  if (!isOfBefore || forms.length > 0) forgetTyped()
  return forms.length > 0
}

export function forgetTyped(): void {
  write(undefined)
}

const formsOfPage = () => [...document.querySelectorAll<HTMLFormElement>(FORMS)]
const fieldsOf = (form: HTMLFormElement) => [...form.querySelectorAll<Field>(FIELDS)]
const placeOf = (form: HTMLFormElement) => `${location.pathname}#${form.id}`
const hasChoice = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'

function isTyped(field: Field): boolean {
  return hasChoice(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

function readField(field: Field): Value {
  return { name: field.name, value: field.value, checked: hasChoice(field) ? field.checked : undefined }
}

function putBack(field: Field, kept: Value | undefined): void {
  if (kept?.name !== field.name) return
  if (hasChoice(field)) field.checked = kept.checked === true
  else field.value = kept.value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function write(kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(KEY, JSON.stringify(kept))
    else sessionStorage.removeItem(KEY)
  } catch {
    // a browser may refuse to store anything
  }
}

function read(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
