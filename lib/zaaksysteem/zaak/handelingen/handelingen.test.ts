import { expect, test } from 'vitest'
import { balie } from '#lib/ui/texts/balie.ts'
import { HANDELINGEN, HANDELINGSPADEN, pageOf, type Refusal, WEIGERINGEN } from './handelingen.ts'
import type { Act } from './perform-handeling.ts'

test('each act has a key of its own, with which no other shortcut of its page begins', () => {
  const own = HANDELINGSPADEN.map((pad) => pageOf(pad).toets)
  const ofLists = ['x']
  const others = balie.sneltoetsen.lijst
    .flatMap(({ toetsen }) => toetsen[0] ?? [])
    .filter((key) => !ofLists.includes(key))
  expect(new Set(own).size).toBe(own.length)
  for (const key of own) expect(others).not.toContain(key)
})

test('a reason has one text and one field at the desk, whichever act it refuses', () => {
  const rules = Object.values(HANDELINGEN).flatMap((act: Act) => [...act.needs, ...act.rules])
  for (const { reason, tekst, veld } of rules) expect(WEIGERINGEN[reason as Refusal]).toEqual({ tekst, veld })
})
