import { afterAll, expect, test } from 'vitest'
import { DEMO_BEHANDELAAR } from '#demo/stage/demo-zaak.ts'
import { readSessionToken } from '#lib/platform/sign-in/session-cookie.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { startTestOidcProvider } from '#lib/platform/sign-in/test-oidc-provider.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { findBehandelaarOfSessie } from './sessies.ts'
import { handleAuth, signInConfig } from './sign-in.ts'

const APP = 'http://localhost:3000'
const BASE_PATH = '/api/zaaksysteem/auth'
const HOUR = 3_600_000

let now = new Date('2026-11-25T08:00:00Z')

const oidc = await startTestOidcProvider({
  redirectUri: `${APP}${BASE_PATH}/callback/oidc`,
  scopes: { profile: ['name'], werk: ['rollen', 'afdeling'] },
})
const ctx = await createTestZaaksysteem({
  clock: () => now,
  env: {
    ZAAKSYSTEEM_OIDC_SCOPE: 'openid profile werk',
    ZAAKSYSTEEM_OIDC_ROLLEN_CLAIM: 'rollen',
    ZAAKSYSTEEM_OIDC_TEAM_CLAIM: 'afdeling',
  },
})
// A real process has only one of the two ways to sign in; this context has both for its tests.
Object.assign(ctx.env, {
  ZAAKSYSTEEM_OIDC_ISSUER: oidc.issuer,
  ZAAKSYSTEEM_OIDC_CLIENT_ID: oidc.clientId,
  ZAAKSYSTEEM_OIDC_CLIENT_SECRET: oidc.clientSecret,
})
use(ctx)
await ctx.db.behandelaar.create({
  data: { subject: DEMO_BEHANDELAAR, naam: 'F. El Amrani', team: 'Vergunningen', rollen: ['heropenen'] },
})

afterAll(async () => {
  await ctx.close()
  oidc.close()
})

/** Makes this context the one of the process, which `handleAuth` uses. */
function use(context: Omit<TestZaaksysteem, 'close'>) {
  Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: context })
}

const browser = () => createTestBrowser({ app: APP, basePath: BASE_PATH, handle: handleAuth })

async function behandelaarIn(visitor: { cookieHeader(): string }) {
  const token = await readSessionToken(signInConfig(ctx).site, new Headers({ cookie: visitor.cookieHeader() }))
  return token && findBehandelaarOfSessie(ctx, token.sessieId)
}

const BOER = { sub: 'entra-7', name: 'B. de Boer', afdeling: 'Parkeren', rollen: ['behandelaar', 'heropenen'] }

test('a first sign-in with the work account leads to the requested page', async () => {
  oidc.signsIn(BOER)
  const visitor = browser()
  expect(await visitor.post('signin/oidc', { callbackUrl: '/balie/zaken/1' })).toBe(`${APP}/balie/zaken/1`)
  expect(await behandelaarIn(visitor)).toMatchObject({
    naam: 'B. de Boer',
    team: 'Parkeren',
    rollen: ['behandelaar', 'heropenen'],
  })
  const row = await ctx.db.behandelaar.findUniqueOrThrow({ where: { subject: 'entra-7' } })
  expect(row.laatstIngelogdOp).toEqual(now)
})

test('a person without a role here is refused, and has no row', async () => {
  oidc.signsIn({ sub: 'entra-8', name: 'S. Somebody', rollen: ['wmo'] })
  const visitor = browser()
  expect(await visitor.post('signin/oidc')).toBe(`${APP}/balie/inloggen?fout=onbekend`)
  expect(await behandelaarIn(visitor)).toBeUndefined()
  expect(await ctx.db.behandelaar.count({ where: { subject: 'entra-8' } })).toBe(0)
})

