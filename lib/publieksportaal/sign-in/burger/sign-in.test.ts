import { inspect } from 'node:util'
import { decode } from 'next-auth/jwt'
import { afterAll, expect, test } from 'vitest'
import { DEMO_BURGER } from '#demo/stage/demo-zaak.ts'
import type { LogFields } from '#lib/platform/logger.ts'
import { readSessionToken } from '#lib/platform/sign-in/session-cookie.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { startTestOidcProvider } from '#lib/platform/sign-in/test-oidc-provider.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../../test-context.ts'
import { extendSessie, findActieveSessies, findBurgerOfSessie } from './sessies.ts'
import { handleAuth, signInConfig } from './sign-in.ts'

const APP = 'http://localhost:3000'
const BASE_PATH = '/api/publieksportaal/auth'
const BSN = '999990342'
const MINUTE = 60_000

let now = new Date('2026-11-25T09:00:00Z')
const logLines: string[] = []

const oidc = await startTestOidcProvider({
  redirectUri: `${APP}${BASE_PATH}/callback/oidc`,
  scopes: { burgerservicenummer: ['burgerservicenummer', 'name'] },
})
const ctx = await createTestPublieksportaal({
  clock: () => now,
  log: { debug: record, info: record, warn: record, error: record },
  env: {
    PUBLIEKSPORTAAL_OIDC_SCOPE: 'openid burgerservicenummer',
    PUBLIEKSPORTAAL_OIDC_BSN_CLAIM: 'burgerservicenummer',
  },
})
// A process never starts with both ways to sign in; this context has both for its tests.
Object.assign(ctx.env, {
  PUBLIEKSPORTAAL_OIDC_ISSUER: oidc.issuer,
  PUBLIEKSPORTAAL_OIDC_CLIENT_ID: oidc.clientId,
  PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: oidc.clientSecret,
})
use(ctx)

afterAll(async () => {
  await ctx.close()
  oidc.close()
})

/** Records every field; the real logger drops unknown fields. */
function record(fields: LogFields, message: string) {
  logLines.push(inspect(fields, { depth: 9 }) + message)
}

/** Makes this the context of the process, which `handleAuth` uses. */
function use(context: TestPublieksportaal) {
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: context })
}

const browser = () => createTestBrowser({ app: APP, basePath: BASE_PATH, handle: handleAuth })

async function signedInBrowser() {
  const visitor = browser()
  await visitor.post('callback/demopersoon', { persoon: DEMO_BURGER })
  return visitor
}

const callbackOf = (visitor: { visited: string[] }) =>
  visitor.visited.find((url) => url.includes('/callback/oidc?code=')) as string

async function tokenIn(visitor: { cookieHeader(): string }) {
  return readSessionToken(signInConfig(ctx).site, new Headers({ cookie: visitor.cookieHeader() }))
}

const isActief = async (sessieId: string) => (await findActieveSessies(ctx, [sessieId])).has(sessieId)

async function burgerIn(visitor: { cookieHeader(): string }) {
  const token = await tokenIn(visitor)
  return token && findBurgerOfSessie(ctx, token)
}

test('a citizen signs in with OpenID Connect and arrives where they were going', async () => {
  oidc.signsIn({ sub: 'x-1', burgerservicenummer: BSN, name: 'J. de Vries' })
  const visitor = browser()

  const arrived = await visitor.post('signin/oidc', { callbackUrl: '/mijn/zaken/1?taal=en' })

  expect(arrived).toBe(`${APP}/mijn/zaken/1?taal=en`)
  const burger = await burgerIn(visitor)
  expect(burger?.naam).toBe('J. de Vries')
  expect(await ctx.db.sessie.findUnique({ where: { id: burger?.sessieId } })).toMatchObject({
    burgerId: burger?.burgerId,
    verlooptOp: new Date(now.getTime() + 15 * MINUTE),
    beeindigdOp: null,
  })
})

