import { webcrypto } from 'node:crypto'
import { EventSource } from 'eventsource'
import { base64url, decodeJwt, exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { startTestOidcProvider } from '#lib/platform/sign-in/test-oidc-provider.ts'
import { readZaaksysteemEnv } from '../../env.ts'
import { answerApi } from '../../openapi/operations.ts'
import { stromenOf } from '../../stroom/start-stromen.ts'
import { addGebeurtenissen, startStroomServer } from '../../stroom/test-stroom-server.ts'
import { createTestZaaksysteem } from '../../test-context.ts'
import { readScope } from './verify-access-token.ts'

const AUDIENCE = 'http://localhost:3000/api/zaaksysteem/v1'
const LEZEN = 'gebeurtenissen.lezen'
const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
let now = Date.now()
let genuine: string

const issuer = await startTestOidcProvider({
  redirectUri: 'http://localhost:3000/callback',
  scopes: {},
  api: { audience: AUDIENCE, scopes: [LEZEN, 'zaken.lezen', 'zaken.lezen:APV-EVEN', 'abonnementen.beheren'] },
})
const env = { ZAAKSYSTEEM_OAUTH_ISSUER: issuer.issuer }
const ctx = await createTestZaaksysteem({ clock: () => new Date(now), env })
const web = await startStroomServer(ctx)
await addGebeurtenissen(ctx, 'APV-EVEN', 'OMG-KAP')
afterAll(async () => {
  await web.close()
  await ctx.close()
  issuer.close()
})
beforeEach(async () => {
  // Expires the cached keys of the test before.
  now += 11 * MINUTE_MS
  issuer.misbehaves({})
  issuer.asked.length = 0
  genuine = await sign()
})
afterEach(() => vi.restoreAllMocks())

const nowSeconds = () => Math.floor(now / SECOND_MS)

type Key = Parameters<SignJWT['sign']>[0]
type Changes = { claims?: object; header?: object; key?: Key }

/** Signs a valid token, with the given changes. */
function sign({ claims = {}, header = {}, key = issuer.privateKey }: Changes = {}): Promise<string> {
  const seconds = nowSeconds()
  return new SignJWT({
    iss: issuer.issuer,
    aud: AUDIENCE,
    sub: 'zaakbode',
    client_id: 'zaakbode',
    jti: 'one',
    iat: seconds,
    exp: seconds + 300,
    scope: LEZEN,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'first', ...header })
    .sign(key, { crit: { x: true } })
}

async function call(token: string) {
  const response = await fetch(`${web.url}?vanaf=0`, { headers: { Authorization: `Bearer ${token}` } })
  const body = (await response.json()) as { code?: string; length?: number }
  return { status: response.status, code: body.code, events: body.length, headers: response.headers }
}

const request = (token: string, path: string) =>
  new Request(`http://localhost/api/zaaksysteem/v1/${path}`, { headers: { Authorization: `Bearer ${token}` } })
const timesAsked = (path: string) => issuer.asked.filter((asked) => asked === path).length

async function keyPair(alg: string, kid: string) {
  const { privateKey, publicKey } = await generateKeyPair(alg)
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, use: 'sig' }
  return { key: privateKey, jwk }
}

test('a client credentials token gives the rights in its scopes, for their zaaktypen only', async () => {
  async function fetchToken(scope: string) {
    const token = await issuer.fetchAccessToken(scope)
    now = Date.now()
    return token
  }
  const lezen = await fetchToken(`${LEZEN} zaken.lezen:APV-EVEN`)
  expect(await call(lezen)).toMatchObject({ status: 200, events: 1 })
  const { zaken } = await (await answerApi(ctx, request(lezen, 'zaken'))).json()
  expect(zaken).toMatchObject([{ zaaktype: { identificatie: 'APV-EVEN' } }])
  expect(await call(await fetchToken(LEZEN))).toMatchObject({ status: 200, events: 0 })

  const beheren = await fetchToken('abonnementen.beheren zaken.lezen')
  expect(await call(beheren)).toMatchObject({ status: 403, code: 'scope_missing' })
  expect((await answerApi(ctx, request(beheren, 'abonnementen'))).status).toBe(200)
})

