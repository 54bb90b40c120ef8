import { afterAll, beforeEach, expect, test } from 'vitest'
import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { startTestOidcProvider } from '#lib/platform/sign-in/test-oidc-provider.ts'
import { readmitBron, retireBron } from '../bron/retire-bron.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { handleAuth as handleBeheerderAuth } from '../sign-in/beheerder/sign-in.ts'
import { handleAuth as handleBurgerAuth } from '../sign-in/burger/sign-in.ts'
import { SOURCE } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { purge } from '../upkeep/purge.ts'
import type { Actor } from './recorded-transaction.ts'

const APP = 'http://localhost:3000'
const BURGER = { basePath: '/api/publieksportaal/auth', handle: handleBurgerAuth }
const BEHEERDER = { basePath: '/api/publieksportaal/beheer-auth', handle: handleBeheerderAuth }
const BSN = '999990342'
const SUBJECT = 's.bos@gemeente.test'

let now = new Date('2026-11-25T09:00:00Z')
const lines: string[] = []

const start = ({ basePath }: { basePath: string }, scopes: Record<string, string[]>) =>
  startTestOidcProvider({ redirectUri: `${APP}${basePath}/callback/oidc`, scopes })
const providers = await Promise.all([start(BURGER, { bsn: ['bsn', 'name'] }), start(BEHEERDER, { profile: ['name'] })])
const [burger, beheerder] = providers as [(typeof providers)[number], (typeof providers)[number]]
const ctx = await createTestPublieksportaal({
  clock: () => now,
  log: createLogger('test', { write: (line) => lines.push(line) }, 'debug'),
  env: { PUBLIEKSPORTAAL_BEHEERDERS: SUBJECT },
})
// No process starts with both sign-ins; this context has both for its tests.
Object.assign(ctx.env, {
  PUBLIEKSPORTAAL_OIDC_ISSUER: burger.issuer,
  PUBLIEKSPORTAAL_OIDC_CLIENT_ID: burger.clientId,
  PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: burger.clientSecret,
  PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER: beheerder.issuer,
  PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_ID: beheerder.clientId,
  PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET: beheerder.clientSecret,
})
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
beforeEach(async () => {
  await ctx.db.auditregel.deleteMany()
  lines.length = 0
})
afterAll(async () => {
  await ctx.close()
  for (const provider of providers) provider.close()
})

const stored = () => ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })
const logged = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'Handeling')

/** Signs in at the provider of one of the sign-ins with these claims, and out again. */
async function visit(site: typeof BURGER, claims: { sub: string; [claim: string]: unknown }) {
  providers[site === BURGER ? 0 : 1]?.signsIn(claims)
  const visitor = createTestBrowser({ app: APP, ...site })
  await visitor.post('signin/oidc')
  await visitor.post('signout')
}

test("a burger's sign-in and sign-out are stored and logged by number", async () => {
  await visit(BURGER, { sub: 'x-1', bsn: BSN, name: 'J. de Vries' })
  const { id } = await ctx.db.burger.findFirstOrThrow()
  const expected = ['inloggen', 'uitloggen'].map((handeling) => ({ actorSoort: 'burger', actor: id, handeling }))
  expect(await stored()).toMatchObject(expected)
  expect(logged()).toMatchObject(expected)
  expect(JSON.stringify(await stored()) + lines.join()).not.toMatch(/999990342|Vries|x-1/)
})

test('a beheerder has the same hash at each sign-in, which does not reveal the account', async () => {
  await visit(BEHEERDER, { sub: SUBJECT, name: 'S. Bos' })
  await visit(BEHEERDER, { sub: SUBJECT, name: 'S. Bos' })
  const [first, ...others] = await stored()
  expect(first).toMatchObject({ actorSoort: 'beheerder', actor: expect.stringMatching(/^[\w-]{43}$/) })
  expect(others).toMatchObject(
    ['uitloggen', 'inloggen', 'uitloggen'].map((handeling) => ({ handeling, actor: first?.actor })),
  )
  expect(JSON.stringify(await stored()) + lines.join()).not.toMatch(/s\.bos|S\. Bos/)
})

test.each([
  ['burger', BURGER, { sub: 'x-2', name: 'N. Nobody' }, 'geen_bsn'],
  ['beheerder', BEHEERDER, { sub: 'x-2', name: 'N. Nobody' }, 'onbekend'],
] as const)('a refused %s is stored and logged with the reason alone', async (actorSoort, site, claims, uitkomst) => {
  await visit(site, claims)
  const refusal = { actorSoort, handeling: 'inloggen', uitkomst }
  expect(await stored()).toMatchObject([{ ...refusal, actor: null, objectId: null }])
  expect(logged()).toMatchObject([refusal])
  expect(JSON.stringify(await stored()) + lines.join()).not.toMatch(/x-2|Nobody/)
})

test('retiring and readmitting a bron are stored with their actor; an act without effect is not', async () => {
  const actor: Actor = { soort: 'beheerder', id: 'a-hash' }
  await registerTestBron(ctx)
  await ctx.db.auditregel.deleteMany()
  await readmitBron(ctx, { source: SOURCE, actor })
  await retireBron(ctx, { source: SOURCE, actor })
  await readmitBron(ctx, { source: SOURCE, actor })
  await retireBron(ctx, { source: 'urn:onbekend', actor })
  const about = { actorSoort: 'beheerder', actor: 'a-hash', objectSoort: 'bron', objectId: SOURCE }
  expect(await stored()).toMatchObject([
    { handeling: 'bron_intrekken', ...about },
    { handeling: 'bron_toelaten', ...about },
  ])
})

test('auditregels are deleted after 18 months', async () => {
  await registerTestBron(ctx)
  await retireBron(ctx, { actor: { soort: 'opdrachtregel', id: 'opdrachtregel' } })
  now = new Date(now.getTime() + KEEP_AUDITREGELS_MS)
  await purge(ctx, 'auditregel')
  expect(await stored()).not.toEqual([])
  now = new Date(now.getTime() + 1)
  await purge(ctx, 'auditregel')
  expect(await stored()).toEqual([])
})
