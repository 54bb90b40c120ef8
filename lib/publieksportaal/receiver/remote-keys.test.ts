import { constants, generateKeyPairSync, KeyObject, randomUUID, sign } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { KID, KID_ED25519, KID_RSA } from '#lib/proof/test-sender.ts'
import { byKid } from '#lib/proof/verify/public-key.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { bezorgingRequest, newEvent, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { findRemoteKey } from './authenticate.ts'
import { handleWebhook } from './handle-webhook.ts'

const START = new Date('2026-11-25T10:00:00Z').getTime()
let now = START
const clock = () => new Date(now)
let ctx: TestPublieksportaal
let keys: JWK[]
const bron = await startTestBron({ clock })
bron.answers.set('GET /jwks.json', () => ({ status: 200, body: { keys } }))
beforeEach(async () => {
  now = START
  keys = bron.jwks
  // A new context has no keys in memory.
  ctx = await createTestPublieksportaal({ clock, env: bron.env })
  await registerTestBron(ctx, { credentialtype: 'STANDARDWEBHOOKS', secret: bron.secret })
  return () => ctx.close()
})
afterAll(() => bron.close())

/** Delivers an event with an ES256 token and a `v1a` signature by Ed25519. */
async function post(key: CryptoKey = bron.privateKeys.ed25519) {
  const event = newEvent()
  const body = JSON.stringify(event)
  const options = { credentialtype: 'STANDARDWEBHOOKS', body, eventId: event.id, now: clock() } as const
  const content = Buffer.from(`${event.id}.${now / 1000}.${body}`)
  const signature = `v1a,${sign(null, content, KeyObject.from(key)).toString('base64')}`
  return handleWebhook(ctx, bezorgingRequest(body, { ...(await bron.prove(options)), 'webhook-signature': signature }))
}
const changeEd25519 = (change: JWK | object) => {
  keys = bron.jwks.map((jwk) => (jwk.kid === KID_ED25519 ? { ...jwk, ...change } : jwk))
}
const calls = () => bron.requests.filter(({ url }) => url === '/jwks.json').length

test.each([[null], ['x'], [[]], [{}], [{ kty: 1 }]])(
  'an entry %j in the key set is ignored (RFC 7517 section 5)',
  async (entry) => {
    keys = [entry as JWK, ...bron.jwks]
    expect((await post()).status).toBe(204)
  },
)

test('a key is valid from nbf (clocks may differ by five seconds) until exp', async () => {
  changeEd25519({ nbf: START / 1000 + 5, exp: START / 1000 + 60 })
  expect((await post()).status).toBe(204)
  now += 59_000
  expect((await post()).status).toBe(204)
  now += 1_000
  expect((await post()).status).toBe(401)
})

test.each([
  [1024, 401],
  [2048, 204],
])('a signature with an RSA key of %i bits gives %i', async (modulusLength, status) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength })
  keys = [...bron.jwks, { ...publicKey.export({ format: 'jwk' }), kid: 'eigen', alg: 'PS256' } as JWK]
  await registerTestBron(ctx, { credentialtype: 'NLGOVADR' })
  const event = newEvent()
  const body = JSON.stringify(event)
  const headers = await bron.prove({ credentialtype: 'NLGOVADR', body, eventId: event.id, now: clock() })
  const [theirs = ''] = headers['nlgov-adr-payload-sig']?.split('.') ?? []
  const header = { ...JSON.parse(Buffer.from(theirs, 'base64url').toString()), kid: 'eigen' }
  const encoded = Buffer.from(JSON.stringify(header)).toString('base64url')
  const { RSA_PKCS1_PSS_PADDING: padding } = constants
  const content = Buffer.from(`${encoded}.digest: ${headers.digest}`)
  const signature = sign('sha256', content, { key: privateKey, padding, saltLength: 32 }).toString('base64url')
  const signed = { ...headers, 'nlgov-adr-payload-sig': `${encoded}..${signature}` }
  expect((await handleWebhook(ctx, bezorgingRequest(body, signed))).status).toBe(status)
})

test('the next key is fetched when it is first used, at most once per 30 seconds', async () => {
  expect((await post()).status).toBe(204)
  const next = await generateKeyPair('Ed25519', { extractable: true })
  const before = calls()
  now += 29_999
  const early = await post(next.privateKey)
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1'])
  expect(calls()).toBe(before)

  keys = [...bron.jwks, { ...(await exportJWK(next.publicKey)), kid: 'volgende', alg: 'EdDSA', use: 'sig' }]
  now += 1
  const posts = Array.from({ length: 10 }, () => post(next.privateKey))
  expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(Array(10).fill(204))
  expect(calls()).toBe(before + 1)
})

const postGarbage = async () => {
  const body = JSON.stringify(newEvent())
  const token = await bron.sign(body, { header: { kid: randomUUID() } })
  return handleWebhook(ctx, bezorgingRequest(body, { Authorization: `Bearer ${token}` }))
}

