import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { abonnementResource } from '#lib/contract/abonnement-resource.ts'
import { hashToken } from '#lib/platform/bearer-token.ts'
import { startTestSink, type TestSink } from '../delivery/test-sink.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { handleAbonnement } from './handle-abonnement.ts'
import { ABONNEMENTEN_PATH, handleAbonnementen } from './handle-abonnementen.ts'

const PORTAL = 'portal-token'
const OTHER = 'other-token'
let ctx: TestZaaksysteem
let sink: TestSink
let tasks: (() => Promise<void>)[] = []

beforeAll(async () => {
  const tokens = `publieksportaal=${hashToken(PORTAL)},ander=${hashToken(OTHER)}`
  ctx = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_API_TOKENS: tokens } })
  sink = await startTestSink()
})
afterEach(async () => {
  tasks = []
  await ctx.db.abonnement.deleteMany()
})
afterAll(async () => {
  await sink.close()
  await ctx.close()
})

type Call = { method?: string; token?: string; body?: string; contentType?: string }

function request({ method = 'GET', token = PORTAL, body, contentType = 'application/json' }: Call) {
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { 'Content-Type': contentType }) }
  return new Request(`http://localhost:3000${ABONNEMENTEN_PATH}`, { method, headers, body })
}
const collection = (call: Call = {}) =>
  handleAbonnementen(ctx, request(call), {
    afterResponse: (task) => {
      tasks.push(task)
    },
  })
const item = (id: string, call: Call = {}) => handleAbonnement(ctx, request(call), id)
const wish = (changes: object = {}) =>
  JSON.stringify({ protocol: 'HTTP', sink: sink.url, sinkcredential: { credentialtype: 'JWT' }, ...changes })
const register = (changes?: object, token = PORTAL) => collection({ method: 'POST', token, body: wish(changes) })

test('registering answers 201 with Location first and asks the sink afterwards', async () => {
  const response = await register({ types: ['nl.overheid.zaken.zaak-heropend'] })
  const created = abonnementResource.parse(await response.json())
  expect(response.status).toBe(201)
  expect(response.headers.get('Location')).toBe(`${ABONNEMENTEN_PATH}/${created.id}`)
  expect(created).toMatchObject({ status: 'wacht_op_toestemming', sink: sink.url })

  for (const task of tasks) await task()
  const read = await item(created.id)
  expect(await read.json()).toEqual({ ...created, status: 'actief' })
})

test('the same client and sink again is the same abonnement with new types', async () => {
  const first = await register()
  const second = await register({ types: ['nl.overheid.zaken.zaak-heropend'] })
  expect(second.status).toBe(201)
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(await (await collection()).json()).toMatchObject([{ types: ['nl.overheid.zaken.zaak-heropend'] }])
})

test("another client's abonnement does not exist for a client", async () => {
  const { id } = await (await register()).json()
  const other = await (await register({}, OTHER)).json()
  expect(other.id).not.toBe(id)
  expect((await item(id, { token: OTHER })).status).toBe(404)
  expect((await item(id, { token: OTHER, method: 'DELETE' })).status).toBe(404)
  expect(await (await collection({ token: OTHER })).json()).toMatchObject([{ id: other.id }])
  expect((await item(id)).status).toBe(200)
})

test('a deleted abonnement is gone', async () => {
  const { id } = await (await register()).json()
  expect((await item(id, { method: 'DELETE' })).status).toBe(204)
  expect((await item(id, { method: 'DELETE' })).status).toBe(404)
})

test('everything that is wrong with a registration is told at once, and nothing is stored', async () => {
  const body = JSON.stringify({
    protocol: 'http',
    sink: 'ftp://x',
    sinkcredential: { credentialtype: 'GEHEIM' },
    id: 1,
  })
  const response = await collection({ method: 'POST', body })
  expect(response.status).toBe(400)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const { code, errors } = await response.json()
  expect(code).toBe('request_invalid')
  const pointers = errors.map(({ pointer }: { pointer: string }) => pointer)
  expect(pointers.toSorted()).toEqual(['', '/protocol', '/sink', '/sinkcredential/credentialtype'])
  expect(await ctx.db.abonnement.count()).toBe(0)
})

test.each([
  ['http://10.0.0.1/', 'sink_not_allowed'],
  ['https://169.254.169.254/latest', 'sink_not_allowed'],
  ['http://portaal.test/', 'sink_not_allowed'],
  ['https://user:secret@portaal.test/', 'sink_not_allowed'],
])('a registration for %s is %s', async (url, code) => {
  const response = await register({ sink: url })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code, errors: [{ pointer: '/sink' }] })
  expect([await ctx.db.abonnement.count(), tasks.length]).toEqual([0, 0])
})

test.each([
  ['no token', { token: '' }, 401],
  ['a wrong token', { token: 'wrong' }, 401],
  ['another media type', { contentType: 'text/plain' }, 415],
  ['a body that is no JSON', { body: '{' }, 400],
  ['a body of 16 kB and one byte', { body: ' '.repeat(16_385) }, 413],
  ['another method', { method: 'PUT' }, 405],
])('%s is refused', async (_name, call, status) => {
  const response = await collection({ method: 'POST', body: wish(), ...call })
  expect(response.status).toBe(status)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Allow')).toBe(status === 405 ? 'GET, POST' : null)
})

test('an id that is no UUID is not found, and other methods are refused', async () => {
  expect((await item('1')).status).toBe(404)
  const refused = await item('1', { method: 'PATCH' })
  expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, DELETE'])
})
