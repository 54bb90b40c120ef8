import { randomBytes } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { sha256 } from '#lib/proof/messages/test-message.ts'
import { KID, KID_ED25519, KID_RSA } from '#lib/proof/test-sender.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { expectGeheim, storeGeheim } from '../bron/geheim.ts'
import { adoptBezorgwijze, offerBezorgwijze } from '../bron/offer-bezorgwijze.ts'
import { retireBron } from '../bron/retire-bron.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from '../context.ts'
import { readPublieksportaalEnv } from '../env.ts'
import { bezorgingRequest, newEvent, SINK, SOURCE, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { handleWebhook } from './handle-webhook.ts'

const START = new Date('2026-11-25T10:00:00Z').getTime()
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let now = START
const clock = () => new Date(now)
const bron = await startTestBron({ clock })
const ctx = await createTestPublieksportaal({ clock, env: bron.env })
beforeEach(async () => {
  now = START
  await ctx.db.bron.deleteMany()
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

async function post(credentialtype: Credentialtype, to: PublieksportaalContext = ctx): Promise<Response> {
  const event = newEvent()
  const body = JSON.stringify(event)
  return handleWebhook(
    to,
    bezorgingRequest(body, await bron.prove({ credentialtype, body, eventId: event.id, now: clock() })),
  )
}
const postToken = (token: string) =>
  handleWebhook(ctx, bezorgingRequest(JSON.stringify(newEvent()), { Authorization: `Bearer ${token}` }))
const newToken = () => randomBytes(32).toString('base64url')
const handshake = async (at: PublieksportaalContext = ctx) => {
  const headers = { 'WebHook-Request-Origin': 'zaaksysteem.test', 'WebHook-Request-Rate': '120' }
  return (await handleWebhook(at, new Request(SINK, { method: 'OPTIONS', headers }))).headers
}

test('a bron that never registered is refused and gets no toestemming', async () => {
  expect((await handshake()).get('webhook-allowed-origin')).toBeNull()
  expect((await post('JWT')).status).toBe(401)
})

test('a bron that was retired gets 410 and no toestemming, until it registers again', async () => {
  await registerTestBron(ctx)
  expect(await retireBron(ctx, { source: SOURCE, actor: OPDRACHTREGEL })).toEqual({ known: true })
  const stored = await ctx.db.ontvangenGebeurtenis.count()
  const response = await post('JWT')
  expect(response.status).toBe(410)
  expect(await response.json()).toMatchObject({ code: 'source_retired' })
  expect(await ctx.db.ontvangenGebeurtenis.count()).toBe(stored)
  expect((await handshake()).get('webhook-allowed-origin')).toBeNull()

  await registerTestBron(ctx)
  expect((await post('JWT')).status).toBe(204)
  expect((await handshake()).get('webhook-allowed-origin')).toBe('zaaksysteem.test')
})

test('during a change of method both are accepted, the old one for five more minutes', async () => {
  await registerTestBron(ctx)
  const wens = { credentialtype: 'NLGOVADR', contentmodus: 'structured' } as const
  await offerBezorgwijze(ctx, wens)
  now += 60 * MINUTE
  expect([(await post('JWT')).status, (await post('NLGOVADR')).status]).toEqual([204, 204])

  await adoptBezorgwijze(ctx, wens)
  now += 5 * MINUTE - 1
  expect([(await post('JWT')).status, (await post('NLGOVADR')).status]).toEqual([204, 204])
  now += 1
  expect([(await post('JWT')).status, (await post('NLGOVADR')).status]).toEqual([401, 204])
})

test('when the keys of one of two methods are unavailable the answer is 503, not 401', async () => {
  const fresh = await createTestPublieksportaal({ clock, env: bron.env })
  await registerTestBron(fresh, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken })
  await offerBezorgwijze(fresh, { credentialtype: 'JWT', contentmodus: 'structured' })
  const healthy = bron.answers.get('GET /jwks.json') as () => { status: number }
  bron.answers.set('GET /jwks.json', () => ({ status: 500 }))
  expect([(await post('JWT', fresh)).status, (await post('ACCESSTOKEN', fresh)).status]).toEqual([503, 204])
  bron.answers.set('GET /jwks.json', healthy)
  await fresh.close()
})

test('during a rotation two secrets are valid, the old one until the millisecond of its expiry', async () => {
  const [first, second, third] = [newToken(), newToken(), newToken()]
  await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: first })
  await storeGeheim(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: second })
  now += DAY - 1
  expect([(await postToken(first)).status, (await postToken(second)).status]).toEqual([204, 204])
  now += 1
  expect([(await postToken(first)).status, (await postToken(second)).status]).toEqual([401, 204])

  await storeGeheim(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: third })
  await storeGeheim(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: newToken() })
  expect([(await postToken(second)).status, (await postToken(third)).status]).toEqual([401, 204])
})

test('the secret of an HMAC is stored encrypted', async () => {
  await registerTestBron(ctx, { credentialtype: 'STANDARDWEBHOOKS', secret: bron.secret })
  const [row] = await ctx.db.bronGeheim.findMany()
  expect(row).toMatchObject({ hash: null, sleutelId: 'test-1' })
  expect(Buffer.from(row?.versleuteld ?? []).toString('latin1')).not.toContain(bron.secret)
})