test.each([
  ['JWT', KID],
  ['NLGOVADR', KID_RSA],
  ['HTTPMESSAGESIGNATURES', KID_ED25519],
] as const)('a new key for %s is not refused while others send made-up keys', async (credentialtype, newKid) => {
  await registerTestBron(ctx, { credentialtype })
  keys = bron.jwks.filter(({ kid }) => kid !== newKid)
  expect((await postGarbage()).status).toBe(401)
  keys = bron.jwks
  now += 1_000
  const deliver = async () => {
    const event = newEvent()
    const body = JSON.stringify(event)
    const headers = await bron.prove({ credentialtype, body, eventId: event.id, now: clock() })
    return handleWebhook(ctx, bezorgingRequest(body, headers))
  }
  const early = await deliver()
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '29'])
  now += 29_000
  expect((await deliver()).status).toBe(204)
})

test('any number of made-up keys causes one fetch in 30 seconds', async () => {
  const before = calls()
  const statuses = []
  for (let count = 0; count < 30; count++) {
    statuses.push((await postGarbage()).status)
    now += 1_000
  }
  expect(statuses).toEqual([401, ...Array(29).fill(503)])
  expect(calls()).toBe(before + 1)
  expect((await postGarbage()).status).toBe(401)
})

test('a token for another bezorging is refused without a key lookup', async () => {
  const before = calls()
  const body = JSON.stringify(newEvent())
  const token = await bron.sign('something else', { header: { kid: randomUUID() } })
  const response = await handleWebhook(ctx, bezorgingRequest(body, { Authorization: `Bearer ${token}` }))
  expect([response.status, calls()]).toEqual([401, before])
})

test('a key set requested before the bezorging does not refuse it', async () => {
  const search = () =>
    findRemoteKey(ctx, {
      bron: { jwksUrl: ctx.env.PUBLIEKSPORTAAL_BRON_JWKS_URL },
      receivedAt: clock(),
      alg: 'ES256',
      pick: byKid('verzonnen'),
    })
  const first = search()
  now += 1
  expect(await search()).toEqual({ ok: false, reason: 'keys_unavailable', retryAfterSeconds: 30 })
  expect(await first).toEqual({ ok: false, reason: 'unknown_key' })
})

test('a withdrawn key is refused within ten minutes', async () => {
  expect((await post()).status).toBe(204)
  keys = bron.jwks.filter(({ kid }) => kid !== KID_ED25519)
  now += 10 * 60_000
  expect((await post()).status).toBe(401)
})

test('while the JWK set is unavailable known keys work and an unknown one gets 503', async () => {
  expect((await post()).status).toBe(204)
  bron.answers.set('GET /jwks.json', () => ({ status: 500 }))
  now += 30_000
  const unknown = await post((await generateKeyPair('Ed25519')).privateKey)
  expect(unknown.status).toBe(503)
  expect(unknown.headers.get('retry-after')).toBe('5')
  expect((await post()).status).toBe(204)
  bron.answers.set('GET /jwks.json', () => ({ status: 200, body: { keys } }))
})

test('a clock that is set back does not lengthen the pause after a failure', async () => {
  bron.answers.set('GET /jwks.json', () => ({ status: 500 }))
  expect((await post()).status).toBe(503)
  bron.answers.set('GET /jwks.json', () => ({ status: 200, body: { keys } }))
  now -= 60 * 60_000
  expect((await post()).status).toBe(204)
  now += 60 * 60_000
  expect((await post()).status).toBe(204)
})

describe('a bron whose keys', () => {
  test.each([
    ['are answered with an error', { status: 500 }],
    ['are not JSON', { status: 200, body: '<html>' }],
    ['are no key set', { status: 200, body: { keys: 'geen' } }],
    ['are behind a redirect', { status: 302, headers: { location: '/elders' } }],
  ])('%s gives 503, is fetched once per pause, and works again after it', async (_name, failure) => {
    await registerTestBron(ctx)
    const healthy = bron.answers.get('GET /jwks.json') as () => { status: number }
    try {
      bron.answers.set('GET /jwks.json', () => failure)
      const before = calls()
      const body = JSON.stringify(newEvent())
      const responses = await Promise.all(
        Array.from({ length: 5 }, async () => handleWebhook(ctx, await bron.deliver(body))),
      )
      responses.push(await handleWebhook(ctx, await bron.deliver(body)))
      expect(responses.map(({ status }) => status)).toEqual(Array(6).fill(503))
      expect(responses.at(-1)?.headers.get('retry-after')).toBe('5')
      expect(calls() - before).toBe(1)

      bron.answers.set('GET /jwks.json', healthy)
      now += 5_000
      expect((await handleWebhook(ctx, await bron.deliver(body))).status).toBe(204)
    } finally {
      bron.answers.set('GET /jwks.json', healthy)
    }
  })

  test('are cached is not asked at each bezorging, nor for each unknown kid', async () => {
    await registerTestBron(ctx)
    expect((await handleWebhook(ctx, await bron.deliver(newEvent()))).status).toBe(204)
    expect((await postGarbage()).status).toBe(401)
    const before = calls()
    for (let round = 0; round < 3; round++) {
      const body = JSON.stringify(newEvent())
      expect((await handleWebhook(ctx, await bron.deliver(body))).status).toBe(204)
      const token = await bron.sign(body, { header: { kid: `k${round}` } })
      expect((await handleWebhook(ctx, await bron.deliver(body, { token }))).status).toBe(401)
    }
    expect(calls()).toBe(before)
  })
})
