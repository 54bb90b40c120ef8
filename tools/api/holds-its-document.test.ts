import { Agent } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { API_SCOPES } from '#lib/zaaksysteem/env.ts'
import { distributeGebeurtenissen } from '#lib/zaaksysteem/outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { startTestApiServer } from './api-server.ts'
import { PRESENT_DOCUMENTS } from './released.ts'
import { type ApiDocument, describedBy } from './test-described-by.ts'
import { type ApiRequest, oddities, requestsOf } from './test-requests.ts'
import { send } from './test-send.ts'

// `FAST_CHECK_SEED=1` tries other requests. `npm run fuzz` tries many more with Schemathesis.

const RUNS = 12
/** Limited, because the YAML form is slow to parse. */
const runsOf = (path: string) => (path === '/openapi.yaml' ? 2 : RUNS)
const ZAKEN = 6
const TOKENS = { full: 'full-token', poor: 'poor-token', unknown: 'unknown-token' }
/** Error codes that a request that conforms to the document never gets. */
const NOT_AS_DESCRIBED = [
  'request_invalid',
  'query_invalid',
  'json_malformed',
  'key_missing',
  'content_type_unsupported',
]

/**
 * Operations with rules that a schema cannot express: members that conflict, one dialect per filter, a text
 * of more than spaces, or a page that needs `vanaf`.
 */
const SAYS_LESS = [
  'POST /abonnementen',
  'PUT /abonnementen/{id}',
  'PATCH /abonnementen/{id}',
  'POST /zaken/{uuid}/vertrouwelijkheden',
  'GET /gebeurtenissen',
]
/** No HEAD, because only opening it must not give toestemming. */
const TOESTEMMING = '/toestemming/{sleutel}'

const document: ApiDocument = PRESENT_DOCUMENTS.zaaksysteem()
const { errorsInAnswer, errorsInBody } = describedBy(document)
const operations = Object.entries<object>(document.paths).flatMap(
  ([path, { servers: _, ...item }]: [string, ApiDocument]) =>
    Object.keys(item).map((method) => ({ method: method.toUpperCase(), path })),
)

let ctx: TestZaaksysteem
let server: Awaited<ReturnType<typeof startTestApiServer>>
/**
 * Without keep-alive, because generating the first request of a schema may outlast the server's keep-alive
 * timeout.
 */
const agent = new Agent()
/** The base URL of a path: the API's, or its own server's. */
const baseOf = (path: string) => {
  const [own] = document.paths[path].servers ?? []
  return own ? `${server.origin}${new URL(own.url).pathname}` : server.baseUrl
}
const zaken: string[] = []
const abonnementen: string[] = []

beforeAll(async () => {
  const tokens = `full=${hashToken(TOKENS.full)}:${API_SCOPES.join('+')},poor=${hashToken(TOKENS.poor)}:zaken.bsn.lezen`
  ctx = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_API_TOKENS: tokens } })
  server = await startTestApiServer({ zaaksysteem: ctx })
  for (let index = 0; index < ZAKEN; index += 1) zaken.push((await registerTestZaak(ctx)).id)
  abonnementen.push(...(await registerAbonnementen()))
  await distributeGebeurtenissen(ctx)
})
afterAll(async () => {
  agent.destroy()
  await server.close()
  await ctx.close()
})

async function registerAbonnementen(): Promise<string[]> {
  const sinks = ['JWT', 'ACCESSTOKEN'].map((credentialtype) => ({
    protocol: 'HTTP',
    sink: `http://127.0.0.1:9/${credentialtype}`,
    sinkcredential: { credentialtype },
  }))
  const answers = await Promise.all(
    sinks.map((sink) => send(server.baseUrl, agent, withToken(post('/abonnementen', sink)))),
  )
  await ctx.db.abonnement.updateMany({ data: { status: 'actief' } })
  return Promise.all(answers.map(async (answer) => (await answer.json()).id))
}

