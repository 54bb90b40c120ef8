import { DAY_MS } from '#lib/platform/durations.ts'
import { tabStorage } from './tab-storage.ts'

/** The person who typed the text, and the session it was typed in. */
type Owner = { persoonId: string; sessieId: string }

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** `name`: the name of a field and its position among the fields of that name. */
type Value = { name: string; value: string; checked: boolean | undefined }
/** The field values of each form, by its path and `id` or fields. */
type Forms = Record<string, Value[]>

const FIELDS = 'textarea[name], select[name], input[name]:not([type=hidden], [type=password], [type=file])'
const TYPED = 'textarea, input:not([type=hidden], [type=password], [type=file], [type=radio], [type=checkbox])'

const ENDED = 'zaakbode-getypt'
const UNSENT = 'zaakbode-getypt-onverstuurd'

/**
 * Stores the text typed into the page's forms, in case the session has ended. Skips forms without an `id` and
 * unchanged forms.
 */
export function keepTyped(owner: Owner): void {
  const typed = formsOfPage().filter((form) => fieldsOf(form).some(isTyped))
  const forms: Forms = Object.fromEntries(typed.map((form) => [placeOf(form), readFields(form)]))
  tabStorage.write(ENDED, typed.length > 0 ? { ...owner, forms } : undefined)
}

/**
 * Restores and deletes the stored text, after another sign-in of the same person. Text from this same session
 * was submitted, so it is not restored.
 *
 * @returns true when text was restored
 */
export function restoreTyped({ persoonId, sessieId }: Owner): boolean {
  const kept = tabStorage.read<Owner & { forms: Forms }>(ENDED)
  if (!kept) return false
  const isOfBefore = kept.persoonId === persoonId && kept.sessieId !== sessieId
  const forms = isOfBefore ? formsOfPage().filter((form) => kept.forms[placeOf(form)]) : []
  for (const form of forms) {
    // a collapsed form would be submitted unseen
    form.closest('details')?.setAttribute('open', '')
    putBack(form, kept.forms[placeOf(form)])
  }
  if (!isOfBefore || forms.length > 0) forgetTyped()
  return forms.length > 0
}

export function forgetTyped(): void {
  tabStorage.write(ENDED, undefined)
}

export type UnsentText = ReturnType<typeof unsentTextOf>

/**
 * Keeps what one person types until it is sent, for a day: past the end of a session, another page or a
 * reload. Text of another person is deleted.
 */
export function unsentTextOf(persoonId: string) {
  const kept = tabStorage.read<{ persoonId: string; op: number }>(UNSENT)
  if (kept && (kept.persoonId !== persoonId || Date.now() - kept.op > DAY_MS)) forgetUnsentText()

  const places = new WeakMap<HTMLFormElement, string>()
  const readForms = () => tabStorage.read<{ forms: Forms }>(UNSENT)?.forms ?? {}
  function store(place: string, values: Value[] | undefined) {
    const { [place]: _, ...others } = readForms()
    const forms: Forms = values ? { ...others, [place]: values } : others
    tabStorage.write(UNSENT, Object.keys(forms).length > 0 ? { persoonId, op: Date.now(), forms } : undefined)
  }

  return {
    /** Deletes the kept text of a form that was saved or cleared. */
    forget: (form: HTMLFormElement) => store(places.get(form) ?? '', undefined),
    /**
     * Restores the kept text of a form, and keeps its text from now on.
     *
     * @param onBack called when text was restored
     * @returns a function that stops watching
     */
    watch(form: HTMLFormElement, onBack: () => void): () => void {
      if (!form.querySelector(TYPED)) return () => {}
      const { pathname } = location
      const place = placeOf(form)
      places.set(form, place)
      let isSent = false
      function onInput() {
        isSent = false
        store(place, readFields(form))
      }
      // a submit to another tab only previews the text
      const onSubmit = ({ submitter }: SubmitEvent) => {
        isSent = submitter?.getAttribute('formtarget') !== '_blank'
      }
      if (putBack(form, readForms()[place])) onBack()
      form.addEventListener('input', onInput)
      form.addEventListener('submit', onSubmit)
      return () => {
        form.removeEventListener('input', onInput)
        form.removeEventListener('submit', onSubmit)
        // the form was accepted: it led to another page than the sign-in page
        if (isSent && location.pathname !== pathname && !location.pathname.endsWith('/inloggen')) {
          store(place, undefined)
        }
      }
    },
  }
}

export function forgetUnsentText(): void {
  tabStorage.write(UNSENT, undefined)
}

const formsOfPage = () => [...document.querySelectorAll<HTMLFormElement>('main form[id]')]
const fieldsOf = (form: HTMLFormElement) => [...form.querySelectorAll<Field>(FIELDS)]
const hasChoice = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'

function placeOf(form: HTMLFormElement): string {
  const names = new Set(fieldsOf(form).map(({ name }) => name))
  return `${location.pathname}#${form.getAttribute('id') ?? [...names].join(' ')}`
}

function isTyped(field: Field): boolean {
  if (hasChoice(field)) return field.checked !== field.defaultChecked
  return 'defaultValue' in field && field.value !== field.defaultValue
}

/** Numbers the fields of one name, because a choice that is added must not move the values of the others. */
function namedFields(form: HTMLFormElement): { name: string; field: Field }[] {
  const fields = fieldsOf(form)
  return fields.map((field, index) => {
    const before = fields.slice(0, index).filter(({ name }) => name === field.name)
    return { name: `${field.name} ${before.length}`, field }
  })
}

function readFields(form: HTMLFormElement): Value[] {
  return namedFields(form).map(({ name, field }) => ({
    name,
    value: field.value,
    checked: hasChoice(field) ? field.checked : undefined,
  }))
}

/** @returns true when a field changed */
function putBack(form: HTMLFormElement, values: Value[] = []): boolean {
  const changed = namedFields(form).filter(({ name, field }) => {
    const kept = values.find((value) => value.name === name)
    if (!kept || (hasChoice(field) ? field.checked === kept.checked : field.value === kept.value)) return false
    if (hasChoice(field)) field.checked = kept.checked === true
    else field.value = kept.value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    return true
  })
  return changed.length > 0
}
