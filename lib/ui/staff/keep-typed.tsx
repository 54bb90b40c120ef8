'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { DAY_MS } from '#lib/platform/durations.ts'
import { type TypedTexts, TypedTextsContext } from '../form/typed-texts.ts'
import { staff } from '../texts/staff.ts'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/**
 * `name`: of the field, and which of those of that name: a choice that comes later must not move the others
 */
type Value = { name: string; value: string; checked: boolean | undefined }

const KEY = 'zaakbode-getypt-'
const FIELDS = 'textarea[name], select[name], input[name]:not([type=hidden], [type=password], [type=file])'
const TYPED = 'textarea, input:not([type=hidden], [type=password], [type=file], [type=radio], [type=checkbox])'

/**
 * Keeps what is typed into the forms of signed-in pages for a day in this browser: past the end of a session,
 * another form, the back button or a crash. It is encrypted with a key that only pages of this person hold,
 * goes when it was sent, and all of it when somebody signs out.
 *
 * @param props.sleutel of this person: 32 bytes, base64
 */
export function KeepTyped({ sleutel, children }: { sleutel: string; children: ReactNode }) {
  const [typed] = useState(() => createTypedTexts(sleutel))
  useEffect(() => {
    forgetWhere((kept) => Date.now() - Number(kept?.split(' ')[0]) > DAY_MS)
    function onSubmit({ target }: SubmitEvent) {
      if ((target as HTMLElement).matches('[data-sign-out]')) forgetWhere(() => true)
    }
    document.addEventListener('submit', onSubmit)
    return () => document.removeEventListener('submit', onSubmit)
  }, [])
  return <TypedTextsContext value={typed}>{children}</TypedTextsContext>
}

/** None where the browser has no way to encrypt, or stores nothing. */
function createTypedTexts(sleutel: string): TypedTexts | undefined {
  if (typeof window === 'undefined' || !window.isSecureContext) return undefined
  const cipher = createCipher(sleutel)
  // one after the other, so that what was typed last is what stays
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    const done = queue.then(work).catch(() => undefined)
    queue = done
    return done
  }
  const places = new WeakMap<HTMLFormElement, string>()
  const forgetAt = (place: string) => void inTurn(async () => localStorage.removeItem(await cipher.nameOf(place)))

  return {
    texts: staff.getypt,
    forget: (form) => forgetAt(places.get(form) ?? ''),
    watch(form, onBack) {
      if (!form.querySelector(TYPED)) return () => {}
      const { pathname } = location
      const place = placeOf(form)
      places.set(form, place)
      let isTouched = false
      let isComingBack = false
      let isSent = false
      function onInput() {
        // putting back is no typing, and does not make it another day
        if (isComingBack) return
        isTouched = true
        isSent = false
        const values = JSON.stringify(namedFields(form).map(readField))
        inTurn(async () => {
          localStorage.setItem(await cipher.nameOf(place), `${Date.now()} ${await cipher.encrypt(values)}`)
        })
      }
      // what was only looked at, in a tab of its own, is not sent yet
      const onSubmit = ({ submitter }: SubmitEvent) => {
        isSent = submitter?.getAttribute('formtarget') !== '_blank'
      }
      inTurn(async () => {
        const kept = localStorage.getItem(await cipher.nameOf(place))?.split(' ')[1]
        const values: Value[] = kept ? JSON.parse(await cipher.decrypt(kept)) : []
        if (isTouched) return
        isComingBack = true
        const changed = namedFields(form).filter(({ name, field }) =>
          putBack(
            field,
            values.find((kept) => kept.name === name),
          ),
        )
        isComingBack = false
        if (changed.length > 0) onBack()
      })
      form.addEventListener('input', onInput)
      form.addEventListener('submit', onSubmit)
      return () => {
        form.removeEventListener('input', onInput)
        form.removeEventListener('submit', onSubmit)
        // it led to another page than that for signing in
        if (isSent && location.pathname !== pathname && !location.pathname.endsWith('/inloggen')) forgetAt(place)
      }
    },
  }
}

/** AES-GCM, with a name for each place that says nothing of it. */
function createCipher(sleutel: string) {
  const { subtle } = crypto
  const bytes = fromBase64(sleutel)
  const key = subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const IV_BYTES = 12
  return {
    async nameOf(place: string) {
      const named = await subtle.digest('SHA-256', new TextEncoder().encode(`${sleutel} ${place}`))
      return KEY + toBase64(new Uint8Array(named))
    },
    async encrypt(text: string) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const data = await subtle.encrypt({ name: 'AES-GCM', iv }, await key, new TextEncoder().encode(text))
      return toBase64(new Uint8Array([...iv, ...new Uint8Array(data)]))
    },
    async decrypt(kept: string) {
      const all = fromBase64(kept)
      const iv = all.slice(0, IV_BYTES)
      const data = await subtle.decrypt({ name: 'AES-GCM', iv }, await key, all.slice(IV_BYTES))
      return new TextDecoder().decode(data)
    },
  }
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

function forgetWhere(isOver: (kept: string | null) => boolean) {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(KEY) && isOver(localStorage.getItem(name))) localStorage.removeItem(name)
    }
  } catch {
    // a browser may refuse to store anything
  }
}

const fieldsOf = (form: HTMLFormElement) => [...form.querySelectorAll<Field>(FIELDS)]
const hasChoice = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'

/** The key of a form: the path of its page and the names of its fields. */
function placeOf(form: HTMLFormElement): string {
  return `${location.pathname} ${[...new Set(fieldsOf(form).map(({ name }) => name))].join(' ')}`
}

function namedFields(form: HTMLFormElement): { name: string; field: Field }[] {
  const fields = fieldsOf(form)
  return fields.map((field, index) => {
    const before = fields.slice(0, index).filter(({ name }) => name === field.name)
    return { name: `${field.name} ${before.length}`, field }
  })
}

function readField({ name, field }: { name: string; field: Field }): Value {
  return { name, value: field.value, checked: hasChoice(field) ? field.checked : undefined }
}

/** @returns whether it became something else */
function putBack(field: Field, kept: Value | undefined): boolean {
  if (!kept) return false
  if (hasChoice(field) ? field.checked === kept.checked : field.value === kept.value) return false
  if (hasChoice(field)) field.checked = kept.checked === true
  else field.value = kept.value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}
