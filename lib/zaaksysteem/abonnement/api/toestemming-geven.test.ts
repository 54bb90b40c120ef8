import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, expect, test } from 'vitest'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { answerApi } from '../../openapi/operations.ts'
import { createTestZaaksysteem } from '../../test-context.ts'
import { registerAbonnement } from '../register-abonnement.ts'
import { askToestemming } from '../toestemming/run-handshakes.ts'

const START = new Date('2026-11-25T09:00:00Z')
const DAY_MS = 24 * 3_600_000
let now = START
let offered: string[] = []
let answer: (response: ServerResponse) => unknown
const server = createServer((request, response) => {
  offered.push(String(request.headers['webhook-request-callback']))
  answer(response)
})

const ctx = await createTestZaaksysteem({ clock: () => now })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const sink = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`
afterEach(async () => {
  now = START
  offered = []
  await ctx.db.abonnement.deleteMany()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await ctx.close()
})

/** Registers an abonnement whose sink answered without toestemming. Returns its callback too. */
async function withheld() {
  answer = (response) => response.writeHead(202).end()
  const id = await register()
  await askToestemming(ctx, id)
  return { id, url: offered.at(-1) as string }
}
async function register() {
  const request = { protocol: 'HTTP', sink, sinkcredential: { credentialtype: 'JWT' } } as const
  const registered = await registerAbonnement(ctx, { client: 'publieksportaal', actor: OPDRACHTREGEL, request })
  if (!registered.ok) throw new Error(registered.reason)
  return registered.abonnement.id
}
function call(url: string, { method = 'POST', rate }: { method?: string; rate?: string } = {}) {
  const headers = rate === undefined ? undefined : { 'WebHook-Allowed-Rate': rate }
  return answerApi(ctx, new Request(url, { method, headers }))
}
const stored = (id: string) => ctx.db.abonnement.findUniqueOrThrow({ where: { id } })

test.each(['GET', 'POST'])(
  'an abonnement without toestemming is geweigerd, and actief after a callback with %s',
  async (method) => {
    const { id, url } = await withheld()
    expect(await stored(id)).toMatchObject({ status: 'geweigerd', foutcode: 'no_consent' })
    expect((await call(url, { method })).status).toBe(200)
    expect(await stored(id)).toMatchObject({ status: 'actief', statusSinds: now, bevestigdOp: now, foutcode: null })
  },
)

test.each([
  ['without a rate the requested one is stored', undefined, 12_000],
  ['a lower rate is stored', '60', 60],
  ['for a higher rate the requested one is stored', '99999', 12_000],
  ['no limit is stored as null', '*', null],
])('%s', async (_name, rate, toegestaneRate) => {
  const { id, url } = await withheld()
  await call(url, { rate })
  expect(await stored(id)).toMatchObject({ status: 'actief', toegestaneRate })
})

test.each(['0', '-1', '1.5', 'abc', ''])('rate "%s" gives no toestemming and leaves the key', async (rate) => {
  const { id, url } = await withheld()
  const refused = await call(url, { rate })
  expect([refused.status, (await refused.json()).code]).toEqual([400, 'rate_invalid'])
  expect(await stored(id)).toMatchObject({ status: 'geweigerd' })
  expect((await call(url)).status).toBe(200)
})

test('a wrong, a used and an expired key get the same response', async () => {
  const { url } = await withheld()
  const answers = [await call(`${url}x`), await call(url.replace(/[^/]+$/, 'A'.repeat(43)))]
  await call(url)
  answers.push(await call(url), await call(url, { method: 'GET' }))
  await ctx.db.abonnement.deleteMany()
  const { id, url: expired } = await withheld()
  now = new Date(START.getTime() + DAY_MS)
  answers.push(await call(expired))

  const seen = await Promise.all(answers.map(async (one) => `${one.status} ${await one.text()}`))
  expect(new Set(seen).size).toBe(1)
  expect(seen[0]).toMatch(/^404 /)
  expect(await stored(id)).toMatchObject({ status: 'geweigerd' })
})

test('a key works until the last millisecond of its 24 hours', async () => {
  const { url } = await withheld()
  now = new Date(START.getTime() + DAY_MS - 1)
  expect((await call(url)).status).toBe(200)
})

test('of concurrent calls with one key only one succeeds', async () => {
  const { url } = await withheld()
  const answers = await Promise.all(Array.from({ length: 8 }, () => call(url)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(404)])
})

test('a new handshake invalidates the key of the one before', async () => {
  const { url } = await withheld()
  const { url: newer } = await withheld()
  expect((await call(url)).status).toBe(404)
  expect((await call(newer)).status).toBe(200)
})

test('toestemming in the handshake itself invalidates the key', async () => {
  answer = (response) => response.writeHead(200, { 'WebHook-Allowed-Origin': '*', 'WebHook-Allowed-Rate': '60' }).end()
  await askToestemming(ctx, await register())
  expect((await call(offered[0] as string, { rate: '*' })).status).toBe(404)
})

test('a callback that comes before the response to the handshake gives toestemming', async () => {
  answer = async (response) => {
    await call(offered[0] as string, { rate: '60' })
    response.writeHead(202).end()
  }
  const id = await register()
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'actief', toegestaneRate: 60, foutcode: null })
})

test('the database holds only a hash of the key', async () => {
  const { url } = await withheld()
  const rows = await ctx.db.abonnement.findMany()
  expect(rows[0]?.callbackHash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(rows)).not.toContain(url.split('/').at(-1))
})

test('other methods give no toestemming', async () => {
  const { url } = await withheld()
  for (const method of ['HEAD', 'PUT', 'DELETE']) expect((await call(url, { method })).status).toBe(405)
  const options = await call(url, { method: 'OPTIONS' })
  expect([options.status, options.headers.get('Allow')]).toEqual([200, 'GET, POST, OPTIONS'])
  expect((await call(url)).status).toBe(200)
})