const post = (path: string, body: object): ApiRequest => ({
  method: 'POST',
  path,
  ids: {},
  query: [],
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

const withToken = (request: ApiRequest): ApiRequest => ({
  ...request,
  headers: { Authorization: `Bearer ${TOKENS.full}`, ...request.headers },
})

/** Ids that exist, and texts that are parsed further: a list, JSON, a number in range. */
const known = () => ({
  uuid: fc.oneof(fc.constantFrom(...zaken), fc.uuid()),
  id: fc.oneof(fc.constantFrom(...abonnementen, '1'), fc.uuid()),
  uuids: fc.array(fc.oneof(fc.constantFrom(...zaken), fc.uuid()), { minLength: 1, maxLength: 4 }).map(String),
  vanaf: fc.nat().map(String),
  types: fc.subarray(Object.values(EVENT_TYPES), { minLength: 1 }).map(String),
  zaaktypen: fc.constantFrom('APV-STAND', 'OMG-REG,APV-STAND'),
  filters: fc.constantFrom('[]', '[{"not":{"exact":{"zaaktype":"OMG-REG"}}}]'),
  // An invalid tag matches nothing.
  'If-None-Match': fc.constantFrom('', '*', '"a"', 'W/"a", "b"', 'a'),
  // Any other `wacht` would delay the response by so many seconds when there is no event.
  wacht: fc.constant('0'),
})

const described = (operation: (typeof operations)[number]) =>
  requestsOf({ document, known: known(), ...operation }).map(withToken)

test.each(operations)('$method $path accepts every request that the document allows', async (operation) => {
  const told = async (request: ApiRequest) => {
    const response = await send(baseOf(operation.path), agent, request)
    expect(response.status).toBeLessThan(500)
    expect(await errorsInAnswer({ ...operation, response: response.clone() })).toEqual([])
    if (response.status < 400 || SAYS_LESS.includes(`${operation.method} ${operation.path}`)) return
    expect(NOT_AS_DESCRIBED).not.toContain((await response.json()).code)
  }
  await fc.assert(fc.asyncProperty(described(operation), told), { numRuns: runsOf(operation.path) })
})

test.each(operations)('$method $path answers as described to any request', async (operation) => {
  const answered = async (request: ApiRequest) => {
    const response = await send(baseOf(operation.path), agent, request)
    expect(response.status).toBeLessThan(500)
    expect(await unexpected(request, response.clone())).toEqual([])
    if (
      response.ok &&
      request.body !== undefined &&
      request.headers['Content-Type']?.endsWith('json') &&
      document.paths[operation.path][operation.method.toLowerCase()].requestBody &&
      request.method === operation.method
    ) {
      expect(errorsInBody(operation.method, operation.path, JSON.parse(request.body))).toEqual([])
    }
  }
  const requests = fc
    .tuple(described(operation), oddities([TOKENS.poor, TOKENS.unknown]))
    .map(([request, change]) => change(request))
  await fc.assert(fc.asyncProperty(requests, answered), { numRuns: runsOf(operation.path) })
})

/** Returns the errors of a response. Methods that the document does not describe must give 405. */
async function unexpected({ method, path }: ApiRequest, response: Response): Promise<string[]> {
  const { servers: _, ...item } = document.paths[path]
  const [first = '', ...others] = Object.keys(item)
  const isHead = method === 'HEAD'
  const wanted = [first, ...others].find((name) => name === (isHead ? 'get' : method.toLowerCase()))
  const { status, headers } = response
  const isAllowed = wanted && !(isHead && path === TOESTEMMING)
  if (isAllowed || !(status === 405 || (status === 200 && method === 'OPTIONS'))) {
    return errorsInAnswer({ method: wanted ?? first, path, isHead, response })
  }
  const isProblem = headers.get('Content-Type') === 'application/problem+json'
  const missing = ['Allow', 'API-Version'].filter((name) => !headers.has(name))
  return status === 405 && !isProblem ? [...missing, 'problem+json'] : missing
}

test('the opening of a stroom answers as described', async () => {
  const gone = new AbortController()
  const headers = { Authorization: `Bearer ${TOKENS.full}`, Accept: 'text/event-stream' }
  const response = await fetch(`${server.baseUrl}/gebeurtenissen`, { headers, signal: gone.signal })
  const answered = { method: 'GET', path: '/gebeurtenissen', response: new Response('', response) }
  expect(await errorsInAnswer(answered)).toEqual([])
  gone.abort()
})
