import { expect, test, vi } from 'vitest'
import { perProcess } from './per-process.ts'

test('one thing is made for each name, however often the module is loaded', async () => {
  const make = () => ({})
  const first = perProcess('test.een', make)
  vi.resetModules()
  const again = (await import('./per-process.ts')).perProcess
  expect(again).not.toBe(perProcess)
  expect(again('test.een', make)).toBe(first)
  expect(again('test.twee', make)).not.toBe(first)
})
