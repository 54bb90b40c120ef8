import { expect, test } from 'vitest'
import { readRollen } from './read-rollen.ts'

test.each([
  ['lezer', ['lezer']],
  ['behandelaar:Omgeving', ['behandelaar:Omgeving']],
  ['behandelaar:Parkeren en verkeer', ['behandelaar:Parkeren en verkeer']],
  ['behandelaar:Parkeren%20en%20verkeer', ['behandelaar:Parkeren en verkeer']],
  ['coordinator:Wmo%3A%20zuid', ['coordinator:Wmo: zuid']],
  ['coordinator:Wmo: zuid', ['coordinator:Wmo: zuid']],
  ['heropenen:Caf%C3%A9', ['heropenen:Café']],
  // not exactly a role
  ['Lezer', []],
  ['lezer ', []],
  ['lezer,beheerder', []],
  ['lezer beheerder', []],
  ['constructor', []],
  ['__proto__:Omgeving', []],
  // of no team at all, which is not every team
  ['behandelaar:', []],
  ['behandelaar: ', []],
  ['behandelaar:%20', []],
  ['behandelaar: Omgeving', []],
  // of a team that cannot be
  ['behandelaar:%', []],
  ['behandelaar:%E0%A4', []],
  ['behandelaar:Omgeving%00', []],
  ['behandelaar:Om\0geving', []],
  ['behandelaar:Om\ngeving', []],
  ['behandelaar:Om\uD800geving', []],
  [`behandelaar:${'x'.repeat(101)}`, []],
  // the desk has one beheer
  ['beheerder:Omgeving', []],
  ['archivaris:Omgeving', []],
])('%j is read as %j', (waarde, rollen) => {
  expect(readRollen([waarde])).toEqual(rollen)
})

test('each role counts once, and only so many', () => {
  expect(readRollen(['lezer', 'wmo', 'lezer', 'lezer:A', 'lezer:%41'])).toEqual(['lezer', 'lezer:A'])
  expect(readRollen(Array.from({ length: 100_000 }, (_, n) => `lezer:Team ${n}`))).toHaveLength(200)
})