test('a behandelaar who lost the role is signed out everywhere at the next sign-in in any browser', async () => {
  oidc.signsIn(BOER)
  const atWork = browser()
  await atWork.post('signin/oidc')
  expect(await behandelaarIn(atWork)).toBeDefined()

  oidc.signsIn({ ...BOER, rollen: [] })
  expect(await browser().post('signin/oidc')).toBe(`${APP}/balie/inloggen?fout=onbekend`)
  expect(await behandelaarIn(atWork)).toBeUndefined()
  expect(await atWork.session()).toBeNull()
})

test('signing in again in the same browser, also as somebody else, ends its earlier sessie', async () => {
  const visitor = browser()
  await visitor.post('callback/demopersoon', { persoon: DEMO_BEHANDELAAR })
  const former = (await behandelaarIn(visitor))?.sessieId as string
  oidc.signsIn(BOER)
  await visitor.post('signin/oidc')
  expect(await behandelaarIn(visitor)).toMatchObject({ naam: 'B. de Boer' })
  expect(await findBehandelaarOfSessie(ctx, former)).toBeUndefined()
})

test('a demo behandelaar who is not in the database is refused in the same way', async () => {
  const visitor = browser()
  await ctx.db.behandelaar.update({ where: { subject: DEMO_BEHANDELAAR }, data: { subject: 'elsewhere' } })
  try {
    expect(await visitor.post('callback/demopersoon', { persoon: DEMO_BEHANDELAAR })).toBe(
      `${APP}/balie/inloggen?fout=onbekend`,
    )
  } finally {
    await ctx.db.behandelaar.update({ where: { subject: 'elsewhere' }, data: { subject: DEMO_BEHANDELAAR } })
  }
})

test('a behandelaar who is not a demo person cannot be picked', async () => {
  const visitor = browser()
  await ctx.db.behandelaar.create({ data: { subject: 'entra-9', naam: 'N.', team: '', rollen: [] } })
  await visitor.post('callback/demopersoon', { persoon: 'entra-9' })
  expect(await behandelaarIn(visitor)).toBeUndefined()
})

test('signing in leads to the desk and nowhere else', async () => {
  for (const callbackUrl of ['https://evil.example/balie', '/mijn']) {
    expect(await browser().post('callback/demopersoon', { persoon: DEMO_BEHANDELAAR, callbackUrl })).toBe(
      `${APP}/balie`,
    )
  }
})

test('signing out invalidates a copy of the cookie', async () => {
  const visitor = browser()
  await visitor.post('callback/demopersoon', { persoon: DEMO_BEHANDELAAR })
  const thief = browser()
  for (const [name, value] of visitor.cookies()) thief.setCookie(name, value)
  expect(await behandelaarIn(thief)).toMatchObject({ naam: 'F. El Amrani', rollen: ['heropenen'] })

  expect(await visitor.post('signout', { callbackUrl: '/balie/inloggen' })).toBe(`${APP}/balie/inloggen`)

  expect(await behandelaarIn(thief)).toBeUndefined()
  expect(await thief.session()).toBeNull()
})

test('a sessie ends after eight hours, also when the cookie was renewed', async () => {
  const visitor = browser()
  await visitor.post('callback/demopersoon', { persoon: DEMO_BEHANDELAAR })
  now = new Date(now.getTime() + 8 * HOUR - 1)
  expect(await visitor.session()).not.toBeNull()
  now = new Date(now.getTime() + 1)
  expect(await behandelaarIn(visitor)).toBeUndefined()
  expect(await visitor.session()).toBeNull()
})

test('outside the demo a demo person cannot be picked', async () => {
  use({ ...ctx, env: { ...ctx.env, DEMO: false } })
  try {
    const visitor = browser()
    await visitor.post('callback/demopersoon', { persoon: DEMO_BEHANDELAAR })
    expect(Object.keys((await (await visitor.get('providers')).json()) as object)).toEqual(['oidc'])
    expect(await behandelaarIn(visitor)).toBeUndefined()
  } finally {
    use(ctx)
  }
})
