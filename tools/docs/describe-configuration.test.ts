import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONFIGURATION, describeConfiguration } from './describe-configuration.ts'

test('docs/configuration.md equals the output of npm run docs:configuration', () => {
  expect(readFileSync(CONFIGURATION, 'utf8')).toBe(describeConfiguration())
})
