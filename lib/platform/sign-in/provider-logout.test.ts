import { type JWTPayload, SignJWT } from 'jose'
import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { APP, BASE_PATH, browser, club, config, later, MEMBER, memberIn, oidc, openClub, sessies } from './test-club.ts'
import { inRequest } from './test-request.ts'

openClub()

const MINUTE = 60_000
const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} }

async function signedIn(sub = MEMBER) {
  oidc.signsIn({ sub, name: 'A. Member' })
  const visitor = browser()
  await visitor.post('signin/oidc')
  return visitor
}

async function signOut(visitor: Awaited<ReturnType<typeof signedIn>>): Promise<string> {
  return ((await inRequest(visitor, club.signOut)) as { redirectedTo: string }).redirectedTo
}

/** Sends a valid logout token with `changes`; returns the status of the response. */
async function tell(
  changes: JWTPayload,
  { header = {}, key = oidc.privateKey }: { header?: object; key?: Parameters<SignJWT['sign']>[0] } = {},
) {
  const now = Math.floor(config.clock().getTime() / 1000)
  const claims = {
    iss: oidc.issuer,
    aud: oidc.clientId,
    iat: now,
    exp: now + 120,
    jti: crypto.randomUUID(),
    events: EVENTS,
  }
  const token = await new SignJWT({ ...claims, ...changes })
    .setProtectedHeader({ alg: 'RS256', kid: 'first', typ: 'logout+jwt', ...header })
    .sign(key)
  return (await post(new URLSearchParams({ logout_token: token }))).status
}

const post = (body: URLSearchParams | string | null, method = 'POST') =>
  club.handleAuth(new NextRequest(`${APP}${BASE_PATH}/uitloggen`, { method, body }))

test('signing out leads to the provider, and from there back to the sign-in page', async () => {
  const visitor = await signedIn()
  const address = new URL(await signOut(visitor))
  expect(address.origin).toBe(oidc.issuer)
  expect(Object.fromEntries(address.searchParams)).toEqual({
    client_id: oidc.clientId,
    post_logout_redirect_uri: `${APP}/club/sign-in?uitgelogd=1`,
  })
  expect(await memberIn(visitor)).toBeUndefined()
  expect(await visitor.signOutAt(address.href)).toBe(`${APP}/club/sign-in?uitgelogd=1`)
})

test('signing out at the provider ends the sessie of that browser at once, and no other', async () => {
  const visitor = await signedIn()
  const elsewhere = await signedIn()
  const address = new URL(`${oidc.issuer}/session/end`)
  oidc.told.length = 0
  await visitor.signOutAt(address.href)
  expect(oidc.told).toEqual([200])
  expect(await memberIn(visitor)).toBeUndefined()
  expect(await memberIn(elsewhere)).toBeDefined()
})

test('a token without a sid ends all sessies of that person, and of nobody else', async () => {
  const visitors = [await signedIn(), await signedIn(), await signedIn('member-2')]
  expect(await tell({ sub: MEMBER })).toBe(200)
  expect(await Promise.all(visitors.map(memberIn))).toEqual([undefined, undefined, expect.anything()])
})

test('a token about an unknown session is accepted', async () => {
  expect(await tell({ sid: 'of another app' })).toBe(200)
})

test('a token is accepted once', async () => {
  const jti = crypto.randomUUID()
  expect(await tell({ sub: MEMBER, jti })).toBe(200)
  const visitor = await signedIn()
  expect(await tell({ sub: MEMBER, jti })).toBe(400)
  expect(await memberIn(visitor)).toBeDefined()
})

test('the response is not cacheable and does not tell who was signed in', async () => {
  const answer = await post(new URLSearchParams({ logout_token: 'x' }))
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toMatchObject({ status: 400, code: 'invalid_logout_token' })
})

const soon = () => Math.floor(Date.now() / 1000)

test.each<[string, JWTPayload, { header?: object; key?: Uint8Array }?]>([
  ['is signed with the client secret', {}, { header: { alg: 'HS256' }, key: Buffer.from('x'.repeat(32)) }],
  ['is typed as an access token', {}, { header: { typ: 'at+jwt' } }],
  ['comes from another issuer', { iss: 'https://elsewhere.example' }],
  ['is for another client', { aud: 'another' }],
  ['has a nonce, as an id token', { nonce: 'n' }],
  ['has no subject', { sub: undefined }],
  ['is about another event', { events: { 'https://elsewhere.example/event': {} } }],
  ['is about no event', { events: undefined }],
  ['has no id', { jti: undefined }],
  ['is expired', { exp: soon() - 3600 }],
  ['has no expiry', { exp: undefined }],
  ['is issued in the future', { iat: soon() + 24 * 3600, exp: soon() + 48 * 3600 }],
])('a token that %s ends nothing', async (_, changes, signing) => {
  const visitor = await signedIn()
  expect(await tell({ sub: MEMBER, ...changes }, signing)).toBe(400)
  expect(await memberIn(visitor)).toBeDefined()
})

test.each([undefined, 'JWT', 'logout+jwt', 'application/logout+jwt'])('a token may be typed %s', async (typ) => {
  expect(await tell({ sub: MEMBER }, { header: { typ } })).toBe(200)
})

test('a body that is too large or no form with one token is refused', async () => {
  expect((await post(null)).status).toBe(400)
  expect((await post('logout_token=a&logout_token=b')).status).toBe(400)
  expect((await post(`logout_token=${'x'.repeat(17_000)}`)).status).toBe(400)
  expect((await post(null, 'GET')).status).toBe(405)
  expect(sessies.size).toBe(0)
})

test('without an identity provider every logout token is refused', async () => {
  config.oidc.clientSecret = undefined
  expect(await tell({ sub: MEMBER })).toBe(400)
})

test.each([
  ['is down', { down: () => true }],
  ['offers no sign-out', { discovery: { end_session_endpoint: undefined } }],
  ['gives an invalid address for sign-out', { discovery: { end_session_endpoint: 'javascript:alert(1)' } }],
])('a visitor is signed out of the app when the provider %s', async (_, wrongs) => {
  const visitor = await signedIn()
  later(11 * MINUTE)
  oidc.signsIn({ sub: MEMBER }, wrongs)
  expect(await signOut(visitor)).toBe('/club/sign-in?uitgelogd=1')
  expect(await memberIn(visitor)).toBeUndefined()
})