const unsigned = async () => {
  const header = base64url.encode(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: 'first' }))
  return `${header}.${genuine.split('.')[1]}.`
}

const REFUSED: Record<string, () => Promise<string>> = {
  'is not signed': unsigned,
  'is signed with the public key as a secret': async () => {
    const pem = await exportSPKI((await importJWK(issuer.publicJwk, 'RS256', { extractable: true })) as CryptoKey)
    return sign({ header: { alg: 'HS256' }, key: Buffer.from(pem) })
  },
  'is signed by a stranger under the kid of the server': async () =>
    sign({ key: (await generateKeyPair('RS256')).privateKey }),
  'brings its own key': async () => {
    const { key, jwk } = await keyPair('RS256', 'own')
    return sign({ key, header: { kid: 'own', jwk } })
  },
  'was changed after it was signed': async () => {
    const [header, , signature] = genuine.split('.')
    return `${header}.${base64url.encode(JSON.stringify({ ...decodeJwt(genuine), jti: 'two' }))}.${signature}`
  },
  'is an id token': () => sign({ header: { typ: 'JWT' } }),
  'does not say of what type it is': () => sign({ header: { typ: undefined } }),
  'is signed with an algorithm that is not on the list': async () =>
    sign({ key: await importJWK(await exportJWK(issuer.privateKey), 'RS512'), header: { alg: 'RS512' } }),
  'does not name its key': () => sign({ header: { kid: undefined } }),
  'names a key that is not published': () => sign({ header: { kid: 'unknown' } }),
  'has an extension that must be understood': () => sign({ header: { crit: ['x'], x: 1 } }),
  'comes from another issuer': () => sign({ claims: { iss: 'https://elsewhere.example' } }),
  'comes from nearly the same issuer': () => sign({ claims: { iss: `${issuer.issuer}/` } }),
  'is for another API': () => sign({ claims: { aud: 'https://elsewhere.example' } }),
  'is for nobody in particular': () => sign({ claims: { aud: undefined } }),
  'has no end': () => sign({ claims: { exp: undefined } }),
  'is over': () => sign({ claims: { iat: nowSeconds() - 300, exp: nowSeconds() - 6 } }),
  'is not valid yet': () => sign({ claims: { nbf: nowSeconds() + 60 } }),
  'was issued tomorrow': () => sign({ claims: { iat: nowSeconds() + 86_400, exp: nowSeconds() + 86_700 } }),
  'lives longer than an hour': () => sign({ claims: { exp: nowSeconds() + 3_602 } }),
  'does not say when it was issued': () => sign({ claims: { iat: undefined } }),
  'has no jti': () => sign({ claims: { jti: undefined } }),
  'has no sub': () => sign({ claims: { sub: undefined } }),
  'was given to nobody': () => sign({ claims: { client_id: undefined } }),
  'is bound to a key': () => sign({ claims: { cnf: { jkt: 'x' } } }),
  'was given to two': () => sign({ claims: { azp: 'another' } }),
  'is no JSON': async () => `${genuine.split('.')[0]}.e30x.${genuine.split('.')[2]}`,
}

test.each(Object.entries(REFUSED))('a token that %s is refused', async (_, forge) => {
  expect(await call(genuine)).toMatchObject({ status: 200 })
  now += 31 * SECOND_MS
  const refused = await call(await forge())
  expect([refused.status, refused.code]).toEqual([401, 'token_invalid'])
  expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer error="invalid_token"')
})

test.each(['PS256', 'ES256'])('a token signed with %s and with further audiences is accepted', async (alg) => {
  const { key, jwk } = await keyPair(alg, alg)
  issuer.misbehaves({ keys: [issuer.publicJwk, jwk] })
  const header = { alg, kid: alg, typ: 'application/at+jwt' }
  expect(await call(await sign({ key, header, claims: { aud: ['other', AUDIENCE] } }))).toMatchObject({ status: 200 })
})

