import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestBron, type TestBron, testZaak } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { subscribePortal } from './subscribe-portal.ts'

const ID = '0199a000-0000-7000-8000-00000000abcd'
const TOKEN = 'een-ander-token-dan-dat-van-de-omgeving'
let bron: TestBron
let ctx: TestPublieksportaal
beforeAll(async () => {
  bron = await startTestBron()
  ctx = await createTestPublieksportaal()
})
beforeEach(() => {
  bron.requests.length = 0
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const SINK = 'http://localhost:3000/api/publieksportaal/webhooks'
const abonnement = (status: string, foutcode: string | null = null) => ({
  id: ID,
  protocol: 'HTTP',
  sink: SINK,
  types: [],
  sinkcredential: { credentialtype: 'JWT' },
  status,
  foutcode,
})

/** POST answers that it waits; each GET answers the next of `statuses`, the last one for ever. */
function serveAbonnement(statuses: [string, ...string[]], location = `/v1/abonnementen/${ID}`) {
  const body = abonnement('wacht_op_toestemming')
  bron.answers.set('POST /v1/abonnementen', () => ({ status: 201, body, headers: { location } }))
  bron.answers.set(`GET /v1/abonnementen/${ID}`, () => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0]
    return { status: 200, body: abonnement(status as string, status === 'geweigerd' ? 'geen_toestemming' : null) }
  })
}

const subscribe = () => subscribePortal(ctx, { zaaksysteem: `${bron.api}/`, token: TOKEN })

test('registers, waits for the handshake, then loads every page with the given token', async () => {
  const [one, two, three] = [testZaak(), testZaak(), testZaak()]
  serveAbonnement(['wacht_op_toestemming', 'actief'])
  bron.answers.set('GET /v1/zaken?limiet=100', () => ({ status: 200, body: { zaken: [one, two], volgende: two.uuid } }))
  bron.answers.set(`GET /v1/zaken?limiet=100&na=${two.uuid}`, () => ({
    status: 200,
    body: { zaken: [three], volgende: null },
  }))

  expect(await subscribe()).toEqual({ ok: true, abonnementId: ID, zaken: 3 })

  const [registration] = bron.requests
  expect(JSON.parse(registration?.body ?? '')).toEqual({
    protocol: 'HTTP',
    sink: SINK,
    types: [
      'nl.overheid.zaken.zaak-geregistreerd',
      'nl.overheid.zaken.zaakstatus-gewijzigd',
      'nl.overheid.zaken.zaak-heropend',
    ],
    sinkcredential: { credentialtype: 'JWT' },
  })
  expect(new Set(bron.requests.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]))
  expect(bron.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /v1/abonnementen',
    `GET /v1/abonnementen/${ID}`,
    `GET /v1/abonnementen/${ID}`,
    'GET /v1/zaken?limiet=100',
    `GET /v1/zaken?limiet=100&na=${two.uuid}`,
  ])
  const stored = await ctx.db.zaak.findMany()
  expect(stored.map(({ versie, gezienVersie }) => gezienVersie === versie)).toEqual([true, true, true])
})

test('a handshake that failed is told with its reason, and nothing is loaded', async () => {
  serveAbonnement(['geweigerd'])
  expect(await subscribe()).toEqual({ ok: false, reason: 'geweigerd', foutcode: 'geen_toestemming' })
  expect(bron.requests.some(({ url }) => url.startsWith('/v1/zaken'))).toBe(false)
})

test.each(['http://127.0.0.1:1/elders', '/elders', '/v1/../geheim', ''])(
  'the token is not sent to Location "%s"',
  async (location) => {
    serveAbonnement(['actief'], location)
    expect(await subscribe()).toEqual({ ok: false, reason: 'invalid_answer' })
    expect(bron.requests).toHaveLength(1)
  },
)

test('a zaaksysteem that refuses, or is not there, is a value', async () => {
  bron.answers.set('POST /v1/abonnementen', () => ({ status: 401 }))
  expect(await subscribe()).toEqual({ ok: false, reason: 'refused', httpStatus: 401 })
  expect(await subscribePortal(ctx, { zaaksysteem: 'http://127.0.0.1:1/v1', token: TOKEN })).toEqual({
    ok: false,
    reason: 'unreachable',
  })
})

test('pages that go round in circles end', async () => {
  const zaak = testZaak()
  serveAbonnement(['actief'])
  bron.answers.delete('GET /v1/zaken?limiet=100')
  bron.answers.set('GET /v1/zaken', () => ({ status: 200, body: { zaken: [zaak], volgende: zaak.uuid } }))
  expect(await subscribe()).toEqual({ ok: false, reason: 'invalid_answer' })
})