test('a method agreed on by another process is accepted despite the cached record', async () => {
  await registerTestBron(ctx)
  expect((await post('JWT')).status).toBe(204)
  const other = createPublieksportaalContext(readPublieksportaalEnv(ctx.variables), { clock })
  now += 100
  await registerTestBron(other, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken })
  expect((await post('ACCESSTOKEN')).status).toBe(204)
  expect((await post('JWT')).status).toBe(401)

  await registerTestBron(other)
  now += 4_899
  expect((await post('ACCESSTOKEN')).status).toBe(204)
  now += 101
  expect((await post('ACCESSTOKEN')).status).toBe(401)
  await other.close()
})

test('while a secret is awaited an unknown token gets 503 with Retry-After', async () => {
  await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken })
  await expectGeheim(ctx)
  const token = newToken()
  const early = await postToken(token)
  expect(early.status).toBe(503)
  expect(early.headers.get('retry-after')).toBe('1')
  expect((await post('ACCESSTOKEN')).status).toBe(204)

  now += 30_000
  expect((await postToken(token)).status).toBe(401)
  await storeGeheim(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: token })
  expect((await postToken(token)).status).toBe(204)
  expect((await postToken(newToken())).status).toBe(401)
})

test('toestemming to a handshake waits for the secret that bezorgingen will need', async () => {
  await offerBezorgwijze(ctx, { credentialtype: 'ACCESSTOKEN', contentmodus: 'structured' })
  let waits = 0
  async function wait(ms: number) {
    now += ms
    waits += 1
    if (waits === 3) await storeGeheim(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken })
  }
  expect((await handshake({ ...ctx, wait })).get('webhook-allowed-origin')).toBe('zaaksysteem.test')
  expect(waits).toBe(3)
  expect((await post('ACCESSTOKEN')).status).toBe(204)
})

test('without its secret a handshake is answered after three seconds, and gets no toestemming', async () => {
  await offerBezorgwijze(ctx, { credentialtype: 'ACCESSTOKEN', contentmodus: 'structured' })
  async function wait(ms: number) {
    now += ms
  }
  expect((await handshake({ ...ctx, wait })).get('webhook-allowed-origin')).toBeNull()
  expect(now - START).toBe(3_000)
})

test('a bron over its rate gets 429 with Retry-After', async () => {
  await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken, maxPerMinuut: 30 })
  expect((await handshake()).get('webhook-allowed-rate')).toBe('30')
  for (let bad = 0; bad < 5; bad++) expect((await postToken(newToken())).status).toBe(401)
  expect((await post('ACCESSTOKEN')).status).toBe(204)
  const stored = await ctx.db.ontvangenGebeurtenis.count()
  const response = await post('ACCESSTOKEN')
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('2')
  expect(await ctx.db.ontvangenGebeurtenis.count()).toBe(stored)
  now += 2_000
  expect((await post('ACCESSTOKEN')).status).toBe(204)
})

test('a higher rate may come in a burst of one second', async () => {
  await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken, maxPerMinuut: 600 })
  // Refills the rate that earlier tests used.
  now += MINUTE
  const statuses: number[] = []
  for (let sent = 0; sent < 12; sent++) statuses.push((await post('ACCESSTOKEN')).status)
  expect(statuses).toEqual([...Array(10).fill(204), 429, 429])
})

test.each([
  ['in the header and in the query', SINK, (token: string) => `?access_token=${token}`],
  ['twice in the query', SINK, (token: string) => `?access_token=${token}&access_token=${token}`],
])('a token %s is an invalid request', async (name, sink, query) => {
  await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken })
  const authorization = name.includes('header') ? `Bearer ${bron.accesstoken}` : ''
  const request = bezorgingRequest(JSON.stringify(newEvent()), { Authorization: authorization })
  const response = await handleWebhook(ctx, new Request(`${sink}${query(bron.accesstoken)}`, request))
  expect(response.status).toBe(400)
  expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_request"')
})

test('a token in the query is accepted, and no shared cache may store the answer', async () => {
  await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken })
  const request = bezorgingRequest(JSON.stringify(newEvent()))
  const response = await handleWebhook(ctx, new Request(`${SINK}?access_token=${bron.accesstoken}`, request))
  expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'private, no-store'])
})

test('only the hash of a token is stored', async () => {
  await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', accesstoken: bron.accesstoken })
  const [row] = await ctx.db.bronGeheim.findMany({ where: { credentialtype: 'ACCESSTOKEN' } })
  expect(row).toMatchObject({ hash: sha256(bron.accesstoken, 'hex'), versleuteld: null })
})

test.each([
  ['JWT', KID],
  ['HTTPMESSAGESIGNATURES', KID_ED25519],
  ['NLGOVADR', KID_RSA],
] as const)('an event that %s proved is remembered with its key', async (credentialtype, kid) => {
  await registerTestBron(ctx, { credentialtype })
  expect((await post(credentialtype)).status).toBe(204)
  const newest = await ctx.db.ontvangenGebeurtenis.findFirst({ orderBy: { id: 'desc' } })
  expect(newest).toMatchObject({ credentialtype, kid })
})