test('the BSN is in no cookie, address or log line', async () => {
  oidc.signsIn({ sub: 'x-1', burgerservicenummer: BSN, name: 'J. de Vries' })
  const visitor = browser()
  await visitor.post('signin/oidc', { callbackUrl: '/mijn' })
  await visitor.session()
  await visitor.get(`callback/oidc${new URL(callbackOf(visitor)).search}`)
  expect(logLines.join()).toContain('InvalidCheck')

  const secret = ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET
  const contents = [...visitor.cookies()].map(async ([name, value]) =>
    value.split('.').length === 5 ? JSON.stringify(await decode({ token: value, salt: name, secret })) : value,
  )
  const everything = [...(await Promise.all(contents)), ...visitor.visited, ...logLines]
  expect(everything.some((text) => text.includes('sessieId'))).toBe(true)
  expect(everything.filter((text) => text.includes(BSN))).toEqual([])
})

test.each([[undefined], ['1234567'], [999990342], ['999990343'], ['99990342'], ['000000000']])(
  'without a valid BSN (%s) nobody is signed in and nothing is stored',
  async (bsn) => {
    const before = await ctx.db.burger.count()
    oidc.signsIn({ sub: 'sub-of-somebody', burgerservicenummer: bsn })
    const visitor = browser()
    expect(await visitor.post('signin/oidc', { callbackUrl: '/mijn' })).toBe(`${APP}/mijn/inloggen?fout=geen_bsn`)
    expect(await burgerIn(visitor)).toBeUndefined()
    expect(await ctx.db.burger.count()).toBe(before)
    expect([...visitor.visited, ...logLines].join()).not.toContain(String(bsn ?? 'sub-of-somebody'))
  },
)

test('a sign-in at too low a level is refused, and the refusal recorded', async () => {
  Object.assign(ctx.env, { PUBLIEKSPORTAAL_OIDC_ACR_ACCEPTED: ['urn:test:midden'] })
  try {
    oidc.signsIn({ sub: 'x-4', burgerservicenummer: BSN }, { acr: 'urn:test:basis' })
    const visitor = browser()
    expect(await visitor.post('signin/oidc', { callbackUrl: '/mijn' })).toBe(
      `${APP}/mijn/inloggen?fout=niveau_onbekend`,
    )
    expect(await ctx.db.auditregel.findFirst({ where: { uitkomst: 'niveau_onbekend' } })).toMatchObject({ actor: null })
    Object.assign(ctx.env, { PUBLIEKSPORTAAL_OIDC_ACR_VALUES: ['urn:test:midden'] })
    expect(await visitor.post('signin/oidc', { callbackUrl: '/mijn' })).toBe(`${APP}/mijn/inloggen?fout=te_zwak`)
    expect(await ctx.db.auditregel.findFirst({ where: { uitkomst: 'te_zwak' } })).toMatchObject({ actor: null })
    expect(await burgerIn(visitor)).toBeUndefined()
  } finally {
    Object.assign(ctx.env, { PUBLIEKSPORTAAL_OIDC_ACR_ACCEPTED: [], PUBLIEKSPORTAAL_OIDC_ACR_VALUES: [] })
  }
})

test('another person who signs in at the same browser ends the former sessie and closes its page', async () => {
  const visitor = await signedInBrowser()
  const former = (await burgerIn(visitor))?.sessieId as string
  const listener = await ctx.pool.connect()
  const ended = new Promise((resolve) => listener.once('notification', ({ payload }) => resolve(payload)))
  await listener.query('listen sessie_beeindigd')

  oidc.signsIn({ sub: 'x-3', burgerservicenummer: '123456782', name: 'K. van Dijk' })
  await visitor.post('signin/oidc')

  expect(await ended).toBe(former)
  listener.release(true)
  expect(await isActief(former)).toBe(false)
  expect(await burgerIn(visitor)).toMatchObject({ naam: 'K. van Dijk' })
})

