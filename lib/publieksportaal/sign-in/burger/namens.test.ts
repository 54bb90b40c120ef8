import { inspect } from 'node:util'
import { decode } from 'next-auth/jwt'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { LogFields } from '#lib/platform/logger.ts'
import { readSessionToken } from '#lib/platform/sign-in/session-cookie.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { startTestOidcProvider } from '#lib/platform/sign-in/test-oidc-provider.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { findVestigingen } from '../../burger/identiteit.ts'
import { storeZaak } from '../../sync/store-zaak.ts'
import { createTestPublieksportaal } from '../../test-context.ts'
import { testZaak } from '../../test-zaak.ts'
import { findZaakOfBurger } from '../../zaak/find-zaken-of-burger.ts'
import { findActieveSessies, type SignedInBurger } from './sessies.ts'
import { burgerSignIn, currentBurger, handleAuth, requireBurger, requireIngelogde, signInConfig } from './sign-in.ts'

const APP = 'http://localhost:3000'
const BASE_PATH = '/api/publieksportaal/auth'
const BSN = '111222333'
const VADER = '999992004'
const KVK = '90000001'
const VESTIGING = '000090000001'
const CLAIMS = [
  'bsn',
  'name',
  'aanvrager',
  'gemachtigde',
  'urn:etoegang:core:LegalSubjectID',
  'urn:etoegang:core:ActingSubjectID',
  'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr',
  'urn:etoegang:1.9:attribute-represented:CompanyName',
]

const ZELF = { sub: 'l-pinas', bsn: BSN, name: 'L. Pinas' }
const NAMENS_VADER = {
  sub: 'l-pinas',
  aanvrager: { bsn: VADER, naam: 'W. Pinas' },
  gemachtigde: { bsn: BSN },
  name: 'L. Pinas',
}
const ofCompany = (who: string, kvkNummer = KVK) => ({
  sub: who,
  name: who,
  'urn:etoegang:core:LegalSubjectID': kvkNummer,
  'urn:etoegang:core:ActingSubjectID': `${who}@pseudonym`,
  'urn:etoegang:1.9:attribute-represented:CompanyName': 'Bakkerij De Korenaar B.V.',
})
const ofVestiging = (who: string) => ({
  ...ofCompany(who),
  'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': VESTIGING,
})

const logLines: string[] = []

const oidc = await startTestOidcProvider({ redirectUri: `${APP}${BASE_PATH}/callback/oidc`, scopes: { bsn: CLAIMS } })
const record = (fields: LogFields, message: string) => logLines.push(inspect(fields, { depth: 9 }) + message)
const ctx = await createTestPublieksportaal({ log: { debug: record, info: record, warn: record, error: record } })
// A process never starts with both ways to sign in; this context has both for its tests.
Object.assign(ctx.env, {
  PUBLIEKSPORTAAL_OIDC_ISSUER: oidc.issuer,
  PUBLIEKSPORTAAL_OIDC_CLIENT_ID: oidc.clientId,
  PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: oidc.clientSecret,
})
beforeEach(() => {
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
})
afterAll(async () => {
  await ctx.close()
  oidc.close()
})

type Browser = ReturnType<typeof createTestBrowser>

async function signIn(person: Parameters<typeof oidc.signsIn>[0], visitor = createBrowser()) {
  oidc.signsIn(person)
  const arrived = await visitor.post('signin/oidc', { callbackUrl: '/mijn' })
  return { visitor, arrived, burger: await burgerIn(visitor) }
}

function createBrowser() {
  return createTestBrowser({ app: APP, basePath: BASE_PATH, handle: handleAuth })
}

async function burgerIn(visitor: Browser): Promise<SignedInBurger | undefined> {
  const found = await inRequest(visitor, currentBurger)
  return 'value' in found ? found.value : undefined
}

async function signedIn(person: Parameters<typeof oidc.signsIn>[0]): Promise<SignedInBurger> {
  const { burger } = await signIn(person)
  if (!burger) throw new Error('Nobody is signed in')
  return burger
}

const tokenIn = (visitor: Browser) =>
  readSessionToken(signInConfig(ctx).site, new Headers({ cookie: visitor.cookieHeader() }))

const sees = async ({ burgerId }: SignedInBurger, { uuid: zaakId }: { uuid: string }) =>
  (await findZaakOfBurger(ctx, { burgerId, zaakId })) !== undefined

test('a gemachtigde sees the zaken of the represented person and not his own, with both names', async () => {
  const [mine, his] = [testZaak({ bsn: BSN }), testZaak({ bsn: VADER })]
  for (const zaak of [mine, his]) await storeZaak(ctx, zaak)
  const self = await signedIn(ZELF)
  expect(self).toMatchObject({ naam: 'L. Pinas', namens: null, gemachtigdeId: null, bedrijfId: null })
  const burger = await signedIn(NAMENS_VADER)
  expect(burger).toMatchObject({
    naam: 'L. Pinas',
    namens: { soort: 'persoon', naam: 'W. Pinas' },
    gemachtigdeId: self.burgerId,
  })
  expect([await sees(burger, his), await sees(burger, mine)]).toEqual([true, false])
  expect([await sees(self, his), await sees(self, mine)]).toEqual([false, true])
})

