import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, expect, test } from 'vitest'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { selfSignedCertificate } from '../../egress/test-certificates.ts'
import { startTestSink } from '../../egress/test-sink.ts'
import { createTestZaaksysteem } from '../../test-context.ts'
import { registerAbonnement } from '../register-abonnement.ts'
import { requestToestemming } from './request-toestemming.ts'
import { askToestemming } from './run-handshakes.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const BEFORE = new Date('2026-11-20T00:00:00Z')
const CLIENT = 'publieksportaal'
let asked: IncomingMessage[] = []
let answer: (response: ServerResponse) => void
const server = createServer((request, response) => {
  asked.push(request)
  answer(response)
})

const ctx = await createTestZaaksysteem({ clock: () => NOW })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const sink = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`
afterEach(async () => {
  asked = []
  await ctx.db.abonnement.deleteMany()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await ctx.close()
})

const replies = (status: number, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, headers).end()
}
const toestemming = (origin: string, rate: string) => ({
  'WebHook-Allowed-Origin': origin,
  'WebHook-Allowed-Rate': rate,
})

async function register(url = sink) {
  const request = { protocol: 'HTTP', sink: url, sinkcredential: { credentialtype: 'JWT' } } as const
  const registered = await registerAbonnement(ctx, { client: CLIENT, actor: OPDRACHTREGEL, request })
  if (!registered.ok) throw new Error(registered.reason)
  return registered.abonnement
}
const meldingenOf = async (abonnementId: string) =>
  (await ctx.db.melding.findMany({ where: { abonnementId } })).map(({ soort, gegeven }) => [soort, gegeven])
const stored = (id: string) => ctx.db.abonnement.findUniqueOrThrow({ where: { id } })

test.each([
  ['204 with the headers', 204, toestemming('zaaksysteem.test', '120'), { ok: true, rate: 120 }],
  ['200 for everybody', 200, toestemming('*', '*'), { ok: true, rate: null }],
  ['405 with the headers', 405, toestemming('zaaksysteem.test', '*'), { ok: true, rate: null }],
  ['more than we asked for', 200, toestemming('*', '999999'), { ok: true, rate: 12_000 }],
  ['another spelling of our name', 200, toestemming('Zaaksysteem.TEST', '1'), { ok: true, rate: 1 }],
  ['200 without headers', 200, {}, { ok: false, reason: 'no_consent' }],
  ['204 as CORS gives it', 204, { 'Access-Control-Allow-Origin': '*' }, { ok: false, reason: 'no_consent' }],
  ['405', 405, {}, { ok: false, reason: 'no_consent' }],
  ['somebody else', 200, toestemming('zaaksysteem.test.evil.test', '*'), { ok: false, reason: 'other_origin' }],
  ['410 Gone', 410, toestemming('*', '*'), { ok: false, reason: 'gone' }],
  ['no rate', 200, { 'WebHook-Allowed-Origin': '*' }, { ok: false, reason: 'no_consent' }],
  ['rate 0', 200, toestemming('*', '0'), { ok: false, reason: 'rate_invalid' }],
  ['rate -1', 200, toestemming('*', '-1'), { ok: false, reason: 'rate_invalid' }],
  ['rate 1.5', 200, toestemming('*', '1.5'), { ok: false, reason: 'rate_invalid' }],
  ['rate abc', 200, toestemming('*', 'abc'), { ok: false, reason: 'rate_invalid' }],
  ['a redirect', 302, { ...toestemming('*', '*'), Location: '/elsewhere' }, { ok: false, reason: 'redirect' }],
  ['a 500', 500, toestemming('*', '*'), { ok: false, reason: 'http_5xx' }],
])('the outcome of a sink that answers %s', async (_name, status, headers, outcome) => {
  replies(status, headers)
  expect(await requestToestemming(ctx, { sink })).toEqual(outcome)
  expect(asked).toHaveLength(1)
})

test('the handshake names the origin, the requested rate and the callback', async () => {
  replies(200, toestemming('*', '*'))
  await askToestemming(ctx, (await register()).id)
  expect(asked[0]).toMatchObject({
    method: 'OPTIONS',
    url: '/webhooks',
    headers: {
      'webhook-request-origin': 'zaaksysteem.test',
      'webhook-request-rate': '12000',
      'webhook-request-callback': expect.stringMatching(
        /^http:\/\/localhost:3000\/api\/zaaksysteem\/v1\/toestemming\/[\w-]{43}$/,
      ),
    },
  })
})

test.each([
  ['https', 'https://zaaksysteem.test', true],
  ['http', 'http://zaaksysteem.test', false],
])('outside the demo an address over %s offers a callback: %s, %s', async (_name, ZAAKSYSTEEM_URL, offered) => {
  replies(200, toestemming('*', '*'))
  const { id } = await register()
  // The sink is http on loopback; ALLOW_PRIVATE_SINKS_DEMO_ONLY allows that, also when DEMO is false.
  await askToestemming({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_URL, DEMO: false } }, id)
  expect('webhook-request-callback' in (asked[0]?.headers ?? {})).toBe(offered)
})

test('toestemming makes the abonnement actief with the allowed rate', async () => {
  replies(200, toestemming('zaaksysteem.test', '600'))
  const { id, status } = await register()
  expect(status).toBe('wacht_op_toestemming')
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'actief', toegestaneRate: 600, bevestigdOp: NOW, foutcode: null })
})

test('an unreachable sink is geweigerd, and registering again repeats the handshake', async () => {
  answer = (response) => response.destroy()
  const { id } = await register()
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'geweigerd', foutcode: 'reset' })

  replies(200, toestemming('*', '*'))
  expect(await register()).toMatchObject({ id, status: 'wacht_op_toestemming', foutcode: null })
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'actief', foutcode: null })
})

test('a refused certificate gives its exact code beside the stable one', async () => {
  const imposter = await startTestSink({ certificate: await selfSignedCertificate() })
  const { id } = await register(imposter.url)
  const toestemming = await askToestemming(ctx, id)
  await imposter.close()
  expect(toestemming).toEqual({ ok: false, reason: 'tls', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  expect(await stored(id)).toMatchObject({ status: 'geweigerd', foutcode: 'tls' })
})

test('an actief abonnement stays so while it is registered again, until its sink refuses', async () => {
  replies(200, toestemming('*', '*'))
  const { id } = await register()
  await askToestemming(ctx, id)
  expect(await register()).toMatchObject({ id, status: 'actief' })
  replies(200, toestemming('iemand.test', '*'))
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'geweigerd', foutcode: 'other_origin' })
})

test.each(['actief', 'gepauzeerd', 'uitgeschakeld'] as const)(
  'a failed handshake withdraws no toestemming: %s stays so',
  async (status) => {
    const { id } = await register()
    await ctx.db.abonnement.update({ where: { id }, data: { status, statusSinds: BEFORE } })
    replies(503)
    await askToestemming(ctx, id)
    expect(await stored(id)).toMatchObject({ status, statusSinds: BEFORE, foutcode: 'http_5xx' })
  },
)

test('an abonnement that is gepauzeerd stays so after a handshake', async () => {
  const { id } = await register()
  await ctx.db.abonnement.update({ where: { id }, data: { status: 'gepauzeerd', statusSinds: BEFORE } })
  expect(await register()).toMatchObject({ id, status: 'gepauzeerd' })
  replies(200, toestemming('*', '30'))
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'gepauzeerd', statusSinds: BEFORE, toegestaneRate: 30 })
})

test('an abonnement that is uitgeschakeld stays so until toestemming, which makes it actief and clears its failures', async () => {
  const { id } = await register()
  const failing = { statusreden: 'gone', falendSinds: BEFORE, gewaarschuwdBij: 90, circuitOpenTot: BEFORE }
  await ctx.db.abonnement.update({ where: { id }, data: { status: 'uitgeschakeld', statusSinds: BEFORE, ...failing } })
  expect(await register()).toMatchObject({ id, status: 'uitgeschakeld', statusreden: 'gone' })
  replies(200, toestemming('*', '*'))
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({
    status: 'actief',
    statusSinds: NOW,
    statusreden: null,
    falendSinds: null,
    gewaarschuwdBij: 0,
    circuitOpenTot: null,
  })
})

test('toestemming of an actief abonnement closes its circuit', async () => {
  const { id } = await register()
  const waiting = { status: 'actief', circuitGeopendOp: NOW, circuitOpenTot: new Date(NOW.getTime() + 60_000) } as const
  await ctx.db.abonnement.update({ where: { id }, data: waiting })
  replies(200, toestemming('*', '*'))
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'actief', circuitOpenTot: null })
})

test('toestemming of an actief abonnement keeps the record that its bezorgingen fail', async () => {
  const { id } = await register()
  const failing = { status: 'actief', statusSinds: BEFORE, falendSinds: BEFORE, gewaarschuwdBij: 50 } as const
  await ctx.db.abonnement.update({ where: { id }, data: failing })
  replies(200, toestemming('*', '*'))
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject(failing)
})

test('of two overlapping handshakes the one that began last decides', async () => {
  const { id } = await register()
  answer = async (first) => {
    replies(200, toestemming('*', '60'))
    await askToestemming(ctx, id)
    first.writeHead(200).end()
  }
  await askToestemming(ctx, id)
  expect(asked).toHaveLength(2)
  expect(await stored(id)).toMatchObject({ status: 'actief', toegestaneRate: 60, foutcode: null })
})

test('an abonnement that was deleted during its handshake stays deleted', async () => {
  const { id } = await register()
  answer = async (response) => {
    await ctx.db.abonnement.delete({ where: { id } })
    response.writeHead(200, toestemming('*', '*')).end()
  }
  await askToestemming(ctx, id)
  await askToestemming(ctx, id)
  expect(asked).toHaveLength(1)
  expect(await ctx.db.abonnement.count()).toBe(0)
})

const NO_ANSWERS: [string, number, Record<string, string>, string][] = [
  ['404', 404, {}, 'no_consent'],
  ['405', 405, {}, 'no_consent'],
  ['200 without headers', 200, {}, 'no_consent'],
  ['a rate without an origin', 200, { 'WebHook-Allowed-Rate': '*' }, 'no_consent'],
  ['an origin without a rate', 200, { 'WebHook-Allowed-Origin': '*' }, 'no_consent'],
  ['a rate of 0', 200, toestemming('*', '0'), 'rate_invalid'],
  ['503', 503, {}, 'http_5xx'],
]
test.each(NO_ANSWERS)('%s withdraws no toestemming: the status stays, with one melding', async (...given) => {
  const [, status, headers, foutcode] = given
  for (const before of ['actief', 'gepauzeerd'] as const) {
    const { id } = await register(`${sink}/${before}`)
    await ctx.db.abonnement.update({
      where: { id },
      data: { status: before, statusSinds: BEFORE, toegestaneRate: 60 },
    })
    replies(status, headers)
    await askToestemming(ctx, id)
    await askToestemming(ctx, id)
    expect(await stored(id)).toMatchObject({ status: before, statusSinds: BEFORE, toegestaneRate: 60, foutcode })
    expect(await meldingenOf(id)).toEqual([['handshake', foutcode]])
  }
})

test.each([
  ['a toestemming for somebody else', 200, toestemming('iemand.test', '*'), 'geweigerd', ['handshake', 'other_origin']],
  ['410 Gone', 410, {}, 'uitgeschakeld', ['uitgeschakeld', 'gone']],
] as const)('%s withdraws the toestemming, with a melding', async (_name, httpStatus, headers, after, melding) => {
  for (const before of ['actief', 'gepauzeerd'] as const) {
    const { id } = await register(`${sink}/${before}`)
    await ctx.db.abonnement.update({ where: { id }, data: { status: before, statusSinds: BEFORE } })
    replies(httpStatus, headers)
    await askToestemming(ctx, id)
    const statusreden = after === 'uitgeschakeld' ? 'gone' : null
    expect(await stored(id)).toMatchObject({ status: after, statusSinds: NOW, statusreden, foutcode: melding[1] })
    expect(await meldingenOf(id)).toEqual([melding])
  }
})

test('the first handshake raises no melding, because the client that registers sees its outcome', async () => {
  const { id } = await register()
  replies(404)
  await askToestemming(ctx, id)
  expect(await stored(id)).toMatchObject({ status: 'geweigerd', foutcode: 'no_consent' })
  expect(await meldingenOf(id)).toEqual([])
})
