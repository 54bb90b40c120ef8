import { KeyObject, randomUUID } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair } from 'jose'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { registerTestBron } from '../../bron/test-registration.ts'
import { KID } from '#lib/proof/test-sender.ts'
import { SINK, startTestBron, statusGewijzigd, type TestBron } from '../../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../../test-context.ts'
import { handleWebhook } from '../handle-webhook.ts'

let now = new Date('2026-11-25T10:00:00Z')
const clock = () => now
let bron: TestBron
let ctx: TestPublieksportaal
beforeAll(async () => {
  bron = await startTestBron({ clock })
  ctx = await createTestPublieksportaal({ clock, env: bron.env })
  await registerTestBron(ctx)
})
beforeEach(() => {
  now = new Date('2026-11-25T10:00:00Z')
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const newBody = () =>
  JSON.stringify(statusGewijzigd({ zaakId: randomUUID(), oudeStatus: 'a', nieuweStatus: 'b', sequence: 1 }))
const post = async (body: string, token?: string) => handleWebhook(ctx, await bron.deliver(body, { token }))
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = () => now.getTime() / 1000

test('a signed delivery is accepted and remembered with its key', async () => {
  const body = newBody()
  expect((await post(body)).status).toBe(204)
  const { id } = JSON.parse(body)
  expect(await ctx.db.ontvangenGebeurtenis.findFirst({ where: { id } })).toMatchObject({
    credentialtype: 'JWT',
    kid: KID,
  })
})

test('a token that jsonwebtoken signed is accepted', async () => {
  const body = newBody()
  const claims = jwt.decode(await bron.sign(body)) as object
  const token = jwt.sign(claims, KeyObject.from(bron.privateKey), {
    algorithm: 'ES256',
    header: { alg: 'ES256', typ: 'webhook+jwt', kid: KID },
  })
  expect((await post(body, token)).status).toBe(204)
})

describe('what does not prove the sender is 401 and leaves no row', () => {
  const attacks: Record<string, (body: string) => Promise<string> | string> = {
    'the signature of another body': () => bron.sign(newBody()),
    'a body that changed by one byte': (body) => bron.sign(body.replace('"b"', '"c"')),
    'another audience': (body) => bron.sign(body, { claims: { aud: `${SINK}/` } }),
    'an audience among others': (body) => bron.sign(body, { claims: { aud: [SINK, 'https://elders.example'] } }),
    'another issuer': (body) => bron.sign(body, { claims: { iss: 'urn:nld:oin:1:systeem:ander' } }),
    'an expired token': (body) => bron.sign(body, { claims: { iat: seconds() - 100, exp: seconds() - 6 } }),
    'a token from the future': (body) => bron.sign(body, { claims: { iat: seconds() + 60, exp: seconds() + 120 } }),
    'a lifetime of ten years': (body) => bron.sign(body, { claims: { exp: seconds() + 315_360_000 } }),
    'a lifetime of 121 seconds': (body) => bron.sign(body, { claims: { exp: seconds() + 121 } }),
    'an old token that does not expire yet': (body) =>
      bron.sign(body, { claims: { iat: seconds() - 126, exp: seconds() + 60 } }),
    'an unknown kid': (body) => bron.sign(body, { header: { kid: 'ander' } }),
    'no kid': (body) => bron.sign(body, { header: { kid: undefined } }),
    'another typ': (body) => bron.sign(body, { header: { typ: 'JWT' } }),
    'no typ': (body) => bron.sign(body, { header: { typ: undefined } }),
    'no exp': (body) => bron.sign(body, { claims: { exp: undefined } }),
    'no iat': (body) => bron.sign(body, { claims: { iat: undefined } }),
    'no jti': (body) => bron.sign(body, { claims: { jti: undefined } }),
    'no sub': (body) => bron.sign(body, { claims: { sub: undefined } }),
    'the sub of another event': (body) => bron.sign(body, { claims: { sub: randomUUID() } }),
    'no body_sha256': (body) => bron.sign(body, { claims: { body_sha256: undefined } }),
    'an empty body_sha256': (body) => bron.sign(body, { claims: { body_sha256: '' } }),
    'alg none': async (body) => {
      const [, payload] = (await bron.sign(body)).split('.')
      return `${base64url({ alg: 'none', typ: 'webhook+jwt', kid: KID })}.${payload}.`
    },
    'HS256 with the public key as secret': async (body) =>
      bron.sign(body, { header: { alg: 'HS256' }, key: Buffer.from(await exportSPKI(bron.publicKey)) }),
    'a key of its own in the header': async (body) => {
      const own = await generateKeyPair('ES256', { extractable: true })
      return bron.sign(body, { header: { jwk: await exportJWK(own.publicKey) }, key: own.privateKey })
    },
    'the right kid with another key': async (body) =>
      bron.sign(body, { key: (await generateKeyPair('ES256')).privateKey }),
    'a signature that was cut short': async (body) => (await bron.sign(body)).slice(0, -2),
    'a token that is not one': () => 'abc.def.ghi',
    'an opaque token': () => 'geheim',
  }
  test.each(Object.entries(attacks))('%s', async (_name, attack) => {
    const body = newBody()
    const before = await ctx.db.ontvangenGebeurtenis.count()
    const response = await post(body, await attack(body))
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await ctx.db.ontvangenGebeurtenis.count()).toBe(before)
  })
})

test('clocks may differ by five seconds', async () => {
  const body = newBody()
  const ahead = { iat: seconds() + 5, exp: seconds() + 60 }
  expect((await post(body, await bron.sign(body, { claims: ahead }))).status).toBe(204)
  const behind = { iat: seconds() - 60, exp: seconds() - 4 }
  expect((await post(body, await bron.sign(body, { claims: behind }))).status).toBe(204)
})

describe('a source whose keys', () => {
  const calls = () => bron.requests.filter(({ url }) => url === '/jwks.json').length

  test.each([
    ['are answered with an error', { status: 500 }],
    ['are not JSON', { status: 200, body: '<html>' }],
    ['are no key set', { status: 200, body: { keys: 'geen' } }],
    ['are behind a redirect', { status: 302, headers: { location: '/elders' } }],
  ])('%s gives 503, is asked once per pause, and is taken up again after it', async (_name, failure) => {
    const healthy = bron.answers.get('GET /jwks.json') as () => { status: number }
    const fresh = await createTestPublieksportaal({ clock, env: bron.env })
    await registerTestBron(fresh)
    try {
      bron.answers.set('GET /jwks.json', () => failure)
      const before = calls()
      const body = newBody()
      const responses = await Promise.all(
        Array.from({ length: 5 }, async () => handleWebhook(fresh, await bron.deliver(body))),
      )
      responses.push(await handleWebhook(fresh, await bron.deliver(body)))
      expect(responses.map(({ status }) => status)).toEqual(Array(6).fill(503))
      expect(responses.at(-1)?.headers.get('retry-after')).toBe('5')
      expect(calls() - before).toBe(1)

      bron.answers.set('GET /jwks.json', healthy)
      now = new Date(now.getTime() + 5_000)
      expect((await handleWebhook(fresh, await bron.deliver(body))).status).toBe(204)
    } finally {
      bron.answers.set('GET /jwks.json', healthy)
      await fresh.close()
    }
  })

  test('are known is not asked for them at each delivery, nor for each unknown kid', async () => {
    const before = calls()
    for (let round = 0; round < 3; round++) {
      const body = newBody()
      expect((await post(body)).status).toBe(204)
      expect((await post(body, await bron.sign(body, { header: { kid: `k${round}` } }))).status).toBe(401)
    }
    expect(calls()).toBe(before)
  })
})

test('the token in the wrong place proves nothing', async () => {
  const body = newBody()
  const token = await bron.sign(body)
  for (const authorization of ['', token, `Basic ${token}`, 'Bearer ', `Bearer ${token} x`]) {
    const request = await bron.deliver(body, { headers: { Authorization: authorization } })
    expect((await handleWebhook(ctx, request)).status).toBe(401)
  }
})