test('auditregels have the gemachtigde as actor and the represented burger, from the sign-in on', async () => {
  const { visitor, burger } = await signIn(NAMENS_VADER)
  await inRequest(visitor, burgerSignIn.signOut)
  const rows = await ctx.db.auditregel.findMany({ where: { objectId: burger?.sessieId }, orderBy: { id: 'asc' } })
  const who = { actorSoort: 'burger', actor: burger?.gemachtigdeId, namens: burger?.burgerId, uitkomst: 'gelukt' }
  expect(rows).toMatchObject([
    { handeling: 'inloggen', ...who },
    { handeling: 'uitloggen', ...who },
  ])
})

test('two people of one company are two gemachtigden and see the same zaken; another company sees none', async () => {
  const zaak = { ...testZaak(), initiator: { kvkNummer: KVK } }
  await storeZaak(ctx, zaak)
  const [smit, aydin] = [await signedIn(ofCompany('J. Smit')), await signedIn(ofCompany('F. Aydin'))]
  expect(smit).toMatchObject({ naam: 'J. Smit', namens: { soort: 'bedrijf', naam: 'Bakkerij De Korenaar B.V.' } })
  expect(aydin.burgerId).toBe(smit.burgerId)
  expect(aydin.gemachtigdeId).not.toBe(smit.gemachtigdeId)
  expect([await sees(smit, zaak), await sees(aydin, zaak)]).toEqual([true, true])
  const other = await signedIn(ofCompany('J. Smit', '90000010'))
  expect(await sees(other, zaak)).toBe(false)
})

test('a gemachtigde of one vestiging sees its zaken only and may not choose another', async () => {
  const whole = { ...testZaak(), initiator: { kvkNummer: KVK } }
  const one = { ...testZaak(), initiator: { kvkNummer: KVK, vestigingsnummer: VESTIGING } }
  for (const zaak of [whole, one]) await storeZaak(ctx, zaak)
  const burger = await signedIn(ofVestiging('M. Bos'))
  expect([await sees(burger, one), await sees(burger, whole)]).toEqual([true, false])
  expect(burger.bedrijfId).toBeNull()
  const smit = await signedIn(ofCompany('J. Smit'))
  expect([await sees(smit, one), await sees(smit, whole)]).toEqual([false, true])
  expect(smit.bedrijfId).toBe(smit.burgerId)
})

test('a gemachtigde of a whole company can switch to a vestiging and back, each time in a new sessie', async () => {
  const one = { ...testZaak(), initiator: { kvkNummer: KVK, vestigingsnummer: VESTIGING } }
  await storeZaak(ctx, one)
  const { visitor, burger } = await signIn(ofCompany('J. Smit'))
  const [vestiging] = await findVestigingen(ctx, burger?.bedrijfId as string)
  expect(vestiging?.vestigingsnummer).toBe(VESTIGING)
  const { begonnenOp } = (await tokenIn(visitor)) as { begonnenOp?: unknown }

  await inRequest(visitor, () => burgerSignIn.goOnAs({ burgerId: vestiging?.burgerId }))
  const chosen = await burgerIn(visitor)
  const { naam, namens, gemachtigdeId, bedrijfId } = burger as SignedInBurger
  expect(chosen).toMatchObject({ burgerId: vestiging?.burgerId, naam, namens, gemachtigdeId, bedrijfId })
  expect(await sees(chosen as SignedInBurger, one)).toBe(true)
  expect(await findActieveSessies(ctx, [burger?.sessieId as string])).toEqual(new Set())
  expect(await tokenIn(visitor)).toMatchObject({ begonnenOp, atProvider: true })
  const find = (id: string | undefined) => ctx.db.sessie.findUniqueOrThrow({ where: { id } })
  const { subjectHash } = await find(burger?.sessieId)
  expect(await find(chosen?.sessieId)).toMatchObject({ subjectHash })
  expect(await ctx.db.auditregel.findFirst({ where: { handeling: 'vestiging_kiezen' } })).toMatchObject({
    actor: gemachtigdeId,
    namens: vestiging?.burgerId,
    objectId: chosen?.sessieId,
  })

  await inRequest(visitor, () => burgerSignIn.goOnAs({ burgerId: bedrijfId }))
  expect(await burgerIn(visitor)).toMatchObject({ burgerId: bedrijfId })
})

test('nobody can switch to a burger outside his company', async () => {
  await storeZaak(ctx, { ...testZaak(), initiator: { kvkNummer: KVK, vestigingsnummer: VESTIGING } })
  const whole = await signedIn(ofCompany('J. Smit'))
  const bos = await signIn(ofVestiging('M. Bos'))
  const stranger = await signIn(ofCompany('K. Mol', '90000010'))
  const gemachtigde = await signIn(NAMENS_VADER)
  const self = await signIn(ZELF)
  const ids = [whole.burgerId, bos.burger?.burgerId, self.burger?.burgerId, crypto.randomUUID(), 'x', null]
  for (const { visitor, burger } of [bos, stranger, gemachtigde, self]) {
    for (const burgerId of ids) await inRequest(visitor, () => burgerSignIn.goOnAs({ burgerId }))
    expect(await burgerIn(visitor)).toEqual(burger)
  }
})