test.each(['https://evil.example/mijn', '/balie'])('signing in does not redirect to %s', async (callbackUrl) => {
  expect(await browser().post('callback/demopersoon', { persoon: DEMO_BURGER, callbackUrl })).toBe(`${APP}/mijn`)
})

test('a sign-out invalidates copies of the cookie and ends the live streams', async () => {
  const visitor = await signedInBrowser()
  const sessieId = (await burgerIn(visitor))?.sessieId as string
  const thief = browser()
  for (const [name, value] of visitor.cookies()) thief.setCookie(name, value)
  expect(await thief.session()).not.toBeNull()
  const listener = await ctx.pool.connect()
  const ended = new Promise((resolve) => listener.once('notification', ({ payload }) => resolve(payload)))
  await listener.query('listen sessie_beeindigd')

  await visitor.post('signout')

  expect(await ended).toBe(sessieId)
  listener.release(true)
  expect(await isActief(sessieId)).toBe(false)
  expect(await burgerIn(thief)).toBeUndefined()
  expect(await thief.session()).toBeNull()
})

test('a sessie ends after 15 minutes without use, and a lookup is no use', async () => {
  const visitor = await signedInBrowser()
  const sessieId = (await burgerIn(visitor))?.sessieId as string
  now = new Date(now.getTime() + 14 * MINUTE)
  await visitor.session()
  expect(await isActief(sessieId)).toBe(true)
  now = new Date(now.getTime() + MINUTE)
  expect(await isActief(sessieId)).toBe(false)
  expect(await burgerIn(visitor)).toBeUndefined()
  expect(await visitor.session()).toBeNull()
})

test('use extends a sessie, up to two hours after its start', async () => {
  const visitor = await signedInBrowser()
  const { sessieId, begonnenOp } = (await tokenIn(visitor)) as unknown as { sessieId: string; begonnenOp: number }
  for (let minutes = 10; minutes < 120; minutes += 10) {
    now = new Date(begonnenOp + minutes * MINUTE)
    await extendSessie(ctx, { sessieId, begonnenOp })
    expect(await isActief(sessieId)).toBe(true)
  }
  now = new Date(begonnenOp + 120 * MINUTE)
  await extendSessie(ctx, { sessieId, begonnenOp })
  expect(await isActief(sessieId)).toBe(false)
})

test('use does not revive a sessie that was ended', async () => {
  const visitor = await signedInBrowser()
  const { sessieId, begonnenOp } = (await tokenIn(visitor)) as unknown as { sessieId: string; begonnenOp: number }
  await visitor.post('signout')
  now = new Date(now.getTime() + MINUTE)
  await extendSessie(ctx, { sessieId, begonnenOp })
  expect(await isActief(sessieId)).toBe(false)
})

test('outside the demo no demo person can sign in, and over https cookies are bound to the host', async () => {
  const live = { ...ctx, env: { ...ctx.env, DEMO: false, PUBLIEKSPORTAAL_URL: 'https://portaal.example' } }
  use(live)
  try {
    const options = { app: 'https://portaal.example', basePath: BASE_PATH, handle: handleAuth }
    const visitor = createTestBrowser(options)
    await visitor.post('callback/demopersoon', { persoon: DEMO_BURGER })
    expect(Object.keys((await (await visitor.get('providers')).json()) as object)).toEqual(['oidc'])
    expect(await visitor.session()).toBeNull()
    expect([...visitor.cookies().keys()].every((name) => name.startsWith('__Host-zaakbode-mijn.'))).toBe(true)
    const line = (await createTestBrowser(options).get('csrf')).headers.getSetCookie().join()
    expect(line).toMatch(/Path=\/;.*HttpOnly; Secure; SameSite=Lax/)
    expect(line).not.toMatch(/Domain=/)
  } finally {
    use(ctx)
  }
})
