import { expect, test } from 'vitest'
import { readScope } from './read-scope.ts'

test.each([
  ['zaken.lezen gebeurtenissen.lezen', ['zaken.lezen', 'gebeurtenissen.lezen'], undefined],
  ['zaken.lezen:APV-EVEN:OMG-KAP zaken.bsn.lezen', ['zaken.lezen', 'zaken.bsn.lezen'], ['APV-EVEN', 'OMG-KAP']],
  ['zaken.lezen:APV-EVEN zaken.lezen:OMG-KAP', ['zaken.lezen'], ['APV-EVEN', 'OMG-KAP']],
  ['zaken.lezen:APV-EVEN zaken.lezen', ['zaken.lezen'], undefined],
  ['openid profile zaken.verwijderen', ['zaken.verwijderen'], undefined],
  ['gebeurtenissen.lezen:APV-EVEN ZAKEN.LEZEN zaken', [], undefined],
  ['', [], undefined],
])('the scope %j opens %j, of the zaaktypen %j', (scope, scopes, zaaktypen) => {
  expect(readScope(scope)).toEqual({ scopes, zaaktypen })
})

test.each(['zaken.lezen:', 'zaken.lezen:APV/EVEN', 'zaken.lezen::'])(
  'the limit %s, which nobody can read, leaves no zaaktype, for acts either',
  (limit) => {
    expect(readScope(`zaken.statussen.toevoegen ${limit}`)).toEqual({
      scopes: ['zaken.lezen', 'zaken.statussen.toevoegen'],
      zaaktypen: [],
    })
  },
)
