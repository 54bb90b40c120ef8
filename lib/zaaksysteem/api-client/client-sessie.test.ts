import { encode } from 'next-auth/jwt'
import { afterEach, expect, test, vi } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { forged } from '#lib/platform/crypto/test-forged.ts'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { DAY_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import {
  CLIENT_SESSIE_SECONDS,
  findClientOfCookie,
  MAX_TOKEN_LENGTH,
  signInClient,
  signOutClient,
} from './client-sessie.ts'
import { findOwnTokens } from './find-api-clients.ts'
import { rotateToken, withdrawToken } from './rotate-token.ts'
import { createTestClient } from './test-api-client.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
let now = NOW

const ctx = await openTestZaaksysteem({ clock: () => now })
afterEach(() => {
  now = NOW
  vi.useRealTimers()
})

let parties = 0
const signIn = (token: string, party = `party-${parties++}`) =>
  signInClient(ctx, { token, party, headers: new Headers() })

async function cookieOf(token: string): Promise<string> {
  const signedIn = await signIn(token)
  return signedIn.ok ? signedIn.cookie : expect.fail(signedIn.reason)
}

test('signing in with a token gives the rights of the token, and is audited', async () => {
  const { token, naam } = await createTestClient(ctx, { scopes: ['zaken.lezen'], zaaktypen: ['OMG-KAP'] })
  const cookie = await cookieOf(token)
  expect(await findClientOfCookie(ctx, cookie)).toEqual({
    client: naam,
    scopes: ['zaken.lezen'],
    zaaktypen: ['OMG-KAP'],
    types: undefined,
    token,
  })
  const rows = await ctx.db.auditregel.findMany({ where: { actor: naam } })
  expect(rows).toMatchObject([{ actorSoort: 'api_client', handeling: 'inloggen', uitkomst: 'gelukt' }])
})

test('the cookie does not reveal the token', async () => {
  const { token } = await createTestClient(ctx)
  const cookie = await cookieOf(token)
  const parts = cookie.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
  expect([cookie, ...parts].join()).not.toContain(token.slice(3, 12))
})

test('a client of the environment can sign in, but not with the hash of its token', async () => {
  const client = await findClientOfCookie(ctx, await cookieOf(ctx.apiToken))
  expect(client).toMatchObject({ client: 'publieksportaal' })
  expect(JSON.stringify(client)).not.toContain(hashToken(ctx.apiToken))
})

test('a sessie ends as soon as its token is withdrawn or replaced, or its client expires', async () => {
  const { id, token } = await createTestClient(ctx)
  const cookie = await cookieOf(token)
  const rotated = await rotateToken(ctx, { id, overlapHours: 1, actor: OPDRACHTREGEL })
  const other = await cookieOf(rotated.ok ? rotated.token : expect.fail(rotated.reason))
  expect(await findClientOfCookie(ctx, cookie)).toBeDefined()
  const [row] = await ctx.db.apiToken.findMany({ where: { hash: hashToken(token) } })
  await withdrawToken(ctx, { id, tokenId: row?.id as string, actor: OPDRACHTREGEL })
  expect(await findClientOfCookie(ctx, cookie)).toBeUndefined()
  expect(await findClientOfCookie(ctx, other)).toBeDefined()
  now = new Date(NOW.getTime() + 7 * DAY_MS)
  expect(await findClientOfCookie(ctx, other)).toBeUndefined()
})

test('a sessie ends an hour after the sign-in, also when it is used', async () => {
  const { token } = await createTestClient(ctx)
  const cookie = await cookieOf(token)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + (CLIENT_SESSIE_SECONDS - 1) * SECOND_MS })
  expect(await findClientOfCookie(ctx, cookie)).toBeDefined()
  // The library tolerates clocks that are fifteen seconds off.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20 * SECOND_MS })
  expect(await findClientOfCookie(ctx, cookie)).toBeUndefined()
})

