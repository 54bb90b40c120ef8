import { afterAll, expect, test } from 'vitest'
import { DEMO_BURGER } from '#demo/stage/demo-zaak.ts'
import { readSessionToken } from '#lib/platform/sign-in/session-cookie.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { startTestOidcProvider } from '#lib/platform/sign-in/test-oidc-provider.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { createTestPublieksportaal } from '../../test-context.ts'
import { signInConfig as citizenConfig, handleAuth as handleCitizenAuth } from '../burger/sign-in.ts'
import { DEMO_BEHEERDERS } from './beheerders.ts'
import { findBeheerderOfSessie, handleAuth, signInConfig } from './sign-in.ts'

const APP = 'http://localhost:3000'
const BASE_PATH = '/api/publieksportaal/beheer-auth'
const HOUR = 3_600_000
const [demobeheerder] = DEMO_BEHEERDERS as [(typeof DEMO_BEHEERDERS)[number]]

let now = new Date('2026-11-25T08:00:00Z')

const oidc = await startTestOidcProvider({
  redirectUri: `${APP}${BASE_PATH}/callback/oidc`,
  scopes: { profile: ['name'] },
})
const ctx = await createTestPublieksportaal({
  clock: () => now,
  env: { PUBLIEKSPORTAAL_BEHEERDERS: 'entra-1, entra-2' },
})
// A process never starts with both ways to sign in; this context has both for its tests.
Object.assign(ctx.env, {
  PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER: oidc.issuer,
  PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_ID: oidc.clientId,
  PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET: oidc.clientSecret,
})
use(ctx)

afterAll(async () => {
  await ctx.close()
  oidc.close()
})

/** Makes this the context of the process, which `handleAuth` uses. */
function use(context: PublieksportaalContext) {
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: context })
}

const browser = () => createTestBrowser({ app: APP, basePath: BASE_PATH, handle: handleAuth })

async function beheerderIn(visitor: { cookieHeader(): string }, context: PublieksportaalContext = ctx) {
  const token = await readSessionToken(signInConfig(context).site, new Headers({ cookie: visitor.cookieHeader() }))
  return token && findBeheerderOfSessie(context, token.sessieId)
}

async function signedInBrowser() {
  const visitor = browser()
  await visitor.post('callback/demopersoon', { persoon: demobeheerder.subject })
  return visitor
}

test('a beheerder signs in with the work account and arrives where they were going', async () => {
  oidc.signsIn({ sub: 'entra-2', name: 'S. Bos' })
  const visitor = browser()
  const callbackUrl = '/portaalbeheer?reden=invalid_token'
  expect(await visitor.post('signin/oidc', { callbackUrl })).toBe(`${APP}${callbackUrl}`)
  expect(await beheerderIn(visitor)).toMatchObject({ naam: 'S. Bos' })
})

test('an account that is not configured as beheerder is refused', async () => {
  oidc.signsIn({ sub: 'entra-3', name: 'S. Somebody' })
  const visitor = browser()
  expect(await visitor.post('signin/oidc')).toBe(`${APP}/portaalbeheer/inloggen?fout=onbekend`)
  expect(await beheerderIn(visitor)).toBeUndefined()
})

test('the sessie of a former beheerder stops working at once', async () => {
  oidc.signsIn({ sub: 'entra-1', name: 'A. Away' })
  const visitor = browser()
  await visitor.post('signin/oidc')
  expect(await beheerderIn(visitor)).toMatchObject({ naam: 'A. Away' })
  const without = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_BEHEERDERS: ['entra-2'] } }
  expect(await beheerderIn(visitor, without)).toBeUndefined()
})

test('a sign-out invalidates copies of the cookie, and a sessie ends after eight hours', async () => {
  const visitor = await signedInBrowser()
  const thief = browser()
  for (const [name, value] of visitor.cookies()) thief.setCookie(name, value)
  expect(await beheerderIn(thief)).toMatchObject({ naam: 'S. Bos' })
  await visitor.post('signout')
  expect(await beheerderIn(thief)).toBeUndefined()
  expect(await thief.session()).toBeNull()

  const late = await signedInBrowser()
  now = new Date(now.getTime() + 8 * HOUR)
  expect(await beheerderIn(late)).toBeUndefined()
})

test('signing in again in the same browser ends its former sessie', async () => {
  const visitor = await signedInBrowser()
  const former = (await beheerderIn(visitor))?.sessieId as string
  oidc.signsIn({ sub: 'entra-2', name: 'B. Other' })
  await visitor.post('signin/oidc')
  expect(await beheerderIn(visitor)).toMatchObject({ naam: 'B. Other' })
  expect(await findBeheerderOfSessie(ctx, former)).toBeUndefined()
})

test("a citizen's cookie does not open the beheer, nor a beheerder's cookie the citizen's pages", async () => {
  const citizen = createTestBrowser({ app: APP, basePath: '/api/publieksportaal/auth', handle: handleCitizenAuth })
  await citizen.post('callback/demopersoon', { persoon: DEMO_BURGER })
  const beheerder = await signedInBrowser()
  const cookieOf = (visitor: { cookies(): Map<string, string> }, name: string) => visitor.cookies().get(name) as string

  const asBeheerder = browser()
  asBeheerder.setCookie('zaakbode-portaalbeheer.session', cookieOf(citizen, 'zaakbode-mijn.session'))
  expect(await beheerderIn(citizen)).toBeUndefined()
  expect(await beheerderIn(asBeheerder)).toBeUndefined()
  expect(await asBeheerder.session()).toBeNull()

  const asCitizen = browser()
  asCitizen.setCookie('zaakbode-mijn.session', cookieOf(beheerder, 'zaakbode-portaalbeheer.session'))
  const headers = new Headers({ cookie: asCitizen.cookieHeader() })
  expect(await readSessionToken(citizenConfig(ctx).site, headers)).toBeUndefined()
})

test('the id of a sessie of one kind is not accepted for the other', async () => {
  const citizen = createTestBrowser({ app: APP, basePath: '/api/publieksportaal/auth', handle: handleCitizenAuth })
  await citizen.post('callback/demopersoon', { persoon: DEMO_BURGER })
  const { id } = await ctx.db.sessie.findFirstOrThrow()
  expect(await findBeheerderOfSessie(ctx, id)).toBeUndefined()
})

test.each(['/mijn', '/balie', 'https://evil.example/portaalbeheer'])(
  'signing in does not redirect to %s',
  async (callbackUrl) => {
    const visitor = browser()
    const persoon = demobeheerder.subject
    expect(await visitor.post('callback/demopersoon', { persoon, callbackUrl })).toBe(`${APP}/portaalbeheer`)
  },
)

test('outside the demo a demo person cannot sign in and has no sessie', async () => {
  const visitor = await signedInBrowser()
  const live = { ...ctx, env: { ...ctx.env, DEMO: false } }
  expect(await beheerderIn(visitor, live)).toBeUndefined()
  use(live)
  try {
    const other = browser()
    await other.post('callback/demopersoon', { persoon: demobeheerder.subject })
    expect(Object.keys((await (await other.get('providers')).json()) as object)).toEqual(['oidc'])
    expect(await beheerderIn(other)).toBeUndefined()
  } finally {
    use(ctx)
  }
})
