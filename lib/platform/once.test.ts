import { expect, test, vi } from 'vitest'
import { createOnce, perProcess } from './once.ts'

test('one thing is made for each name, however often the module is loaded', async () => {
  const make = () => ({})
  const first = perProcess('test.een', make)
  vi.resetModules()
  const again = (await import('./once.ts')).perProcess
  expect(again).not.toBe(perProcess)
  expect(again('test.een', make)).toBe(first)
  expect(again('test.twee', make)).not.toBe(first)
})

test('a memory of its own makes each name at first use, and knows nothing of another', () => {
  const [one, other] = [createOnce(), createOnce()]
  const first = one('een', () => ({}))
  expect(one('een', () => ({}))).toBe(first)
  expect(one('nothing', () => undefined)).toBeUndefined()
  expect(one('nothing', () => 'made again')).toBeUndefined()
  expect(other('een', () => ({}))).not.toBe(first)
})
