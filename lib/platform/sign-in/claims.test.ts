import { expect, test } from 'vitest'
import { listClaim, textClaim } from './claims.ts'

test.each([
  ['B. de Boer', 'B. de Boer'],
  ['  B. de Boer\n', 'B. de Boer'],
  ['B.\0 de\u2028 Boer\ud800', 'B. de Boer'],
  ['x'.repeat(500), 'x'.repeat(100)],
  ['😀'.repeat(500), '😀'.repeat(100)],
])('the claim %j becomes the text %j', (value, text) => {
  expect(textClaim({ sub: 'x', name: value }, 'name')).toBe(text)
})

test.each([[undefined], [null], [7], [''], [' \0 '], [['B. de Boer']], [{ nl: 'B. de Boer' }]])(
  '%j is no text',
  (value) => {
    expect(textClaim({ sub: 'x', name: value }, 'name')).toBeUndefined()
  },
)

test.each([
  ['roles', { roles: ['a', 'b'] }],
  ['roles', { roles: ['a', 7, null, 'b'] }],
  ['realm_access.roles', { realm_access: { roles: ['a', 'b'] } }],
  ['https://gemeente.example/roles', { 'https://gemeente.example/roles': ['a', 'b'] }],
  ['a.b', { 'a.b': ['a', 'b'], a: { b: ['c'] } }],
])('listClaim finds the list at %s', (name, claims) => {
  expect(listClaim({ sub: 'x', ...claims }, name)).toEqual(['a', 'b'])
})

test('a single text becomes a list of one', () => {
  expect(listClaim({ sub: 'x', roles: 'behandelaar' }, 'roles')).toEqual(['behandelaar'])
})

test.each([
  ['roles', {}],
  ['roles', { roles: { behandelaar: true } }],
  ['realm_access.roles', { realm_access: 'roles' }],
  ['realm_access.roles', { realm_access: null }],
  ['constructor.name', {}],
])('listClaim is empty without a list at %s', (name, claims) => {
  expect(listClaim({ sub: 'x', ...claims }, name)).toEqual([])
})
