import { expect, test } from 'vitest'
import { checkedFingerprints, presentFingerprints } from './released.ts'

test('the documents are those that the linters passed, with the same rules', () => {
  expect(checkedFingerprints(), 'run `npm run api:check`').toEqual(presentFingerprints())
})
