import { beforeEach, expect, test, vi } from 'vitest'
import { forgetKeuzes, readKeuze, storeKeuze } from './keuze-elders.tsx'

/** Behaves as a browser's storage, whose entries are own properties. */
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

test('the ticks of a list are restored with the toewijzing that was seen, and in no other list', () => {
  storeKeuze('open', keuze)
  expect(readKeuze('open')).toEqual(keuze)
  expect(readKeuze('mijn')).toEqual(new Map())
})

test('an empty choice stores nothing', () => {
  storeKeuze('open', keuze)
  storeKeuze('open', new Map())
  expect(readKeuze('open')).toEqual(new Map())
  expect(Object.keys(sessionStorage)).toEqual([])
})

test('forgetting the choices keeps other entries', () => {
  storeKeuze('open', keuze)
  storeKeuze('mijn', keuze)
  sessionStorage.setItem('iets-anders', 'x')
  forgetKeuzes()
  expect(Object.keys(sessionStorage)).toEqual(['iets-anders'])
})