test.each([
  ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration'],
  ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'],
])('the keys are found by %s when there is no %s', async (_, missing) => {
  issuer.misbehaves({ down: (path) => path === missing })
  expect(await call(genuine)).toMatchObject({ status: 200 })
})

test('metadata of another issuer is not trusted', async () => {
  const discovery = { issuer: 'https://elsewhere.example' }
  issuer.misbehaves({ discovery, down: (path) => path === '/.well-known/oauth-authorization-server' })
  expect(await call(genuine)).toMatchObject({ status: 503 })
})

test('a new key is accepted at once, and a removed key is refused', async () => {
  expect(await call(genuine)).toMatchObject({ status: 200 })
  const { key, jwk } = await keyPair('RS256', 'next')
  issuer.misbehaves({ keys: [jwk] })
  now += 31 * SECOND_MS
  expect(await call(await sign({ key, header: { kid: 'next' } }))).toMatchObject({ status: 200 })
  now += 31 * SECOND_MS
  expect(await call(genuine)).toMatchObject({ status: 401 })
})

test('a flood of tokens with unknown keys fetches the keys once in 30 seconds, and then gets 503 with Retry-After', async () => {
  expect(await call(genuine)).toMatchObject({ status: 200 })
  now += 31 * SECOND_MS
  const flood = () =>
    Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const { status, code, headers } = await call(await sign({ header: { kid: `made-up-${n}` } }))
        return [status, code, headers.get('Retry-After')]
      }),
    )
  // The keys were fetched while these came.
  expect(await flood()).toEqual(Array(30).fill([401, 'token_invalid', null]))
  now += SECOND_MS
  expect(await flood()).toEqual(Array(30).fill([503, 'issuer_unavailable', '29']))
  expect(await call(genuine)).toMatchObject({ status: 200 })
  expect([timesAsked('/jwks'), timesAsked('/.well-known/oauth-authorization-server')]).toEqual([2, 1])
})

test('a valid token is verified once per key set, an invalid one each time', async () => {
  const verify = vi.spyOn(webcrypto.subtle, 'verify')
  for (let time = 0; time < 5; time += 1) expect(await call(genuine)).toMatchObject({ status: 200 })
  expect(verify).toHaveBeenCalledTimes(1)
  const changed = await (REFUSED['was changed after it was signed'] as () => Promise<string>)()
  expect(await call(changed)).toMatchObject({ status: 401 })
  expect(verify).toHaveBeenCalledTimes(2)
  await call(await sign({ claims: { aud: 'https://elsewhere.example' } }))
  expect(verify).toHaveBeenCalledTimes(2)
})

test('while the server is down its clients get 503 with Retry-After, and other clients are served', async () => {
  issuer.misbehaves({ down: () => true })
  const refused = await call(genuine)
  expect([refused.status, refused.code, refused.headers.get('Retry-After')]).toEqual([503, 'issuer_unavailable', '5'])
  expect(await call(await unsigned())).toMatchObject({ status: 401 })
  expect(await call(ctx.apiToken)).toMatchObject({ status: 200 })
  issuer.misbehaves({})
  now += 6 * SECOND_MS
  expect(await call(genuine)).toMatchObject({ status: 200 })
})

test('while the server is down cached keys stay in use, also after a request with an unknown key', async () => {
  expect(await call(genuine)).toMatchObject({ status: 200 })
  issuer.misbehaves({ down: () => true })
  now += 31 * SECOND_MS
  expect(await call(await sign({ header: { kid: 'made-up' } }))).toMatchObject({ status: 503 })
  expect(await call(genuine)).toMatchObject({ status: 200 })
})

test('a request with an unknown key does not delay others', async () => {
  expect(await call(genuine)).toMatchObject({ status: 200 })
  const limit = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal)
  issuer.misbehaves({ silent: (path) => path === '/jwks' })
  now += 31 * SECOND_MS
  const reached = issuer.whenAsked('/jwks')
  const waiting = call(await sign({ header: { kid: 'made-up' } }))
  await reached
  expect(await call(genuine)).toMatchObject({ status: 200 })
  limit.abort()
  expect(await waiting).toMatchObject({ status: 503, code: 'issuer_unavailable' })
})

