import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeEach, expect, test, vi } from 'vitest'
import { APP, browser, later, MEMBER, memberIn, oidc, openClub, submit } from './test-club.ts'
import type { Misbehaviour } from './test-oidc-provider.ts'

openClub()

const SECOND = 1_000
const MINUTE = 60 * SECOND
const DISCOVERY = '/.well-known/openid-configuration'

beforeEach(() => {
  later(11 * MINUTE)
  oidc.asked.length = 0
})

const timesAsked = (path: string) => oidc.asked.filter((asked) => asked === path).length

async function signIn(wrongs: Misbehaviour = {}) {
  oidc.signsIn({ sub: MEMBER }, wrongs)
  const visitor = browser()
  await visitor.post('signin/oidc')
  return memberIn(visitor)
}

test('the discovery document and the keys are fetched once in ten minutes', async () => {
  await signIn()
  later(9 * MINUTE)
  expect(await signIn()).toBeDefined()
  expect([timesAsked(DISCOVERY), timesAsked('/jwks')]).toEqual([1, 1])
  later(MINUTE)
  expect(await signIn()).toBeDefined()
  expect([timesAsked(DISCOVERY), timesAsked('/jwks')]).toEqual([2, 2])
})

test('concurrent visitors share one request for the discovery document', async () => {
  oidc.signsIn({ sub: MEMBER })
  await Promise.all(Array.from({ length: 5 }, () => submit(browser(), {})))
  expect(timesAsked(DISCOVERY)).toBe(1)
})

test('a new key works at once, and unknown keys cause one fetch in 30 seconds', async () => {
  await signIn()
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const next = { ...(await exportJWK(publicKey)), kid: 'next', use: 'sig' }
  const idToken = (honest: string) =>
    new SignJWT(decodeJwt(honest)).setProtectedHeader({ alg: 'RS256', kid: 'next' }).sign(privateKey)
  later(30 * SECOND)
  expect(await signIn({ idToken, keys: [oidc.publicJwk, next] })).toBeDefined()
  expect(timesAsked('/jwks')).toBe(2)

  const unknown = (honest: string) =>
    new SignJWT(decodeJwt(honest)).setProtectedHeader({ alg: 'RS256', kid: 'unknown' }).sign(privateKey)
  for (let attempt = 0; attempt < 3; attempt += 1) expect(await signIn({ idToken: unknown })).toBeUndefined()
  expect(timesAsked('/jwks')).toBe(2)
  later(30 * SECOND)
  expect(await signIn({ idToken: unknown })).toBeUndefined()
  expect(timesAsked('/jwks')).toBe(3)
})

test('while the provider is down, the form fails with the requested page, and retries after five seconds', async () => {
  oidc.signsIn({ sub: MEMBER }, { down: () => true })
  const refused = { redirectedTo: '/club/sign-in?fout=storing&naar=%2Fclub%2Fbar' }
  expect(await submit(browser(), { naar: '/club/bar' })).toEqual(refused)
  expect(await submit(browser(), { naar: '/club/bar' })).toEqual(refused)
  expect(timesAsked(DISCOVERY)).toBe(1)
  expect(await browser().post('signin/oidc')).toBe(`${APP}/club/sign-in?error=Configuration`)

  oidc.signsIn({ sub: MEMBER })
  later(5 * SECOND)
  expect((await submit(browser(), {})) as object).toMatchObject({ redirectedTo: expect.stringContaining(oidc.issuer) })
})

test.each([DISCOVERY, '/token', '/jwks', '/me'])(
  'a provider that does not answer at %s fails the sign-in within the limit',
  async (path) => {
    const limits: { ms: number; end: () => void }[] = []
    const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController()
      limits.push({ ms, end: () => controller.abort(new DOMException('over', 'TimeoutError')) })
      return controller.signal
    })
    try {
      const reached = oidc.whenAsked(path)
      oidc.signsIn({ sub: MEMBER }, { silent: (asked) => asked === path })
      const visitor = browser()
      const arrived = visitor.post('signin/oidc')
      await reached
      for (const { end } of limits) end()
      expect(await arrived).toMatch(/\/club\/sign-in\?(error=Configuration|fout=storing)$/)
      expect(await memberIn(visitor)).toBeUndefined()
      expect(limits.every(({ ms }) => ms <= 5 * SECOND)).toBe(true)
    } finally {
      spy.mockRestore()
    }
  },
)

test('a discovery document that is too large or of another issuer fails the sign-in', async () => {
  oidc.signsIn({ sub: MEMBER }, { discovery: { padding: 'x'.repeat(300_000) } })
  expect(await submit(browser(), {})).toMatchObject({ redirectedTo: expect.stringContaining('fout=storing') })
  later(5 * SECOND)
  oidc.signsIn({ sub: MEMBER }, { discovery: { issuer: 'https://elsewhere.example' } })
  expect(await submit(browser(), {})).toMatchObject({ redirectedTo: expect.stringContaining('fout=storing') })
})

const SMUGGLED =
  '?prompt=none&login_hint=x&acr_values=low&scope=openid+admin&redirect_uri=https://evil.example&claims={}'

test('a link cannot add parameters to the request to the provider', async () => {
  oidc.signsIn({ sub: MEMBER })
  const visitor = browser()
  await visitor.post(`signin/oidc${SMUGGLED}&callbackUrl=/club/bar`)
  const authorization = new URL(visitor.visited.find((url) => url.startsWith(`${oidc.issuer}/auth`)) as string)
  expect([...authorization.searchParams.keys()].sort()).toEqual([
    'client_id',
    'code_challenge',
    'code_challenge_method',
    'nonce',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
  ])
  expect(authorization.searchParams.get('scope')).toBe('openid profile')
  expect(authorization.searchParams.get('redirect_uri')).toBe(`${APP}/api/club/auth/callback/oidc`)
})

test('opening such a link shows the sign-in page without the added parameters', async () => {
  const response = await browser().get(`signin/oidc${SMUGGLED}`)
  const { origin, pathname, search } = new URL(response.headers.get('location') as string)
  expect([origin, pathname]).toEqual([APP, '/club/sign-in'])
  expect(search).not.toMatch(/prompt|login_hint|acr_values|scope|evil|claims/)
})
