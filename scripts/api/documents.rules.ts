import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DESCRIBED, PRESENT_DOCUMENTS, presentAsyncapi } from './released.ts'
import { asyncapiFindings, generateTypes, nlApiDesignFindings, redoclyFindings } from './rules/findings.mjs'

const ROOT = join(import.meta.dirname, '../..')
/** Below node_modules' parent, so that programs in it find the packages. */
const DATA = join(ROOT, '.data')

/** A document without a contact or headers, whose example violates its schema. */
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
 * Spectral expands and compiles the schema of each example. Filters nest three ways and five deep, which
 * makes 121 copies. Each of these schemas is a component that is checked by itself, and Redocly follows the
 * references of examples completely.
 */
function withFiltersOneDeep(document: object): object {
  return JSON.parse(JSON.stringify(document, (_, value) => (DEEPER_FILTER.test(value?.$ref) ? {} : value)))
}
const DEEPER_FILTER = /\/Filter[2-9]$/

test.each(DESCRIBED)('the description of the %s conforms to the NL API Design Rules', async (described) => {
  expect(await nlApiDesignFindings(withFiltersOneDeep(PRESENT_DOCUMENTS[described]()))).toEqual([])
})

test('a poor description does not', async () => {
  const findings = (await nlApiDesignFindings(POOR)).join('\n')
  for (const rule of ['nlgov:missing-header', 'info-contact', 'oas3-valid-media-example'])
    expect(findings).toContain(rule)
})

test.each(DESCRIBED)('the description of the %s conforms to the recommended rules of Redocly', async (described) => {
  expect(await redoclyFindings(PRESENT_DOCUMENTS[described]())).toEqual([])
})

test('a poor description does not conform to those either', async () => {
  expect((await redoclyFindings(POOR)).join('\n')).toContain('no-invalid-media-type-examples')
})

test('the description of the streams is valid AsyncAPI, without a warning', async () => {
  expect(await asyncapiFindings(presentAsyncapi())).toEqual([])
})

test('a poor one is not', async () => {
  const channels = { gebeurtenissen: { address: '{pad}', parameters: {} } }
  const findings = await asyncapiFindings({ asyncapi: '3.0.0', info: { title: 'Poor', version: '1.0.0' }, channels })
  expect(findings.join('\n')).toContain('asyncapi3-channel-parameters')
})

test('a client of the generated types compiles, and one that violates the document does not', async () => {
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
