// must come first: it gives Next.js the AsyncLocalStorage in which Next.js keeps a request
import 'next/dist/server/node-environment-baseline.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { LogFields, Logger } from '../logger.ts'
import { createSignIn } from './create-sign-in.ts'
import { readSessionToken } from './read-session-token.ts'
import type { SessieToken, SignInConfig } from './sign-in-config.ts'
import { createTestBrowser } from './test-browser.ts'
import { startTestOidcProvider } from './test-oidc-provider.ts'
import { inRequest } from './test-request.ts'

const APP = 'http://localhost:3000'
const BASE_PATH = '/api/club/auth'
const MEMBER = 'member-1'

type Member = { name: string; sessieId: string }
type Config = SignInConfig<string, Member>

/** The sessies of a club, in memory. */
const sessies = new Map<string, { name: string; uses: number }>()
const warnings: string[] = []
let oidc: Awaited<ReturnType<typeof startTestOidcProvider>>
let config: Config

const warn = (fields: LogFields) => warnings.push(String(fields.code))
const log = { debug() {}, info() {}, error() {}, warn } as unknown as Logger

beforeAll(async () => {
  oidc = await startTestOidcProvider({
    redirectUri: `${APP}${BASE_PATH}/callback/oidc`,
    scopes: { profile: ['name'] },
  })
})

afterAll(() => oidc.close())

beforeEach(() => {
  sessies.clear()
  warnings.length = 0
  config = {
    site: {
      url: APP,
      basePath: BASE_PATH,
      cookiePrefix: 'club',
      secret: 'a secret that only this test knows',
      root: '/club',
      signInPage: '/club/sign-in',
      maxAgeSeconds: 3600,
    },
    log,
    oidc: {
      issuer: oidc.issuer,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      scope: 'openid profile',
      claimsFrom: 'userinfo',
      async identify({ sub, name }) {
        if (sub === 'unlucky') throw new Error('the database is away')
        return sub.startsWith('member-')
          ? { ok: true, account: String(name ?? 'nameless') }
          : { ok: false, fout: 'stranger' }
      },
    },
    identifyDemopersoon_DEMO_ONLY: async (persoon) =>
      persoon === MEMBER ? { ok: true, account: 'A. Member' } : undefined,
    sessies: {
      async create(name) {
        const sessieId = `sessie-${sessies.size}`
        sessies.set(sessieId, { name, uses: 0 })
        return { sessieId }
      },
      async find({ sessieId }) {
        const sessie = sessies.get(sessieId)
        return sessie && { name: sessie.name, sessieId }
      },
      async end(sessieId) {
        sessies.delete(sessieId)
      },
    },
  }
})

const club = createSignIn(() => config)

const browser = (app = APP) => createTestBrowser({ app, basePath: BASE_PATH, handle: club.handleAuth })
type Browser = ReturnType<typeof browser>

async function signedInBrowser() {
  const visitor = browser()
  await visitor.post('callback/demopersoon', { persoon: MEMBER })
  return visitor
}

async function memberIn(visitor: Browser) {
  const outcome = await inRequest(visitor, club.current)
  return 'value' in outcome ? outcome.value : undefined
}

function submit(visitor: Browser, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return inRequest(visitor, () => club.signIn(form))
}

const callbackOf = (visitor: Browser) => visitor.visited.find((url) => url.includes('/callback/oidc?code=')) as string

test('somebody signs in with OpenID Connect, by the code flow with all its checks', async () => {
  oidc.signsIn({ sub: MEMBER, name: 'A. Member' })
  const visitor = browser()
  expect(await visitor.post('signin/oidc', { callbackUrl: '/club/bar?day=1' })).toBe(`${APP}/club/bar?day=1`)
  const authorization = new URL(visitor.visited.find((url) => url.startsWith(`${oidc.issuer}/auth`)) as string)
  expect(Object.fromEntries(authorization.searchParams)).toMatchObject({
    code_challenge_method: 'S256',
    nonce: expect.any(String),
    state: expect.any(String),
    redirect_uri: `${APP}${BASE_PATH}/callback/oidc`,
  })
  expect(await memberIn(visitor)).toMatchObject({ name: 'A. Member' })
})

test('by the standard an id token tells no name, and the userinfo does', async () => {
  oidc.signsIn({ sub: MEMBER, name: 'A. Member' })
  config.oidc.claimsFrom = 'id_token'
  const visitor = browser()
  await visitor.post('signin/oidc')
  expect(await memberIn(visitor)).toMatchObject({ name: 'nameless' })
})

test('who may not in goes back to the sign-in page with the reason', async () => {
  oidc.signsIn({ sub: 'somebody' })
  const visitor = browser()
  expect(await visitor.post('signin/oidc')).toBe(`${APP}/club/sign-in?fout=stranger`)
  expect(await memberIn(visitor)).toBeUndefined()
  expect(sessies.size).toBe(0)
})

