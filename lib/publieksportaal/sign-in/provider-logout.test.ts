import { NextRequest } from 'next/server'
import { afterAll, expect, test } from 'vitest'
import { DEMO_BURGER } from '#demo/stage/demo-zaak.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { startTestOidcProvider } from '#lib/platform/sign-in/test-oidc-provider.ts'
import { createPublieksportaalContext } from '../context.ts'
import { openLiveStream } from '../live/open-live-stream.ts'
import { startPortal } from '../start-portal.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { handleAuth as handleBeheerderAuth } from './beheerder/sign-in.ts'
import { handleAuth as handleBurgerAuth, signInConfig } from './burger/sign-in.ts'

const APP = 'http://localhost:3000'
const BURGER = { basePath: '/api/publieksportaal/auth', handle: handleBurgerAuth }
const BEHEERDER = { basePath: '/api/publieksportaal/beheer-auth', handle: handleBeheerderAuth }
const SUBJECT = 's.bos@gemeente.test'

const start = ({ basePath, handle }: typeof BURGER, scopes: Record<string, string[]>) =>
  startTestOidcProvider({
    redirectUri: `${APP}${basePath}/callback/oidc`,
    scopes,
    app: (request) => handle(new NextRequest(request)),
  })
const burgers = await start(BURGER, { bsn: ['bsn', 'name'] })
const beheerders = await start(BEHEERDER, { profile: ['name'] })
const ctx = await createTestPublieksportaal({ env: { PUBLIEKSPORTAAL_BEHEERDERS: SUBJECT } })
// A process never starts with both ways to sign in; this context has both for its tests.
Object.assign(ctx.env, {
  PUBLIEKSPORTAAL_OIDC_ISSUER: burgers.issuer,
  PUBLIEKSPORTAAL_OIDC_CLIENT_ID: burgers.clientId,
  PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: burgers.clientSecret,
  PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER: beheerders.issuer,
  PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_ID: beheerders.clientId,
  PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET: beheerders.clientSecret,
})
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })

afterAll(async () => {
  await ctx.close()
  burgers.close()
  beheerders.close()
})

async function signedIn(site: typeof BURGER) {
  const visitor = createTestBrowser({ app: APP, ...site })
  await visitor.post('signin/oidc')
  expect(await visitor.session()).not.toBeNull()
  return visitor
}

test('a sign-out at the provider ends the sessie of a citizen and closes pages at other processes', async () => {
  burgers.signsIn({ sub: 'sub-of-the-citizen', bsn: '999990342' })
  const visitor = await signedIn(BURGER)
  const [sessie] = await ctx.db.sessie.findMany({ where: { beeindigdOp: null } })
  const { id: sessieId, burgerId } = sessie as NonNullable<typeof sessie>
  const elsewhere = createPublieksportaalContext(ctx.env, { log: ctx.log })
  const portal = await startPortal(elsewhere)
  try {
    const signal = new AbortController().signal
    const opened = openLiveStream(elsewhere, portal.live, { burgerId, sessieId, lastEventId: undefined, signal })
    if (!opened.ok) throw new Error(opened.reason)
    const reader = opened.stream.getReader()
    expect((await reader.read()).done).toBe(false)

    await visitor.signOutAt(`${burgers.issuer}/session/end`)

    expect(burgers.told).toEqual([200])
    while (!(await reader.read()).done);
    expect(await visitor.session()).toBeNull()
  } finally {
    await portal.close()
    await elsewhere.close()
  }
})

test('a sign-out at the provider ends the sessie of a beheerder', async () => {
  beheerders.signsIn({ sub: SUBJECT, name: 'S. Bos' })
  const visitor = await signedIn(BEHEERDER)
  await visitor.signOutAt(`${beheerders.issuer}/session/end`)
  expect(beheerders.told).toEqual([200])
  expect(await visitor.session()).toBeNull()
})

test('each sign-out has an auditregel with its actor, and no row holds the sub or the sid', async () => {
  const rows = await ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })
  const acts = rows.map(({ actorSoort, handeling, uitkomst }) => `${actorSoort} ${handeling} ${uitkomst}`)
  expect(acts).toEqual([
    'burger inloggen gelukt',
    'burger uitloggen gelukt',
    'beheerder inloggen gelukt',
    'beheerder uitloggen gelukt',
  ])
  const [sessie] = await ctx.db.sessie.findMany()
  expect(sessie).toMatchObject({ subjectHash: expect.stringMatching(/^[\w-]{43}$/), sidHash: expect.any(String) })
  expect(sessie?.subjectHash).not.toBe(sessie?.sidHash)
  expect(JSON.stringify([rows, await ctx.db.uitlogtoken.findMany()])).not.toContain('sub-of-the-citizen')
})

test('a sign-out at the provider ends no sessie of a demo person', async () => {
  const demo = createTestBrowser({ app: APP, ...BURGER })
  await demo.post('callback/demopersoon', { persoon: DEMO_BURGER })
  burgers.signsIn({ sub: 'x-2', bsn: '999990408' })
  const visitor = await signedIn(BURGER)
  const before = await ctx.db.sessie.count({ where: { beeindigdOp: null } })
  await visitor.signOutAt(`${burgers.issuer}/session/end`)
  expect(await ctx.db.sessie.count({ where: { beeindigdOp: null } })).toBe(before - 1)
})

test('a logout token that several processes get at once counts once', async () => {
  const { sessies } = signInConfig(ctx)
  const logout = { subjectHash: 'x', sidHash: null, tokenHash: 'once', expiresAt: new Date(Date.now() + 60_000) }
  const counted = await Promise.all(Array.from({ length: 4 }, () => sessies.endOfProvider(logout)))
  expect(counted.filter(Boolean)).toHaveLength(1)
})
