import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/bearer-token.ts'
import { handleWebhook } from '../receiver/handle-webhook.ts'
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
beforeEach(async () => {
  bron.requests.length = 0
  bron.answers.set('GET /v1/gebeurtenissen', () => ({ status: 200, body: [], headers: { 'Hoogste-Sequence': '0' } }))
  await ctx.db.bron.deleteMany()
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
  sinkcredential: { credentialtype: 'JWT' },
  naam: '',
  contact: null,
  types: [],
  filters: [],
  config: { contentmodus: 'structured', herhaalschema: [], maxGelijktijdig: 64 },
  status,
  statusSinds: '2026-11-25T09:00:00.000Z',
  statusreden: null,
  foutcode,
})

/** POST answers that it waits; each GET answers the next of `statuses`, the last one for ever. */
function serveAbonnement(
  statuses: [string, ...string[]],
  { location = `/v1/abonnementen/${ID}`, sinkcredential = {} }: { location?: string; sinkcredential?: object } = {},
) {
  const waiting = abonnement('wacht_op_toestemming')
  const body = { ...waiting, sinkcredential: { ...waiting.sinkcredential, ...sinkcredential } }
  bron.answers.set('POST /v1/abonnementen', () => ({ status: 201, body, headers: { location } }))
  bron.answers.set(`GET /v1/abonnementen/${ID}`, () => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0]
    return { status: 200, body: abonnement(status as string, status === 'geweigerd' ? 'geen_toestemming' : null) }
  })
}

const subscribe = (wishes: Partial<Parameters<typeof subscribePortal>[1]> = {}) =>
  subscribePortal(ctx, { zaaksysteem: `${bron.api}/`, token: TOKEN, ...wishes })

test('registers, waits for the handshake, then loads every page with the given token', async () => {
  const [one, two, three] = [testZaak(), testZaak(), testZaak()]
  serveAbonnement(['wacht_op_toestemming', 'actief'])
  bron.answers.set('GET /v1/zaken?limiet=100', () => ({ status: 200, body: { zaken: [one, two], volgende: two.uuid } }))
  bron.answers.set(`GET /v1/zaken?limiet=100&na=${two.uuid}`, () => ({
    status: 200,
    body: { zaken: [three], volgende: null },
  }))

  expect(await subscribe()).toEqual({
    ok: true,
    abonnementId: ID,
    zaken: 3,
    methode: 'JWT',
    contentmodus: 'structured',
  })

  const [registration] = bron.requests
  expect(JSON.parse(registration?.body ?? '')).toEqual({
    protocol: 'HTTP',
    sink: SINK,
    naam: 'Publieksportaal',
    types: [
      'nl.overheid.zaken.zaak-geregistreerd',
      'nl.overheid.zaken.zaakstatus-gewijzigd',
      'nl.overheid.zaken.zaak-heropend',
    ],
    sinkcredential: { credentialtype: 'JWT' },
    config: { contentmodus: 'structured' },
  })
  expect(new Set(bron.requests.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]))
  expect(bron.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /v1/abonnementen',
    `GET /v1/abonnementen/${ID}`,
    `GET /v1/abonnementen/${ID}`,
    'GET /v1/gebeurtenissen?vanaf=2147483647&limiet=1',
    'GET /v1/zaken?limiet=100',
    `GET /v1/zaken?limiet=100&na=${two.uuid}`,
  ])
  const stored = await ctx.db.zaak.findMany()
  expect(stored.map(({ versie, gezienVersie }) => gezienVersie === versie)).toEqual([true, true, true])
})

test('what the source had told before is in the zaken: gaps are looked for from there', async () => {
  serveAbonnement(['actief'])
  emptyPage()
  bron.answers.set('GET /v1/gebeurtenissen', () => ({ status: 200, body: [], headers: { 'Hoogste-Sequence': '41' } }))
  expect(await subscribe()).toMatchObject({ ok: true })
  expect(await ctx.db.bron.findFirst()).toMatchObject({ bijTotSequence: 41 })
})

test('a zaaksysteem that cannot say how far it has counted is not loaded', async () => {
  serveAbonnement(['actief'])
  for (const headers of [{}, { 'Hoogste-Sequence': 'x' }] as Record<string, string>[]) {
    bron.answers.set('GET /v1/gebeurtenissen', () => ({ status: 200, body: [], headers }))
    expect(await subscribe()).toEqual({ ok: false, reason: 'invalid_answer' })
  }
  expect(bron.requests.some(({ url }) => url.startsWith('/v1/zaken'))).toBe(false)
  expect(await ctx.db.bron.findFirst()).toMatchObject({ bijTotSequence: null })
})

test('a handshake that failed is told with its reason, and nothing is loaded', async () => {
  serveAbonnement(['geweigerd'])
  expect(await subscribe()).toEqual({ ok: false, reason: 'geweigerd', foutcode: 'geen_toestemming' })
  expect(bron.requests.some(({ url }) => url.startsWith('/v1/zaken'))).toBe(false)
})

