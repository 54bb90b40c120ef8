import { encode } from 'next-auth/jwt'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { DEMO_PHONE_USER_AGENT } from '#lib/platform/push/demo-phone.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { pushEnv } from '#lib/publieksportaal/push/apparaat/test-apparaat.ts'
import { type Account, createSessie, endSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { createTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { startTestPushService } from '#tools/servers/push-service.ts'
import { POST } from './route.ts'

const COOKIE = 'zaakbode-mijn.session'
let cookie: string
let burgerId: string
let sessieId: string
const service = await startTestPushService()
const ctx = await createTestPublieksportaal({ env: pushEnv(service) })
// The context of the process, which the route uses.
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
beforeEach(async () => {
  await ctx.db.burger.deleteMany()
  await signIn()
})
afterAll(async () => {
  await ctx.close()
  await service.close()
})

async function signIn(namens: Account['namens'] = undefined) {
  burgerId = (await findOrCreateBurger(ctx, '999990342')).id
  const token = await createSessie(ctx, { burgerId, naam: null, ...(namens && { namens }) })
  sessieId = token.sessieId
  cookie = await encode({ token, secret: ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, salt: COOKIE })
}

async function send(body: unknown, { method = 'POST', headers = {} } = {}) {
  const signedIn = {
    cookie: `${COOKIE}=${cookie}`,
    'user-agent': DEMO_PHONE_USER_AGENT,
    'content-type': 'application/json',
  }
  const init = { method, headers: { ...signedIn, ...headers }, body: JSON.stringify(body) }
  const answer = await POST(new Request('http://localhost:3000/api/publieksportaal/apparaten', init))
  return { status: answer.status, code: answer.body && (await answer.json()).code }
}
const subscribe = () => service.subscribe().subscription
const stored = () => ctx.db.apparaat.findMany()

test('the browser of a signed-in citizen is added with its subscription', async () => {
  const subscription = { ...subscribe(), expirationTime: null }
  expect(await send({ burgerId, subscription, taal: 'en' })).toMatchObject({ status: 201 })
  expect(await stored()).toMatchObject([{ naam: 'Chrome (Android)', taal: 'en' }])
})

test("without a session, after its end, and with a form's content type, nothing is added", async () => {
  const body = { burgerId, subscription: subscribe(), taal: 'nl' }
  expect(await send(body, { headers: { cookie: '' } })).toEqual({ status: 401, code: 'not_signed_in' })
  expect(await send(body, { headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 415 })
  await endSessie(ctx, sessieId)
  expect(await send(body)).toEqual({ status: 401, code: 'not_signed_in' })
  expect(await stored()).toEqual([])
})

test('a gemachtigde of a person adds no device; one of a company does, and is recorded', async () => {
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, '999990408')
  const namens = { naam: null, gemachtigdeId, bedrijfId: null }
  await signIn({ ...namens, soort: 'persoon' })
  const body = { burgerId, subscription: subscribe(), taal: 'nl' }
  expect(await send(body)).toEqual({ status: 403, code: 'not_for_gemachtigde' })
  expect(await stored()).toEqual([])
  await signIn({ ...namens, soort: 'bedrijf' })
  expect(await send(body)).toMatchObject({ status: 201 })
  expect(
    await ctx.db.auditregel.findFirst({ where: { handeling: 'apparaat_toevoegen' }, orderBy: { id: 'desc' } }),
  ).toMatchObject({ actor: gemachtigdeId, namens: burgerId })
})

test('an invalid subscription, or one at another host, is refused', async () => {
  const subscription = subscribe()
  expect(await send({ burgerId, subscription, taal: 'fr' })).toEqual({ status: 400, code: 'request_invalid' })
  expect(await send({ burgerId, subscription: { endpoint: subscription.endpoint }, taal: 'nl' })).toMatchObject({
    status: 400,
  })
  const elsewhere = { ...subscription, endpoint: 'https://10.0.0.1/' }
  expect(await send({ burgerId, subscription: elsewhere, taal: 'nl' })).toEqual({
    status: 422,
    code: 'not_push_service',
  })
  expect(await stored()).toEqual([])
})

test('a page of another citizen than is signed in adds nothing for either', async () => {
  const { id: shown } = await findOrCreateBurger(ctx, '999990408')
  const body = { burgerId: shown, subscription: subscribe(), taal: 'nl' }
  expect(await send(body)).toEqual({ status: 403, code: 'other_burger' })
  expect(await stored()).toEqual([])
})

test('a service worker replaces a subscription without a session, and the answer does not tell whether it existed', async () => {
  const [former, next] = [subscribe(), subscribe()]
  await send({ burgerId, subscription: former, taal: 'nl' })
  const [before] = await stored()
  const signedOut = { method: 'PUT', headers: { cookie: '' } }
  expect(await send({ endpoint: `${former.endpoint}x`, subscription: next }, signedOut)).toMatchObject({ status: 204 })
  expect(await stored()).toEqual([before])
  expect(await send({ endpoint: former.endpoint, subscription: next }, signedOut)).toMatchObject({ status: 204 })
  expect(await stored()).toMatchObject([
    { id: before?.id, endpointHash: expect.not.stringMatching(before?.endpointHash ?? '') },
  ])
})

test('other methods are refused', async () => {
  for (const method of ['PATCH', 'DELETE']) expect(await send({}, { method })).toMatchObject({ status: 405 })
})
