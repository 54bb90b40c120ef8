import { NextRequest } from 'next/server'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { startTestOidcProvider } from '#lib/platform/sign-in/test-oidc-provider.ts'
import { clearAuditregels } from '../audit/test-auditregels.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { handleAuth } from './sign-in.ts'

const APP = 'http://localhost:3000'
const BASE_PATH = '/api/zaaksysteem/auth'

const lines: string[] = []

const oidc = await startTestOidcProvider({
  redirectUri: `${APP}${BASE_PATH}/callback/oidc`,
  scopes: { profile: ['name', 'roles'] },
  app: (request) => handleAuth(new NextRequest(request)),
})
const ctx = await createTestZaaksysteem({
  log: createLogger('test', { write: (line) => lines.push(line) }, 'debug'),
})
// A real process has only one of the two ways to sign in; this context has both for its tests.
Object.assign(ctx.env, {
  ZAAKSYSTEEM_OIDC_ISSUER: oidc.issuer,
  ZAAKSYSTEEM_OIDC_CLIENT_ID: oidc.clientId,
  ZAAKSYSTEEM_OIDC_CLIENT_SECRET: oidc.clientSecret,
})
Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })
const behandelaar = { subject: 'entra-7', naam: 'B. de Boer', team: 'Parkeren', rollen: [] }
const actor = (await ctx.db.behandelaar.create({ data: behandelaar })).id
beforeEach(async () => {
  await clearAuditregels(ctx)
  lines.length = 0
})
afterAll(async () => {
  await ctx.close()
  oidc.close()
})

const browser = () => createTestBrowser({ app: APP, basePath: BASE_PATH, handle: handleAuth })
const stored = () => ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })
const logged = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'Handeling')

test('signing in and out is stored and logged, with the id of the behandelaar', async () => {
  oidc.signsIn({ sub: 'entra-7', name: 'B. de Boer', roles: ['behandelaar'] })
  const visitor = browser()
  await visitor.post('signin/oidc')
  const { id } = await ctx.db.sessie.findFirstOrThrow()
  await visitor.post('signout')

  const about = { actorSoort: 'behandelaar', actor, objectSoort: 'sessie', objectId: id, uitkomst: 'gelukt' }
  const expected = [
    { handeling: 'inloggen', ...about },
    { handeling: 'uitloggen', ...about },
  ]
  expect(await stored()).toMatchObject(expected)
  expect(logged()).toMatchObject(expected)
  expect(lines.join()).not.toMatch(/entra-7|de Boer/)
})

test('a sign-out at the provider ends the sessie here, and is recorded', async () => {
  oidc.signsIn({ sub: 'entra-7', name: 'B. de Boer', roles: ['behandelaar'] })
  const visitor = browser()
  await visitor.post('signin/oidc')
  await visitor.signOutAt(`${oidc.issuer}/session/end`)
  expect(oidc.told).toEqual([200])
  expect(await visitor.session()).toBeNull()
  expect(await stored()).toMatchObject([{ handeling: 'inloggen' }, { handeling: 'uitloggen', actor }])
})

test('a refusal is stored and logged with its reason, without the claims of the provider', async () => {
  oidc.signsIn({ sub: 'entra-8', name: 'S. Somebody' })
  await browser().post('signin/oidc')
  const refusal = { actorSoort: 'behandelaar', handeling: 'inloggen', uitkomst: 'onbekend' }
  expect(await stored()).toMatchObject([{ ...refusal, actor: null, objectId: null }])
  expect(logged()).toMatchObject([{ level: 40, ...refusal }])
  expect(JSON.stringify(await stored()) + lines.join()).not.toMatch(/entra-8|Somebody/)
})

test('a callback without a sign-in at the provider writes no auditregel', async () => {
  const visitor = browser()
  for (const search of ['?code=x&state=y', '?error=access_denied', '']) await visitor.get(`callback/oidc${search}`)
  await visitor.post('callback/demopersoon', { persoon: 'nobody' })
  await visitor.post('signout')
  expect(await stored()).toEqual([])
})
