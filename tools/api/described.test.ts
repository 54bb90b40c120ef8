import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import { nameOfType, SENT_TYPES } from '#lib/contract/beschrijving/event-schemas.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import type { ApiOperation } from '#lib/zaaksysteem/api/operation.ts'
import { renderRequest } from '#lib/zaaksysteem/bezorging/send/render-request.ts'
import { API_SCOPES } from '#lib/zaaksysteem/env.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { webhooks } from '#lib/zaaksysteem/openapi/webhooks-document.ts'
import { composeProefbericht } from '#lib/zaaksysteem/proefbericht/send-proefbericht.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { startTestApiServer } from './api-server.ts'

const BASE = '/api/zaaksysteem/v1'
/** Methods without a description: HEAD follows from GET, and OPTIONS repeats the document. */
const UNDESCRIBED = ['HEAD', 'OPTIONS']

let ctx: TestZaaksysteem
let server: Awaited<ReturnType<typeof startTestApiServer>>
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
  server = await startTestApiServer({ zaaksysteem: ctx })
})
afterAll(async () => {
  await server.close()
  await ctx.close()
})

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, { ...init, headers: { Authorization: `Bearer ${ctx.apiToken}`, ...init.headers } })

const methodOf = ({ on }: ApiOperation) => on.split(' ')[0] as string
const pathOf = ({ on, below }: ApiOperation) => `${below?.path ?? BASE}${on.split(' ')[1]}`
const paths = [...new Set(OPERATIONS.map(pathOf))]

test.each(paths)('%s allows exactly the methods that are described', async (path) => {
  const url = path.replaceAll(/\{[a-z]+\}/g, crypto.randomUUID())
  const described = OPERATIONS.filter((operation) => pathOf(operation) === path).map(methodOf)
  const other = ['PATCH', 'POST', 'DELETE'].find((method) => !described.includes(method))
  const refused = await call(url, { method: other as string })
  expect([refused.status, refused.headers.get('API-Version')]).toEqual([405, API_HEADERS['API-Version']])
  const allowed = refused.headers.get('Allow')?.split(', ') ?? []
  expect(allowed.filter((method) => !UNDESCRIBED.includes(method)).sort()).toEqual(described.sort())
})

const CONTENTMODI = ['structured', 'batch', 'binary'] as const

test.each(SENT_TYPES)('a proefbericht of type %s matches its description in every content mode', (type) => {
  const { event } = composeProefbericht(ctx, type)
  // biome-ignore lint/suspicious/noExplicitAny: taken apart as a reader of the document does
  const { requestBody, requestParams } = (webhooks()[nameOfType(type)] as any).post
  for (const contentmodus of CONTENTMODI) {
    const { headers, body } = renderRequest(contentmodus, [event])
    const { 'content-type': contentType = '', ...attributes } = headers
    const schema = requestBody.content[contentType].schema as z.ZodType
    expect(schema.parse(JSON.parse(body))).toEqual(JSON.parse(body))
    const described = requestParams.header.partial().strict() as z.ZodType
    expect(described.parse(attributes)).toEqual(attributes)
  }
})

test('every scope is used by an operation', () => {
  const used = new Set(OPERATIONS.map(({ scope }) => scope))
  // Adds a member to the answer of zaken.lezen.
  expect(API_SCOPES.filter((scope) => !used.has(scope))).toEqual(['zaken.bsn.lezen'])
})

test.each([
  ['openapi', 'json', { openapi: '3.1.1' }],
  ['openapi', 'yaml', { openapi: '3.1.1' }],
  ['webhooks', 'json', { openapi: '3.1.1' }],
  ['webhooks', 'yaml', { openapi: '3.1.1' }],
  ['asyncapi', 'json', { asyncapi: '3.0.0' }],
  ['asyncapi', 'yaml', { asyncapi: '3.0.0' }],
])('everybody may read %s.%s, from any origin', async (name, format, version) => {
  const headers = { Origin: 'https://editor.example' }
  const response = await fetch(`${server.baseUrl}/${name}.${format}`, { headers })
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'api-version': API_HEADERS['API-Version'],
    'content-type': `application/${format}`,
  })
  const text = await response.text()
  const document = format === 'json' ? JSON.parse(text) : parse(text)
  expect(document).toMatchObject({ ...version, info: { version: API_HEADERS['API-Version'] } })
})

test('a CORS preflight precedes a read by a browser', async () => {
  const response = await fetch(`${server.baseUrl}/openapi.json`, { method: 'OPTIONS' })
  expect([response.status, response.headers.get('Access-Control-Allow-Methods')]).toEqual([200, 'GET, HEAD, OPTIONS'])
})
