import { expect, test, vi } from 'vitest'
import { createOnce, perProcess } from './once.ts'

test('perProcess makes each name once, also when the module is loaded again', async () => {
  const make = () => ({})
  const first = perProcess('test.een', make)
  vi.resetModules()
  const again = (await import('./once.ts')).perProcess
  expect(again).not.toBe(perProcess)
  expect(again('test.een', make)).toBe(first)
  expect(again('test.twee', make)).not.toBe(first)
})

test('createOnce makes each name at first use, separately for each registry', () => {
  const [one, other] = [createOnce(), createOnce()]
  const first = one('een', () => ({}))
  expect(one('een', () => ({}))).toBe(first)
  expect(one('nothing', () => undefined)).toBeUndefined()
  expect(one('nothing', () => 'made again')).toBeUndefined()
  expect(other('een', () => ({}))).not.toBe(first)
})
