import { expect, test } from 'vitest'
import { balie } from '#lib/ui/texts/balie.ts'
import { HANDELINGSPADEN, pageOf } from './handelingen.ts'

test('each act has a key of its own, with which no other shortcut of its page begins', () => {
  const own = HANDELINGSPADEN.map((pad) => pageOf(pad).toets)
  const ofLists = ['x']
  const others = balie.sneltoetsen.lijst
    .flatMap(({ toetsen }) => toetsen[0] ?? [])
    .filter((key) => !ofLists.includes(key))
  expect(new Set(own).size).toBe(own.length)
  for (const key of own) expect(others).not.toContain(key)
})
