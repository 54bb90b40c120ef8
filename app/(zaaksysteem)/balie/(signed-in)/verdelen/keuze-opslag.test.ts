import { beforeEach, expect, test, vi } from 'vitest'
import { forgetKeuzes, readKeuze, storeKeuze } from './keuze-opslag.ts'

/** As a browser has it: what is stored are its own properties. */
class TestStorage {
  [key: string]: unknown
  getItem(key: string) {
    return Object.hasOwn(this, key) ? this[key] : null
  }
  setItem(key: string, value: string) {
    this[key] = value
  }
  removeItem(key: string) {
    delete this[key]
  }
}
beforeEach(() => {
  vi.stubGlobal('sessionStorage', new TestStorage())
  return () => vi.unstubAllGlobals()
})

const keuze = new Map([
  ['zaak-1', 'zaak-1//Vergunning en handhaving'],
  ['zaak-2', 'zaak-2/collega/Omgeving'],
])

test('what was ticked in a list is there again, with the toewijzing that was seen, and in no other list', () => {
  storeKeuze('open', keuze)
  expect(readKeuze('open')).toEqual(keuze)
  expect(readKeuze('mijn')).toEqual(new Map())
})

test('a choice of nothing leaves nothing behind', () => {
  storeKeuze('open', keuze)
  storeKeuze('open', new Map())
  expect(readKeuze('open')).toEqual(new Map())
  expect(Object.keys(sessionStorage)).toEqual([])
})

test('forgetting leaves alone what is not a choice', () => {
  storeKeuze('open', keuze)
  storeKeuze('mijn', keuze)
  sessionStorage.setItem('iets-anders', 'x')
  forgetKeuzes()
  expect(Object.keys(sessionStorage)).toEqual(['iets-anders'])
})