test.each(['http://127.0.0.1:1/elders', '/elders', '/v1/../geheim', ''])(
  'the token is not sent to Location "%s"',
  async (location) => {
    serveAbonnement(['actief'], { location })
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

const emptyPage = () => {
  bron.answers.delete('GET /v1/zaken')
  bron.answers.set('GET /v1/zaken?limiet=100', () => ({ status: 200, body: { zaken: [], volgende: null } }))
}
const wijzen = async () =>
  (await ctx.db.bezorgwijze.findMany({ orderBy: { methode: 'asc' } })).map(({ methode, contentmodus, geldigTot }) => [
    methode,
    contentmodus,
    geldigTot === null,
  ])
const ACCESSTOKEN = { credentialtype: 'ACCESSTOKEN', accesstoken: 'A'.repeat(43) }
const posts = () =>
  bron.requests.filter(({ method }) => method === 'POST').map(({ url, body }) => [url, JSON.parse(body)])

describe('a secret', () => {
  beforeEach(() => {
    emptyPage()
    bron.answers.set(`POST /v1/abonnementen/${ID}/geheim`, () => ({
      status: 201,
      body: { sinkcredential: { ...ACCESSTOKEN, accesstoken: 'B'.repeat(43) } },
    }))
  })
  const hashes = async () => (await ctx.db.bronGeheim.findMany({ orderBy: { id: 'asc' } })).map(({ hash }) => hash)

  test('that the zaaksysteem shows is stored before its handshake gets consent', async () => {
    serveAbonnement(['actief'], { sinkcredential: ACCESSTOKEN })
    let consent: Promise<Response> | undefined
    bron.answers.set('POST /v1/abonnementen', () => {
      const headers = { 'WebHook-Request-Origin': 'zaaksysteem.test' }
      consent = handleWebhook(ctx, new Request(SINK, { method: 'OPTIONS', headers })).then(async (response) => {
        expect(await hashes()).toHaveLength(1)
        return response
      })
      const body = { ...abonnement('wacht_op_toestemming'), sinkcredential: ACCESSTOKEN }
      return { status: 201, body, headers: { location: `/v1/abonnementen/${ID}` } }
    })
    expect(await subscribe({ methode: 'ACCESSTOKEN' })).toMatchObject({ ok: true, methode: 'ACCESSTOKEN' })
    expect((await consent)?.headers.get('webhook-allowed-origin')).toBe('zaaksysteem.test')
    expect(await hashes()).toEqual([hashToken('A'.repeat(43))])
  })

  test('is kept by registering again, and by nothing asked for', async () => {
    serveAbonnement(['actief'], { sinkcredential: ACCESSTOKEN })
    await subscribe({ methode: 'ACCESSTOKEN' })
    serveAbonnement(['actief'], { sinkcredential: { credentialtype: 'ACCESSTOKEN' } })
    expect(await subscribe()).toMatchObject({ ok: true, methode: 'ACCESSTOKEN' })
    expect(await hashes()).toEqual([hashToken('A'.repeat(43))])
    expect(posts().map(([url]) => url)).toEqual(['/v1/abonnementen', '/v1/abonnementen'])
    expect(await ctx.db.bron.findFirst()).toMatchObject({ wachtOpGeheimTot: null })
  })

  test('that the portal lost, or wants to renew, is asked for anew', async () => {
    serveAbonnement(['actief'], { sinkcredential: { credentialtype: 'ACCESSTOKEN' } })
    expect(await subscribe({ methode: 'ACCESSTOKEN' })).toMatchObject({ ok: true })
    expect(posts()[1]).toEqual([`/v1/abonnementen/${ID}/geheim`, { overlapUren: 24 }])
    expect(await hashes()).toEqual([hashToken('B'.repeat(43))])

    await subscribe({ vernieuwGeheim: true })
    expect(await hashes()).toHaveLength(2)
  })
})

test('changing the method: both are accepted, then the old one ends', async () => {
  emptyPage()
  serveAbonnement(['actief'])
  await subscribe()
  bron.answers.set('POST /v1/abonnementen', async () => {
    expect(await wijzen()).toEqual([
      ['JWT', 'structured', true],
      ['NLGOVADR', 'batch', true],
    ])
    return { status: 201, body: abonnement('actief'), headers: { location: `/v1/abonnementen/${ID}` } }
  })
  expect(await subscribe({ methode: 'NLGOVADR', contentmodus: 'batch' })).toMatchObject({ ok: true })
  expect(await wijzen()).toEqual([
    ['JWT', 'structured', false],
    ['NLGOVADR', 'batch', true],
  ])
})

test('what the zaaksysteem refuses is not accepted; what it may have done is', async () => {
  emptyPage()
  serveAbonnement(['actief'])
  await subscribe()
  bron.answers.set('POST /v1/abonnementen', () => ({ status: 400 }))
  expect(await subscribe({ methode: 'NLGOVADR' })).toEqual({ ok: false, reason: 'refused', httpStatus: 400 })
  expect(await wijzen()).toEqual([['JWT', 'structured', true]])

  bron.answers.set('POST /v1/abonnementen', () => ({ status: 201, body: 'geen antwoord' }))
  expect(await subscribe({ methode: 'NLGOVADR' })).toEqual({ ok: false, reason: 'invalid_answer' })
  expect(await wijzen()).toEqual([
    ['JWT', 'structured', true],
    ['NLGOVADR', 'structured', true],
  ])
})

test('binary mode with a method that does not prove headers is not asked for', async () => {
  expect(await subscribe({ methode: 'JWT', contentmodus: 'binary' })).toEqual({ ok: false, reason: 'modus_not_proven' })
  expect(bron.requests).toEqual([])
  expect(await wijzen()).toEqual([])
})
