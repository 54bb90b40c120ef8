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

const ALICE = { burgerId: 'alice', sessieId: 'first' }
const BACK = { burgerId: 'alice', sessieId: 'second' }
const BOB = { burgerId: 'bob', sessieId: 'third' }

let fields: Field[]
let opened: string[]
let forms: {
  id: string
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

/** A page with one form, as it comes from the server. */
function openPage(pathname = '/mijn/zaken/1') {
  fields = [
    field('tekst', 'textarea', { defaultValue: 'Zo stond het er.' }),
    field('klaar', 'checkbox', { value: 'ja', checked: false, defaultChecked: false }),
  ]
  opened = []
  const details = { setAttribute: (name: string) => void opened.push(name) }
  forms = [{ id: 'antwoord', querySelectorAll: () => fields, closest: () => details }]
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

test('what was typed comes back once, in a later sign-in of the same person', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  expect(restoreTyped(BACK)).toBe(true)
  expect(fields).toMatchObject([{ value: 'Dit typte ik.' }, { value: 'ja', checked: true }])
  expect(stored.size).toBe(0)
  openPage()
  expect(restoreTyped(BACK)).toBe(false)
})

test('a folded form opens when it holds again what was typed, and stays folded otherwise', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  restoreTyped(BACK)
  expect(opened).toEqual(['open'])
  openPage()
  restoreTyped(BACK)
  expect(opened).toEqual([])
})

test('it waits while they are at another page', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage('/mijn')
  expect(restoreTyped(BACK)).toBe(false)
  openPage()
  expect(restoreTyped(BACK)).toBe(true)
})

test('whoever signs in next does not see it, and it is gone', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  expect(restoreTyped(BOB)).toBe(false)
  expect(fields).toMatchObject([{ value: 'Zo stond het er.' }, { checked: false }])
  expect(stored.size).toBe(0)
})

test('what was sent while the sign-in lasted has arrived, and does not come back', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  expect(restoreTyped(ALICE)).toBe(false)
  expect(stored.size).toBe(0)
})

test('nothing is kept of a form in which nothing was changed, and what was kept before goes', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  openPage()
  keepTyped(ALICE)
  expect(stored.size).toBe(0)
})

test('signing out forgets it', () => {
  type('Dit typte ik.')
  keepTyped(ALICE)
  forgetTyped()
  expect(stored.size).toBe(0)
})

test('a browser that stores nothing is no fault', () => {
  vi.stubGlobal('sessionStorage', undefined)
  type('Dit typte ik.')
  expect(() => keepTyped(ALICE)).not.toThrow()
  expect(restoreTyped(BACK)).toBe(false)
})
