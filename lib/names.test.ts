import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, ROOT, sourceFiles } from './test-source-files.ts'

const MAX_FILES_IN_A_ROOM = 15

test('no folder of lib, scripts, demo or tools holds more than 15 files', () => {
  const sizes = new Map<string, number>()
  for (const file of sourceFiles().filter((path) => /^(lib|scripts|demo|tools)\//.test(path) && !isTest(path))) {
    sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1)
  }
  expect([...sizes].filter(([, files]) => files > MAX_FILES_IN_A_ROOM)).toEqual([])
})

/** Retired names, each with the name that replaces it. */
const RETIRED_NAMES: Record<string, string> = {
  alarm: 'melding',
  '(?:db|tx)\\.handeling\\b|(?:from|into|update|table) "?handeling\\b|Handeling(?:Regel|naam|Filter)\\b': 'auditregel',
  geldigeGeheimen: 'validGeheimen',
  methode: 'credentialtype',
  nothingHere: 'notFoundResponse',
  readConsent: 'readToestemming',
  'antwoord--handeling|voortgang\\.handeling': 'teDoen',
  testpersoon: 'demopersoon',
  toezicht: 'upkeep',
  // allowed as the last segment of an API path
  "(?<![/'])verificatie(?!`)": 'handshake',
  '\\bdeliver(?:y|ies)': 'bezorging',
  '\\bstreams? of events': 'stroom',
  '\\b(?:that|retires? (?:a|the)|ask the|set of the|with a) source\\b': 'bron',
}

/** The files that may use a retired word: English texts, measurements, e-mail and released texts. */
const OWNED: Record<string, RegExp> = {
  '\\bdeliver(?:y|ies)': new RegExp(
    [
      String.raw`^(?:README|docs/.*)\.md$|^tools/bench/|/en/|^cli/|^lib/ui/texts/ontwikkelaars|^lib/ontwikkelaars/snippets`,
      '^lib/(?:platform|publieksportaal)/mail|^lib/publieksportaal/outbox/wachtrijen',
      '^lib/contract/abonnement-resource|^lib/zaaksysteem/(?:abonnement/api|asyncapi|herstel|openapi|proefbericht)/',
      '^lib/publieksportaal/openapi/',
    ].join('|'),
  ),
  '\\bstreams? of events': /^README\.md$|\/en\/|^lib\/zaaksysteem\/(?:asyncapi|stroom)\//,
}

/** Pages, documents, schemas and styles. */
const texts = globSync(['{app,docs,lib,prisma}/**/*.{css,md,prisma,sql}', '*.md'], { cwd: ROOT })

test.each(Object.entries(RETIRED_NAMES))('%s is called %s', (retired, name) => {
  const word = new RegExp(retired, 'i')
  const users = [...sourceFiles(), ...texts].filter(
    (file) =>
      file !== 'lib/names.test.ts' &&
      !OWNED[retired]?.test(file) &&
      (word.test(file) || word.test(readFileSync(join(ROOT, file), 'utf8'))),
  )
  expect(users, `say ${name}`).toEqual([])
})

test('a test that mocks a module is named .mocked.test.ts, so that it runs with modules of its own', () => {
  const mocking = /^vi\.mock\(/m
  const files = sourceFiles().filter((file) => mocking.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => !file.endsWith('.mocked.test.ts'))).toEqual([])
})

test('every vi.waitFor has a timeout', () => {
  const waits = sourceFiles().flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bvi\.wait(?:Until|For)\(.*/g)].map(([wait]) => [file, wait]),
  )
  expect(waits.length).toBeGreaterThan(0)
  // Tests use expect.poll. By default vi.waitFor gives up after a second, and it advances faked clocks.
  expect(waits.filter(([, wait]) => !wait?.includes('{ timeout: '))).toEqual([])
})