test('a stream ends when its token expires, and stays open while the authorization server is down', async () => {
  const headers = { Authorization: `Bearer ${await sign({ claims: { exp: nowSeconds() + 1_800 } })}` }
  const source = new EventSource(web.url, {
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, ...headers } }),
  })
  const socket = new WebSocket(web.url.replace('http:', 'ws:'), 'cloudevents.json', { headers })
  const closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve([code, String(reason)])))
  await Promise.all([
    new Promise((resolve) => source.addEventListener('positie', resolve)),
    new Promise((resolve) => socket.on('open', resolve)),
  ])
  const gone = new Promise((resolve) => source.addEventListener('error', resolve))
  const { count, reviewTokens } = await stromenOf(ctx)

  issuer.misbehaves({ down: () => true })
  now += 11 * MINUTE_MS
  await reviewTokens()
  expect([count('sse'), count('websocket')]).toEqual([1, 1])
  now += 20 * MINUTE_MS
  await reviewTokens()
  expect(await closed).toEqual([1008, 'token_invalid'])
  await gone
  // An `EventSource` reconnects by itself.
  source.close()
  expect([count('sse'), count('websocket')]).toEqual([0, 0])
})

test('the environment refuses client names with the prefix of the authorization server', () => {
  const [entry] = ctx.variables.ZAAKSYSTEEM_API_TOKENS?.split(',') ?? []
  const start = () => readZaaksysteemEnv({ ...ctx.variables, ZAAKSYSTEEM_API_TOKENS: `oauth:${entry}` })
  expect(start).toThrow('ZAAKSYSTEEM_API_TOKENS: "oauth:" begins the names of clients of the authorization server')
})

test('without an authorization server every access token is refused', async () => {
  const other = await createTestZaaksysteem()
  try {
    const response = await answerApi(other, request(await sign(), 'zaken'))
    expect([response.status, (await response.json()).code]).toEqual([401, 'token_invalid'])
  } finally {
    await other.close()
  }
})

test.each([
  ['zaken.lezen gebeurtenissen.lezen', ['zaken.lezen', 'gebeurtenissen.lezen'], undefined],
  ['zaken.lezen:APV-EVEN:OMG-KAP zaken.bsn.lezen', ['zaken.lezen', 'zaken.bsn.lezen'], ['APV-EVEN', 'OMG-KAP']],
  ['zaken.lezen:APV-EVEN zaken.lezen:OMG-KAP', ['zaken.lezen'], ['APV-EVEN', 'OMG-KAP']],
  ['zaken.lezen:APV-EVEN zaken.lezen', ['zaken.lezen'], undefined],
  ['openid profile zaken.lezen', ['zaken.lezen'], undefined],
  ['gebeurtenissen.lezen:APV-EVEN ZAKEN.LEZEN zaken', [], []],
  ['', [], []],
])('the scope %j gives the scopes %j for the zaaktypen %j', (scope, scopes, zaaktypen) => {
  expect(readScope(scope)).toEqual({ scopes, zaaktypen })
})

test('a scope without zaaktypen gives access to no zaaktype', () => {
  expect(readScope('zaken.verwijderen')).toEqual({ scopes: ['zaken.verwijderen'], zaaktypen: [] })
})

test.each(['zaken.lezen:', 'zaken.lezen:APV/EVEN', 'zaken.lezen::'])(
  'the malformed limit %s gives access to no zaaktype',
  (limit) => {
    expect(readScope(limit)).toEqual({ scopes: ['zaken.lezen'], zaaktypen: [] })
  },
)

test.each([
  ['abonnementen.beheren zaken.lezen', true],
  ['abonnementen.beheren zaken.lezen:APV-EVEN', false],
  ['abonnementen.beheren', false],
])('%s includes abonnementen.beheren, which ignores zaaktypen: %s', (scope, opens) => {
  expect(readScope(scope).scopes.includes('abonnementen.beheren')).toBe(opens)
})