test('a company without a known name is called by its KvK-nummer', async () => {
  const { 'urn:etoegang:1.9:attribute-represented:CompanyName': _, ...nameless } = ofCompany('J. Smit')
  expect((await signedIn(nameless)).namens).toEqual({ soort: 'bedrijf', naam: 'KvK 90000001' })
  const { aanvrager, ...rest } = NAMENS_VADER
  expect((await signedIn({ ...rest, aanvrager: { bsn: VADER } })).namens).toEqual({ soort: 'persoon', naam: null })
})

test.each([
  ['gemachtigde_onbekend', { ...NAMENS_VADER, aanvrager: { bsn: '999990343' }, bsn: BSN }],
  ['bedrijf_onbekend', { ...ofCompany('J. Smit', '9000001') }],
  ['namens_onduidelijk', { ...NAMENS_VADER, ...ofCompany('J. Smit') }],
])('with %s nobody is signed in, not even for himself, and the refusal is recorded', async (fout, person) => {
  const before = await ctx.db.burger.count()
  const { arrived, burger } = await signIn(person)
  expect(arrived).toBe(`${APP}/mijn/inloggen?fout=${fout}`)
  expect(burger).toBeUndefined()
  expect(await ctx.db.burger.count()).toBe(before)
  expect(await ctx.db.auditregel.findFirst({ where: { uitkomst: fout } })).toMatchObject({ actor: null, namens: null })
})

test('no BSN, KvK-nummer, vestigingsnummer or pseudonym is in a cookie, an address, a log line or a row', async () => {
  const everything: string[] = []
  const secret = ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET
  for (const person of [NAMENS_VADER, ofVestiging('M. Bos')]) {
    const { visitor } = await signIn(person)
    for (const [name, value] of visitor.cookies()) {
      const isEncrypted = value.split('.').length === 5
      everything.push(isEncrypted ? JSON.stringify(await decode({ token: value, salt: name, secret })) : value)
    }
    everything.push(...visitor.visited)
  }
  expect(everything.some((text) => text.includes('Bakkerij De Korenaar'))).toBe(true)
  const tables = [ctx.db.burger, ctx.db.sessie, ctx.db.auditregel] as unknown as { findMany(): Promise<unknown> }[]
  for (const table of tables) everything.push(JSON.stringify(await table.findMany()))
  everything.push(...logLines)
  for (const number of [BSN, VADER, KVK, VESTIGING, '@pseudonym']) {
    expect(everything.filter((text) => text.includes(number))).toEqual([])
  }
})

test('the gemachtigde of a citizen passes requireIngelogde and is redirected by requireBurger', async () => {
  const { visitor, burger } = await signIn(NAMENS_VADER)
  expect(await inRequest(visitor, requireIngelogde)).toEqual({ value: burger })
  expect(await inRequest(visitor, requireBurger)).toEqual({ redirectedTo: '/mijn/niet-namens' })
  for (const person of [ZELF, ofCompany('J. Smit'), ofVestiging('M. Bos')]) {
    const allowed = await signIn(person)
    expect(await inRequest(allowed.visitor, requireBurger)).toEqual({ value: allowed.burger })
  }
})

test('switching ends the sessie, also on open pages, and then the provider asks for a login', async () => {
  const { visitor, burger } = await signIn(ZELF)
  const listener = await ctx.pool.connect()
  const ended = new Promise((resolve) => listener.once('notification', ({ payload }) => resolve(payload)))
  await listener.query('listen sessie_beeindigd')
  expect(await inRequest(visitor, burgerSignIn.switchPerson)).toEqual({ redirectedTo: '/mijn/inloggen?wissel=1' })
  expect(await ended).toBe(burger?.sessieId)
  listener.release(true)
  expect(await burgerIn(visitor)).toBeUndefined()

  const visit = await inRequest(visitor, () => burgerSignIn.visit({ wissel: '1' }))
  expect(visit).toMatchObject({ value: { switching: true, problem: undefined } })
  const form = new FormData()
  form.set('opnieuw', '1')
  const start = await inRequest(visitor, () => burgerSignIn.signIn(form))
  expect(new URL('redirectedTo' in start ? start.redirectedTo : APP).searchParams.get('prompt')).toBe('login')
})

test('signing in for another in the same browser ends the own sessie', async () => {
  const { visitor, burger: self } = await signIn(ZELF)
  const { burger } = await signIn(NAMENS_VADER, visitor)
  expect(burger?.namens?.naam).toBe('W. Pinas')
  expect(await findActieveSessies(ctx, [self?.sessieId as string])).toEqual(new Set())
})
