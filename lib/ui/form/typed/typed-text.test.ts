import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetTyped, keepTyped, restoreTyped } from './typed-text.ts'

type Field = {
  name: string
  type: string
  value: string
  defaultValue: string
  checked?: boolean
  defaultChecked?: boolean
  dispatchEvent: () => boolean
}

const ALICE = { persoonId: 'alice', sessieId: 'first' }
const BACK = { persoonId: 'alice', sessieId: 'second' }
const BOB = { persoonId: 'bob', sessieId: 'third' }

let fields: Field[]
let opened: string[]
let forms: {
  getAttribute: () => string
  querySelectorAll: () => Field[]
  closest: (selector: string) => Pick<Element, 'setAttribute'>
}[]
let stored: Map<string, string>

const field = (name: string, type: string, rest: Partial<Field> = {}): Field => ({
  name,
  type,
  value: rest.defaultValue ?? '',
  defaultValue: '',
  dispatchEvent: () => true,
  ...rest,
})

/** Opens a page with one form, as the server renders it. */
function openPage(pathname = '/mijn/zaken/1') {
  fields = [
    field('tekst', 'textarea', { defaultValue: 'Zo stond het er.' }),
    field('klaar', 'checkbox', { value: 'ja', checked: false, defaultChecked: false }),
  ]
  opened = []
  const details = { setAttribute: (name: string) => void opened.push(name) }
  forms = [{ getAttribute: () => 'antwoord', querySelectorAll: () => fields, closest: () => details }]
  vi.stubGlobal('location', { pathname })
}

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('document', { querySelectorAll: () => forms })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  openPage()
})
afterEach(() => vi.unstubAllGlobals())

function type(text: string) {
  Object.assign(fields[0] as Field, { value: text })
  Object.assign(fields[1] as Field, { checked: true })
}

test('typed text is restored once, in a later session of the same person', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  expect(restoreTyped(BACK)).toBe(true)
  expect(fields).toMatchObject([{ value: 'Dit typte ik.' }, { value: 'ja', checked: true }])
  expect(stored.size).toBe(0)
  openPage()
  expect(restoreTyped(BACK)).toBe(false)
})

test('a collapsed form opens when its text is restored, and stays collapsed otherwise', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  restoreTyped(BACK)
  expect(opened).toEqual(['open'])
  openPage()
  restoreTyped(BACK)
  expect(opened).toEqual([])
})

test('the text stays stored while another page is open', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage('/mijn')
  expect(restoreTyped(BACK)).toBe(false)
  openPage()
  expect(restoreTyped(BACK)).toBe(true)
})

test('another person who signs in next does not see the text, and it is deleted', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  expect(restoreTyped(BOB)).toBe(false)
  expect(fields).toMatchObject([{ value: 'Zo stond het er.' }, { checked: false }])
  expect(stored.size).toBe(0)
})

test('text submitted while the session lasted is not restored', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  expect(restoreTyped(ALICE)).toBe(false)
  expect(stored.size).toBe(0)
})

test('an unchanged form is not stored, and deletes what was stored before', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  keepTyped(ALICE)
  expect(stored.size).toBe(0)
})

test('signing out deletes the text', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  forgetTyped()
  expect(stored.size).toBe(0)
})

test('a browser that refuses storage causes no error', () => {
  vi.stubGlobal('sessionStorage', undefined)
  type('Dit typte ik.')
  expect(() => keepTyped(ALICE)).not.toThrow()
  expect(restoreTyped(BACK)).toBe(false)
})