test('signing out ends the sessie also for a copy of its cookie, is audited once, and leaves other sessies open', async () => {
  const { naam, token } = await createTestClient(ctx)
  const [cookie, other] = [await cookieOf(token), await cookieOf(token)]
  const signOut = () => signOutClient(ctx, { cookie, headers: new Headers() })
  await Promise.all([signOut(), signOut()])
  expect(await findClientOfCookie(ctx, cookie)).toBeUndefined()
  expect(await findClientOfCookie(ctx, other)).toMatchObject({ client: naam })
  now = new Date(NOW.getTime() + (CLIENT_SESSIE_SECONDS - 1) * SECOND_MS)
  await signOutClient(ctx, { cookie: other, headers: new Headers() })
  expect(await findClientOfCookie(ctx, cookie)).toBeUndefined()
  expect(await ctx.db.auditregel.count({ where: { actor: naam, handeling: 'uitloggen' } })).toBe(2)
})

test('signing out ends a sessie whose token is not valid at that moment', async () => {
  const { naam, token } = await createTestClient(ctx)
  const cookie = await cookieOf(token)
  now = new Date(NOW.getTime() + 7 * DAY_MS)
  await signOutClient(ctx, { cookie, headers: new Headers() })
  now = NOW
  expect(await cookieOf(token)).toBeDefined()
  expect(await findClientOfCookie(ctx, cookie)).toBeUndefined()
  expect(await ctx.db.auditregel.count({ where: { actor: naam, handeling: 'uitloggen' } })).toBe(0)
})

test('any other cookie is refused', async () => {
  const { token } = await createTestClient(ctx)
  const cookie = await cookieOf(token)
  const secret = ctx.env.ZAAKSYSTEEM_AUTH_SECRET
  const salt = 'zaakbode-balie.session'
  const strange = [
    undefined,
    '',
    token,
    forged(cookie),
    await encode({ token: { token }, secret: testSecret(), salt: 'zaakbode-ontwikkelaars' }),
    await encode({ token: { token }, secret, salt }),
    await encode({ token: { sessieId: '1' }, secret, salt: 'zaakbode-ontwikkelaars' }),
  ]
  for (const one of strange) expect(await findClientOfCookie(ctx, one), one).toBeUndefined()
})

test.each(['', 'zb_onbekend', 'twee woorden', 'regel\r\nX-Real-IP: 10.0.0.1', 'é', 'x'.repeat(MAX_TOKEN_LENGTH + 1)])(
  '%j is refused as a token, without an auditregel',
  async (token) => {
    const before = await ctx.db.auditregel.count()
    expect(await signIn(token)).toEqual({ ok: false, reason: 'token_invalid' })
    expect(await ctx.db.auditregel.count()).toBe(before)
  },
)

test('too many attempts are refused even with the right token, and other addresses are not affected', async () => {
  const { token } = await createTestClient(ctx)
  for (let i = 0; i < 10; i++) expect(await signIn(`zb_${i}`, 'guesser')).toMatchObject({ reason: 'token_invalid' })
  expect(await signIn(token, 'guesser')).toEqual({ ok: false, reason: 'too_many_requests', retryAfterSeconds: 6 })
  expect(await signIn(token)).toMatchObject({ ok: true })
  now = new Date(NOW.getTime() + 6 * SECOND_MS)
  expect(await signIn(token, 'guesser')).toMatchObject({ ok: true })
})

test('a client sees its own valid tokens, and which one it is using', async () => {
  const { id, naam, token } = await createTestClient(ctx)
  await createTestClient(ctx)
  const rotated = await rotateToken(ctx, { id, overlapHours: 24, actor: OPDRACHTREGEL })
  const newest = rotated.ok ? rotated.token : expect.fail(rotated.reason)
  expect(await findOwnTokens(ctx, { client: naam, token })).toMatchObject({
    clientId: id,
    verlooptOp: new Date(NOW.getTime() + 7 * DAY_MS),
    tokens: [
      { begin: newest.slice(0, 9), verlooptOp: null, isAsking: false },
      { begin: token.slice(0, 9), verlooptOp: new Date(NOW.getTime() + DAY_MS), isAsking: true },
    ],
  })
  now = new Date(NOW.getTime() + DAY_MS)
  expect(await findOwnTokens(ctx, { client: naam, token: newest })).toMatchObject({ tokens: [{ isAsking: true }] })
  expect(await findOwnTokens(ctx, { client: 'publieksportaal', token })).toBeUndefined()
})
