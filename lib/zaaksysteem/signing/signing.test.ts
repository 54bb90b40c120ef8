import { createHash, createPublicKey, type JsonWebKey } from 'node:crypto'
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, jwtVerify } from 'jose'
import jsonwebtoken from 'jsonwebtoken'
import { beforeAll, expect, test } from 'vitest'
import { webhookTokenClaims } from '#lib/contract/webhook-token.ts'
import { SIGNERS } from './signer.ts'
import { publicJwks } from './signing-keys.ts'

const NOW = new Date('2026-11-25T09:00:00.900Z')
const SIGNABLE = {
  body: '{"id":"1","subject":"é"}',
  eventId: '0199a000-0000-7000-8000-000000000001',
  sink: 'https://portaal.test/webhooks?a=%7E',
}
const ZAAKSYSTEEM_SOURCE = 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'

async function privateKey(kid: string) {
  const pair = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(pair.privateKey)), kid } as JWK &
    Record<'kid' | 'x' | 'y' | 'd', string> & { kty: 'EC'; crv: 'P-256' }
}

let env: { ZAAKSYSTEEM_SOURCE: string; ZAAKSYSTEEM_SIGNING_KEYS: { keys: Awaited<ReturnType<typeof privateKey>>[] } }

beforeAll(async () => {
  env = {
    ZAAKSYSTEEM_SOURCE,
    ZAAKSYSTEEM_SIGNING_KEYS: { keys: [await privateKey('2026-11'), await privateKey('2026-12')] },
  }
})

async function signedToken(): Promise<string> {
  const { Authorization } = await SIGNERS.JWT({ env: env as never, clock: () => NOW }, SIGNABLE)
  return String(Authorization).replace('Bearer ', '')
}

test('jsonwebtoken accepts the token and finds what it is bound to', async () => {
  const [jwk] = publicJwks(env).keys
  const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
  const { header, payload } = jsonwebtoken.verify(await signedToken(), key, {
    algorithms: ['ES256'],
    audience: SIGNABLE.sink,
    issuer: ZAAKSYSTEEM_SOURCE,
    subject: SIGNABLE.eventId,
    clockTimestamp: NOW.getTime() / 1000,
    complete: true,
  })
  expect(header).toEqual({ alg: 'ES256', kid: '2026-11', typ: 'webhook+jwt' })
  expect(webhookTokenClaims.strict().parse(payload)).toMatchObject({
    iat: 1795597200,
    exp: 1795597320,
    body_sha256: createHash('sha256').update(Buffer.from(SIGNABLE.body)).digest('base64url'),
  })
})

test('jose accepts the token with the published key set until it has lived 120 seconds', async () => {
  const keys = createLocalJWKSet(publicJwks(env))
  const token = await signedToken()
  const at = (seconds: number) =>
    jwtVerify(token, keys, { currentDate: new Date(NOW.getTime() + seconds * 1000), typ: 'webhook+jwt' })
  await expect(at(119)).resolves.toBeDefined()
  await expect(at(121)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' })
})

test('two attempts never share a token id', async () => {
  const [first, second] = [await signedToken(), await signedToken()].map((token) =>
    jsonwebtoken.decode(token, { json: true }),
  )
  expect(first?.jti).not.toBe(second?.jti)
})

test('only the public half of every key is published', () => {
  const { keys } = env.ZAAKSYSTEEM_SIGNING_KEYS
  expect(publicJwks(env).keys).toEqual(
    keys.map(({ kid, x, y }) => ({ kty: 'EC', crv: 'P-256', kid, x, y, use: 'sig', alg: 'ES256' })),
  )
  for (const { d } of keys) expect(JSON.stringify(publicJwks(env))).not.toContain(d)
})
