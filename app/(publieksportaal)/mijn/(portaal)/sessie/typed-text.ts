/** The person who typed the text, and the session it was typed in. */
type Owner = { burgerId: string; sessieId: string }

/** The field values of each form in order, by path and `id` of the form. */
type Kept = Owner & { forms: Record<string, Value[]> }
type Value = { name: string; value: string; checked: boolean | undefined }

type Field = HTMLInputElement | HTMLTextAreaElement

const KEY = 'zaakbode-getypt'
const FORMS = 'main form[id]'
const FIELDS = 'textarea[name], input[name]:not([type=hidden], [type=password], [type=file])'

/**
 * Stores the text typed into the page's forms, in case the session has ended: in this tab only, until it
 * closes. Skips forms without an `id` and unchanged forms.
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
 * Restores and deletes the stored text, after another sign-in of the same person. Text from this same session
 * was submitted, so it is not restored.
 *
 * @returns true when text was restored
 */
export function restoreTyped({ burgerId, sessieId }: Owner): boolean {
  const kept = read()
  if (!kept) return false
  const isOfBefore = kept.burgerId === burgerId && kept.sessieId !== sessieId
  const forms = isOfBefore ? formsOfPage().filter((form) => kept.forms[placeOf(form)]) : []
  for (const form of forms) {
    const values = kept.forms[placeOf(form)] ?? []
    // a collapsed form would be submitted unseen
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
    // a browser may refuse all storage
  }
}

function read(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
