import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONFIGURATION, describeConfiguration } from './describe-configuration.ts'

test('the document describes each variable as its schema does: npm run docs:configuration writes it', () => {
  expect(readFileSync(CONFIGURATION, 'utf8')).toBe(describeConfiguration())
})
