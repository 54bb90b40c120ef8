import { expect, test } from 'vitest'
import { readRollen } from '../sign-in/sign-in.ts'

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
  // no team, which does not mean every team
  ['behandelaar:', []],
  ['behandelaar: ', []],
  ['behandelaar:%20', []],
  ['behandelaar: Omgeving', []],
  // an invalid name of a team
  ['behandelaar:%', []],
  ['behandelaar:%E0%A4', []],
  ['behandelaar:Omgeving%00', []],
  ['behandelaar:Om\0geving', []],
  ['behandelaar:Om\ngeving', []],
  ['behandelaar:Om\uD800geving', []],
  [`behandelaar:${'x'.repeat(101)}`, []],
  // roles of the whole desk, which take no team
  ['beheerder:Omgeving', []],
  ['archivaris:Omgeving', []],
])('%j is read as %j', (waarde, rollen) => {
  expect(readRollen([waarde])).toEqual(rollen)
})

test('duplicate roles count once, and at most 200 are read', () => {
  expect(readRollen(['lezer', 'wmo', 'lezer', 'lezer:A', 'lezer:%41'])).toEqual(['lezer', 'lezer:A'])
  expect(readRollen(Array.from({ length: 100_000 }, (_, n) => `lezer:Team ${n}`))).toHaveLength(200)
})