test('when looking somebody up fails, nobody is signed in and the sign-in page says so', async () => {
  oidc.signsIn({ sub: 'unlucky' })
  const visitor = browser()
  expect(await visitor.post('signin/oidc')).toBe(`${APP}/club/sign-in?fout=storing`)
  expect(await memberIn(visitor)).toBeUndefined()
  expect(warnings).toEqual(['identify_failed'])
})

test('who cancels at the provider comes back to the sign-in page', async () => {
  oidc.cancels()
  const visitor = browser()
  expect(await visitor.post('signin/oidc')).toBe(`${APP}/club/sign-in?error=OAuthCallbackError`)
  expect(await memberIn(visitor)).toBeUndefined()
})

test('an answer of the provider that this browser did not ask for signs nobody in', async () => {
  oidc.signsIn({ sub: MEMBER })
  const attacker = browser()
  await attacker.post('signin/oidc')

  const victim = browser()
  await victim.get(`callback/oidc${new URL(callbackOf(attacker)).search}`)

  expect(await memberIn(victim)).toBeUndefined()
})

test('a request from another site cannot sign anybody in or out', async () => {
  const stranger = browser()
  await stranger.post('callback/demopersoon', { persoon: MEMBER, csrfToken: 'guessed' })
  expect(await memberIn(stranger)).toBeUndefined()

  const visitor = await signedInBrowser()
  await visitor.post('signout', { csrfToken: 'guessed' })
  expect(await memberIn(visitor)).toBeDefined()
})

test.each(['https://evil.example/club', '//evil.example', '/\\evil.example', '/elsewhere', 'javascript:alert(1)'])(
  'neither the endpoints nor the form lead on to %s',
  async (address) => {
    const fields = { persoon: MEMBER, callbackUrl: address }
    expect(await browser().post('callback/demopersoon', fields)).toBe(`${APP}/club`)
    expect(await submit(browser(), { persoon: MEMBER, naar: address })).toEqual({ redirectedTo: '/club' })
  },
)

test('signing out kills a copy of the cookie', async () => {
  const visitor = await signedInBrowser()
  const thief = browser()
  for (const [name, value] of visitor.cookies()) thief.setCookie(name, value)
  expect(await memberIn(thief)).toBeDefined()

  expect(await visitor.post('signout', { callbackUrl: '/club/sign-in' })).toBe(`${APP}/club/sign-in`)

  expect(await memberIn(thief)).toBeUndefined()
  expect(await thief.session()).toBeNull()
})

test('a cookie of another sign-in is worth nothing, even under the same secret, nor one that was tampered with', async () => {
  const visitor = await signedInBrowser()
  const value = visitor.cookies().get('club.session') as string
  const other = { ...config.site, cookiePrefix: 'other' }
  expect(await readSessionToken(other, new Headers({ cookie: `club.session=${value}` }))).toBeUndefined()
  expect(await readSessionToken(other, new Headers({ cookie: `other.session=${value}` }))).toBeUndefined()

  const elsewhere = browser()
  elsewhere.setCookie('other.session', value)
  expect(await memberIn(elsewhere)).toBeUndefined()

  const tampered = browser()
  tampered.setCookie('club.session', `${value.slice(0, -4)}AAAA`)
  expect(await memberIn(tampered)).toBeUndefined()
  expect(await tampered.session()).toBeNull()
})

test('somebody who is no demo person is refused', async () => {
  const visitor = browser()
  expect(await visitor.post('callback/demopersoon', { persoon: 'member-2' })).toBe(
    `${APP}/club/sign-in?error=CredentialsSignin&code=credentials`,
  )
  expect(await memberIn(visitor)).toBeUndefined()
})

test('outside the demo there are no demo persons, and over https cookies are bound to the host', async () => {
  config = {
    ...config,
    site: { ...config.site, url: 'https://club.example' },
    identifyDemopersoon_DEMO_ONLY: undefined,
  }
  const visitor = browser('https://club.example')
  await visitor.post('callback/demopersoon', { persoon: MEMBER })
  expect(Object.keys((await (await visitor.get('providers')).json()) as object)).toEqual(['oidc'])
  expect(await visitor.session()).toBeNull()
  expect([...visitor.cookies().keys()].every((name) => name.startsWith('__Host-club.'))).toBe(true)
  const line = (await browser('https://club.example').get('csrf')).headers.getSetCookie().join()
  expect(line).toMatch(/Path=\/;.*HttpOnly; Secure; SameSite=Lax/)
  expect(line).not.toMatch(/Domain=/)
})

