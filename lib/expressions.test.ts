import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsTokens from 'js-tokens'
import { isSafe } from 'redos-detector'
import { expect, test } from 'vitest'
import { isTest, ROOT, sourceFiles } from './test-source-files.ts'

/** Files with expressions whose backtracking the detector cannot bound, and why they are harmless. */
const HARMLESS: Record<string, string> = {
  'lib/platform/crypto/secret.ts': 'reads only what the beheerder configured, when the process starts',
  'lib/platform/logger.ts': 'each colon is followed by digits of its own: all backtracking together reads a line once',
  'lib/content/parse-event.ts': 'reads a fraction of a second of bounded length',
  'lib/zaaksysteem/egress/extra-cas.ts': 'a match starts only at its marker, and stops at the next hyphen',
}

type Expression = { file: string; literal: string }

function expressionsOf(file: string): Expression[] {
  const tokens = jsTokens(readFileSync(join(ROOT, file), 'utf8'), { jsx: file.endsWith('x') })
  return [...tokens].flatMap(({ type, value }) => (type === 'RegularExpressionLiteral' ? { file, literal: value } : []))
}

/** The detector cannot parse names of groups, which do not change the backtracking. */
const GROUP_NAME = /(?<=\(\?)<\w+>/g

function backtracksWithoutBound({ literal }: Expression): boolean {
  const end = literal.lastIndexOf('/')
  return !isSafe(new RegExp(literal.slice(1, end).replaceAll(GROUP_NAME, ':'), literal.slice(end + 1))).safe
}

test('the detector bounds the backtracking of every expression', () => {
  const files = sourceFiles().filter((file) => /^(lib|app|proxy\.ts)/.test(file) && !isTest(file))
  const expressions = files.flatMap(expressionsOf)
  expect(expressions.length).toBeGreaterThan(50)
  const unbounded = expressions.filter(backtracksWithoutBound)
  expect(unbounded.filter(({ file }) => !(file in HARMLESS))).toEqual([])
})

test('the detector reports an expression that takes quadratic time', () => {
  expect(backtracksWithoutBound({ file: '', literal: String.raw`/^\w+\/(\/|\+)+(\+|\/)*$/` })).toBe(true)
})
