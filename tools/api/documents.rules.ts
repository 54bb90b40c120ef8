import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DESCRIBED, PRESENT_DOCUMENTS, presentAsyncapi } from './released.ts'
import { asyncapiFindings, generateTypes, nlApiDesignFindings, redoclyFindings } from './rules/findings.mjs'

const ROOT = join(import.meta.dirname, '../..')
/** Below the packages, so that a program here finds them. */
const DATA = join(ROOT, '.data')

/** A document without a contact or headers, whose example is not what its schema says. */
const POOR = {
  openapi: '3.1.1',
  info: { title: 'Poor', version: '1.0.0' },
  paths: {
    '/zaken': {
      get: {
        responses: {
          200: {
            description: 'The zaken.',
            content: { 'application/json': { schema: { type: 'array', items: {} }, example: 1 } },
          },
        },
      },
    },
  },
}

/**
 * For each example Spectral dereferences and compiles the whole schema: nested filters, three kinds each and
 * five deep, would be 121 copies. Each filter schema is also checked as a component, and Redocly follows the
 * references of examples to the end.
 */
function withFiltersOneDeep(document: object): object {
  return JSON.parse(JSON.stringify(document, (_, value) => (DEEPER_FILTER.test(value?.$ref) ? {} : value)))
}
const DEEPER_FILTER = /\/Filter[2-9]$/

test.each(DESCRIBED)('the description of the %s keeps the NL API Design Rules', async (described) => {
  expect(await nlApiDesignFindings(withFiltersOneDeep(PRESENT_DOCUMENTS[described]()))).toEqual([])
})

test('a poor one does not', async () => {
  const findings = (await nlApiDesignFindings(POOR)).join('\n')
  for (const rule of ['nlgov:missing-header', 'info-contact', 'oas3-valid-media-example'])
    expect(findings).toContain(rule)
})

test.each(DESCRIBED)('the description of the %s keeps the rules that Redocly recommends', async (described) => {
  expect(await redoclyFindings(PRESENT_DOCUMENTS[described]())).toEqual([])
})

test('a poor one does not keep those either', async () => {
  expect((await redoclyFindings(POOR)).join('\n')).toContain('no-invalid-media-type-examples')
})

test('the description of the streams is AsyncAPI, without a warning', async () => {
  expect(await asyncapiFindings(presentAsyncapi())).toEqual([])
})

test('a poor one is not', async () => {
  const channels = { gebeurtenissen: { address: '{pad}', parameters: {} } }
  const findings = await asyncapiFindings({ asyncapi: '3.0.0', info: { title: 'Poor', version: '1.0.0' }, channels })
  expect(findings.join('\n')).toContain('asyncapi3-channel-parameters')
})

test('a client of generated types compiles, and what the document does not allow does not', async () => {
  mkdirSync(DATA, { recursive: true })
  const folder = mkdtempSync(join(DATA, 'api-client-'))
  try {
    writeFileSync(join(folder, 'zaaksysteem.ts'), await generateTypes(PRESENT_DOCUMENTS.zaaksysteem()))
    cpSync(join(import.meta.dirname, 'client'), folder, { recursive: true })
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
    const compiled = spawnSync(process.execPath, [compiler, '--project', folder], { encoding: 'utf8' })
    expect(compiled.stdout).toBe('')
    expect(compiled.status).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
