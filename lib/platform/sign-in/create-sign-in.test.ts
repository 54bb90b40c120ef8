import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { forged } from '../crypto/test-forged.ts'
import { readSessionToken } from './session-cookie.ts'
import {
  APP,
  BASE_PATH,
  browser,
  callbackOf,
  club,
  config,
  MEMBER,
  memberIn,
  oidc,
  openClub,
  refusals,
  sessies,
  signedInBrowser,
  submit,
  warnings,
} from './test-club.ts'
import { inRequest } from './test-request.ts'

openClub()

test('a visitor signs in by the code flow of OpenID Connect with all its checks', async () => {
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

test('a person without access returns to the sign-in page with the reason', async () => {
  oidc.signsIn({ sub: 'somebody' })
  const visitor = browser()
  expect(await visitor.post('signin/oidc')).toBe(`${APP}/club/sign-in?fout=stranger`)
  expect(await memberIn(visitor)).toBeUndefined()
  expect(sessies.size).toBe(0)
  expect(refusals).toEqual(['stranger'])
})

test('when looking up the person fails, nobody is signed in and the sign-in page says so', async () => {
  oidc.signsIn({ sub: 'unlucky' })
  const visitor = browser()
  expect(await visitor.post('signin/oidc')).toBe(`${APP}/club/sign-in?fout=storing`)
  expect(await memberIn(visitor)).toBeUndefined()
  expect(warnings).toEqual(['identify_failed'])
  expect(refusals).toEqual([])
})

test('a body above the limit is refused before it is read', async () => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', headers, body: 'a&'.repeat(10_000) }
  expect((await club.handleAuth(new NextRequest(`${APP}${BASE_PATH}/signin/oidc`, init))).status).toBe(413)
})

test('a visitor who cancels at the provider comes back to the sign-in page', async () => {
  oidc.cancels()
  const visitor = browser()
  expect(await visitor.post('signin/oidc')).toBe(`${APP}/club/sign-in?error=OAuthCallbackError`)
  expect(await memberIn(visitor)).toBeUndefined()
})

test('a response of the provider to another browser signs nobody in', async () => {
  oidc.signsIn({ sub: MEMBER })
  const attacker = browser()
  await attacker.post('signin/oidc')

  const victim = browser()
  await victim.get(`callback/oidc${new URL(callbackOf(attacker)).search}`)

  expect(await memberIn(victim)).toBeUndefined()
})

/** Returns a browser that went to the provider, and the query of a response that another one left unused. */
async function answered() {
  oidc.signsIn({ sub: MEMBER })
  const visitor = browser()
  const { redirectedTo } = (await submit(visitor, {})) as { redirectedTo: string }
  const messenger = browser()
  await messenger.open(redirectedTo)
  return { visitor, answer: new URL(callbackOf(messenger)).searchParams }
}

test('a code is accepted once, also with the cookies of the browser', async () => {
  const { visitor, answer } = await answered()
  const thief = browser()
  for (const [name, value] of visitor.cookies()) thief.setCookie(name, value)

  await visitor.get(`callback/oidc?${answer}`)
  expect(await memberIn(visitor)).toBeDefined()
  await thief.get(`callback/oidc?${answer}`)
  expect(await memberIn(thief)).toBeUndefined()
})

test.each([
  ['iss', 'https://elsewhere.example'],
  ['state', 'of another browser'],
  ['code', 'guessed'],
])('a response with another %s signs nobody in', async (parameter, value) => {
  const { visitor, answer } = await answered()
  answer.set(parameter, value)
  await visitor.get(`callback/oidc?${answer}`)
  expect(await memberIn(visitor)).toBeUndefined()
})

test('a request from another site cannot sign anybody in or out', async () => {
  const stranger = browser()
  await stranger.post('callback/demopersoon', { persoon: MEMBER, csrfToken: 'guessed' })
  expect(await memberIn(stranger)).toBeUndefined()

  const visitor = await signedInBrowser()
  await visitor.post('signout', { csrfToken: 'guessed' })
  // The request of an image on another site.
  await visitor.get('signout')
  expect(await memberIn(visitor)).toBeDefined()
})

test.each(['https://evil.example/club', '//evil.example', '/\\evil.example', '/elsewhere', 'javascript:alert(1)'])(
  'neither the endpoints nor the form redirect to %s',
  async (address) => {
    const fields = { persoon: MEMBER, callbackUrl: address }
    expect(await browser().post('callback/demopersoon', fields)).toBe(`${APP}/club`)
    expect(await submit(browser(), { persoon: MEMBER, naar: address })).toEqual({ redirectedTo: '/club' })
  },
)

test('signing out invalidates a copy of the cookie', async () => {
  const visitor = await signedInBrowser()
  const thief = browser()
  for (const [name, value] of visitor.cookies()) thief.setCookie(name, value)
  expect(await memberIn(thief)).toBeDefined()

  expect(await visitor.post('signout', { callbackUrl: '/club/sign-in' })).toBe(`${APP}/club/sign-in`)

  expect(await memberIn(thief)).toBeUndefined()
  expect(await thief.session()).toBeNull()
})

test('signing in again, as the same or another person, ends the former sessie of the browser', async () => {
  const visitor = await signedInBrowser()
  const thief = browser()
  for (const [name, value] of visitor.cookies()) thief.setCookie(name, value)

  oidc.signsIn({ sub: 'member-2', name: 'B. Member' })
  await visitor.post('signin/oidc')
  expect(await memberIn(visitor)).toMatchObject({ name: 'B. Member' })
  expect(await memberIn(thief)).toBeUndefined()

  await submit(visitor, { persoon: MEMBER })
  expect(await memberIn(visitor)).toMatchObject({ name: 'A. Member' })
  expect(sessies.size).toBe(1)
})

test('a refusal at the provider keeps the sessie of the browser', async () => {
  const visitor = await signedInBrowser()
  oidc.signsIn({ sub: 'somebody' })
  await visitor.post('signin/oidc')
  expect(await memberIn(visitor)).toMatchObject({ name: 'A. Member' })
})

test('a cookie of another sign-in with the same secret and a forged cookie sign nobody in', async () => {
  const visitor = await signedInBrowser()
  const value = visitor.cookies().get('club.session') as string
  const other = { ...config.site, cookiePrefix: 'other' }
  expect(await readSessionToken(other, new Headers({ cookie: `club.session=${value}` }))).toBeUndefined()
  expect(await readSessionToken(other, new Headers({ cookie: `other.session=${value}` }))).toBeUndefined()

  const elsewhere = browser()
  elsewhere.setCookie('other.session', value)
  expect(await memberIn(elsewhere)).toBeUndefined()

  const tampered = browser()
  tampered.setCookie('club.session', forged(value))
  expect(await memberIn(tampered)).toBeUndefined()
  expect(await tampered.session()).toBeNull()
})

test('a person who is not on the demo list is refused', async () => {
  const visitor = browser()
  expect(await visitor.post('callback/demopersoon', { persoon: 'member-2' })).toBe(
    `${APP}/club/sign-in?error=CredentialsSignin&code=credentials`,
  )
  expect(await memberIn(visitor)).toBeUndefined()
})

test('outside the demo there are no demo persons, and over https cookies are bound to the host', async () => {
  config.site.url = 'https://club.example'
  config.identifyDemopersoon_DEMO_ONLY = undefined
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
