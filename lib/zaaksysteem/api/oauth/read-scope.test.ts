import { expect, test } from 'vitest'
import { readScope } from './verify-access-token.ts'

test.each([
  ['zaken.lezen gebeurtenissen.lezen', ['zaken.lezen', 'gebeurtenissen.lezen'], undefined],
  ['zaken.lezen:APV-EVEN:OMG-KAP zaken.bsn.lezen', ['zaken.lezen', 'zaken.bsn.lezen'], ['APV-EVEN', 'OMG-KAP']],
  ['zaken.lezen:APV-EVEN zaken.lezen:OMG-KAP', ['zaken.lezen'], ['APV-EVEN', 'OMG-KAP']],
  ['zaken.lezen:APV-EVEN zaken.lezen', ['zaken.lezen'], undefined],
  ['openid profile zaken.lezen', ['zaken.lezen'], undefined],
  ['gebeurtenissen.lezen:APV-EVEN ZAKEN.LEZEN zaken', [], []],
  ['', [], []],
])('the scope %j opens %j, of the zaaktypen %j', (scope, scopes, zaaktypen) => {
  expect(readScope(scope)).toEqual({ scopes, zaaktypen })
})

test('who leaves the limit out when asking for a token gets no more for it', () => {
  expect(readScope('zaken.verwijderen')).toEqual({ scopes: ['zaken.verwijderen'], zaaktypen: [] })
})

test.each(['zaken.lezen:', 'zaken.lezen:APV/EVEN', 'zaken.lezen::'])(
  'the limit %s, which nobody can read, leaves no zaaktype',
  (limit) => {
    expect(readScope(limit)).toEqual({ scopes: ['zaken.lezen'], zaaktypen: [] })
  },
)

test.each([
  ['abonnementen.beheren zaken.lezen', true],
  ['abonnementen.beheren zaken.lezen:APV-EVEN', false],
  ['abonnementen.beheren', false],
])('%s opens abonnementen, which no limit would follow: %s', (scope, opens) => {
  expect(readScope(scope).scopes.includes('abonnementen.beheren')).toBe(opens)
})
