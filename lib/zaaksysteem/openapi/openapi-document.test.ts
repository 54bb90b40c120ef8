import { expect, test } from 'vitest'
import { nlApiDesignFindings, redoclyFindings } from '#lib/platform/openapi/test-lint.ts'
import { testDocument } from './test-document.ts'

/** It has neither a contact nor headers, and its example is not what its schema says. */
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

/** Spectral writes filters in filters out, five deep. */
const LINT_TIMEOUT_MS = 300_000

test('the document keeps the NL API Design Rules', { timeout: LINT_TIMEOUT_MS }, async () => {
  expect(await nlApiDesignFindings(testDocument())).toEqual([])
})

test('a poor one does not', async () => {
  const findings = (await nlApiDesignFindings(POOR)).join('\n')
  for (const rule of ['nlgov:missing-header', 'info-contact', 'oas3-valid-media-example'])
    expect(findings).toContain(rule)
})

test('the document keeps the rules that Redocly recommends', async () => {
  expect(await redoclyFindings(testDocument())).toEqual([])
})

test('a poor one does not keep those either', async () => {
  expect((await redoclyFindings(POOR)).join('\n')).toContain('no-invalid-media-type-examples')
})