test('without an issuer, a client id and a secret there is no identity provider', async () => {
  config.oidc.clientSecret = undefined
  const visitor = browser()
  expect(Object.keys((await (await visitor.get('providers')).json()) as object)).toEqual(['demopersoon'])
  expect(await inRequest(visitor, () => club.visit({}))).toMatchObject({ value: { ways: { oidc: false, demo: true } } })
})

test('the form signs in as a demo person, and leads on to where they were going', async () => {
  const visitor = browser()
  expect(await submit(visitor, { persoon: MEMBER, naar: '/club/bar' })).toEqual({ redirectedTo: '/club/bar' })
  expect(await memberIn(visitor)).toMatchObject({ name: 'A. Member' })
})

test('a demo person who does not exist comes back to the form, which still knows where they were going', async () => {
  const visitor = browser()
  expect(await submit(visitor, { persoon: 'nobody', naar: '/club/bar' })).toEqual({
    redirectedTo: '/club/sign-in?error=CredentialsSignin&naar=%2Fclub%2Fbar',
  })
  expect(await memberIn(visitor)).toBeUndefined()
})

test('the form without a demo person starts at the identity provider', async () => {
  const outcome = await submit(browser(), { naar: '/club/bar' })
  const { origin, searchParams } = new URL((outcome as { redirectedTo: string }).redirectedTo)
  expect(origin).toBe(oidc.issuer)
  expect(searchParams.get('redirect_uri')).toBe(`${APP}${BASE_PATH}/callback/oidc`)
})

test('the sign-in page is told why somebody is there, and where they were going', async () => {
  const ways = { oidc: true, demo: true }
  const visit = (params: Record<string, string>) => inRequest(browser(), () => club.visit(params))
  expect(await visit({})).toEqual({ value: { naar: '/club', problem: undefined, signedOut: false, ways } })
  expect(await visit({ fout: 'stranger', naar: '/club/bar' })).toMatchObject({
    value: { naar: '/club/bar', problem: 'stranger' },
  })
  expect(await visit({ error: 'Configuration', callbackUrl: 'https://evil.example' })).toMatchObject({
    value: { naar: '/club', problem: 'Configuration' },
  })
  expect(await visit({ uitgelogd: '1' })).toMatchObject({ value: { signedOut: true } })
})

test('who is signed in already goes on from the sign-in page at once', async () => {
  const visitor = await signedInBrowser()
  expect(await inRequest(visitor, () => club.visit({ naar: '/club/bar' }))).toEqual({ redirectedTo: '/club/bar' })
})

test('a page that needs somebody sends anyone else to the sign-in page, and from there back', async () => {
  const visitor = await signedInBrowser()
  expect(await inRequest(visitor, club.require)).toMatchObject({ value: { name: 'A. Member' } })

  const headers = { 'x-request-path': '/club/bar?day=1' }
  expect(await inRequest(browser(), club.require, { headers })).toEqual({
    redirectedTo: '/club/sign-in?naar=%2Fclub%2Fbar%3Fday%3D1',
  })
})

test('whose sessie is over is told so, where the sign-in has a code for it', async () => {
  const visitor = await signedInBrowser()
  sessies.clear()
  expect(await inRequest(visitor, club.require)).toEqual({ redirectedTo: '/club/sign-in?naar=%2Fclub' })
  config.site.expiredCode = 'over'
  expect(await inRequest(visitor, club.require)).toEqual({ redirectedTo: '/club/sign-in?fout=over&naar=%2Fclub' })
  expect(await inRequest(browser(), club.require)).toEqual({ redirectedTo: '/club/sign-in?naar=%2Fclub' })
})

test('a page that needs somebody extends their sessie, and looking who it is does not', async () => {
  config.sessies.extend = async ({ sessieId }: SessieToken) => {
    const sessie = sessies.get(sessieId)
    if (sessie) sessie.uses += 1
  }
  const visitor = await signedInBrowser()
  await memberIn(visitor)
  await visitor.session()
  expect([...sessies.values()]).toMatchObject([{ uses: 0 }])
  await inRequest(visitor, club.require)
  expect([...sessies.values()]).toMatchObject([{ uses: 1 }])
})

test('signing out ends the sessie and leads to the sign-in page', async () => {
  const visitor = await signedInBrowser()
  expect(await inRequest(visitor, club.signOut)).toEqual({ redirectedTo: '/club/sign-in?uitgelogd=1' })
  expect(sessies.size).toBe(0)
  expect(visitor.cookies().has('club.session')).toBe(false)
})

test('when a sessie cannot be ended nobody is told that they are signed out, and the cookie stays', async () => {
  const visitor = await signedInBrowser()
  config.sessies.end = () => Promise.reject(new Error('the database is away'))
  await expect(inRequest(visitor, club.signOut)).rejects.toThrow('the database is away')
  expect(visitor.cookies().has('club.session')).toBe(true)
})
