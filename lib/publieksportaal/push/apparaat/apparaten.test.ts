import { randomBytes } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { DEMO_PHONE_USER_AGENT } from '#lib/platform/push/demo-phone.ts'
import { startTestPushService } from '#tools/servers/push-service.ts'
import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import { MAX_APPARATEN } from '../../inbox/order-news.ts'
import { createTestPublieksportaal } from '../../test-context.ts'
import {
  addApparaat,
  findApparaten,
  nameOfBrowser,
  removeApparaat,
  replaceSubscription,
  setPushvoorkeuren,
} from './apparaten.ts'
import { decryptSubscription, type PushSubscription, pushSubscription } from './push-subscription.ts'
import { pushEnv } from './test-apparaat.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
let burgerId: string
let strangerId: string
const service = await startTestPushService()
const ctx = await createTestPublieksportaal({ clock: () => NOW, env: pushEnv(service) })
beforeEach(async () => {
  await ctx.db.burger.deleteMany()
  await ctx.db.auditregel.deleteMany()
  burgerId = (await findOrCreateBurger(ctx, '999990342')).id
  strangerId = (await findOrCreateBurger(ctx, '999990408')).id
})
afterAll(async () => {
  await ctx.close()
  await service.close()
})

const subscribe = () => service.subscribe().subscription
const add = (subscription: PushSubscription, options = {}) =>
  addApparaat(ctx, {
    burgerId,
    gemachtigdeId: null,
    subscription,
    userAgent: DEMO_PHONE_USER_AGENT,
    taal: 'nl',
    ...options,
  })
const found = async (id = burgerId) => (await findApparaten(ctx, { burgerId: id })).apparaten
const recorded = async () =>
  (await ctx.db.auditregel.findMany({ orderBy: { id: 'asc' } })).map(({ handeling, actor, objectSoort }) => [
    handeling,
    actor,
    objectSoort,
  ])
/** Returns the endpoints of this citizen's devices. */
async function endpoints(id = burgerId) {
  const rows = await ctx.db.apparaat.findMany({ where: { burgerId: id } })
  return rows.map((row) => decryptSubscription(ctx, { apparaatId: row.id, ...row }).endpoint)
}

test('a device is stored encrypted, under a recognizable name, and recorded', async () => {
  const subscription = subscribe()
  expect(await add(subscription)).toEqual({ ok: true })
  expect(await found()).toMatchObject([{ naam: 'Chrome (Android)', toegevoegdOp: NOW }])
  expect(await endpoints()).toEqual([subscription.endpoint])
  const { rows } = await ctx.pool.query('select apparaat::text from apparaat')
  for (const secret of [subscription.endpoint, subscription.keys.auth, subscription.keys.p256dh]) {
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'))
  }
  expect(await recorded()).toEqual([['apparaat_toevoegen', burgerId, 'apparaat']])
})

test('the stored data of one device does not decrypt as that of another', async () => {
  await add(subscribe())
  const row = await ctx.db.apparaat.findFirstOrThrow()
  expect(() => decryptSubscription(ctx, { ...row, apparaatId: strangerId })).toThrow('cannot be decrypted')
})

test('the same browser again is the same device, in the current language', async () => {
  const subscription = subscribe()
  await add(subscription)
  const [{ id } = {}] = await found()
  expect(await add(subscription, { taal: 'en' })).toEqual({ ok: true })
  expect(await ctx.db.apparaat.findMany()).toMatchObject([{ id, taal: 'en' }])
  expect(await recorded()).toHaveLength(1)
})

test('a browser that another citizen subscribes moves to that citizen', async () => {
  const subscription = subscribe()
  await add(subscription)
  await add(subscription, { burgerId: strangerId })
  expect(await found()).toEqual([])
  expect(await endpoints(strangerId)).toEqual([subscription.endpoint])
})

test('two citizens who subscribe one browser concurrently end with one owner', async () => {
  const subscription = subscribe()
  const all = Array.from({ length: 6 }, (_, n) => add(subscription, { burgerId: n % 2 ? burgerId : strangerId }))
  expect(await Promise.all(all)).toEqual(Array(6).fill({ ok: true }))
  expect([...(await endpoints()), ...(await endpoints(strangerId))]).toEqual([subscription.endpoint])
})

test(`a citizen has at most ${MAX_APPARATEN} devices, also when they come at once`, async () => {
  const outcomes = await Promise.all(Array.from({ length: MAX_APPARATEN + 2 }, () => add(subscribe())))
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: 'too_many' }))
  expect(await found()).toHaveLength(MAX_APPARATEN)
})

test("a citizen removes an own device with its waiting pushes; another citizen's device is not found", async () => {
  await add(subscribe())
  const [{ id: apparaatId = '' } = {}] = await found()
  for (const [burger, id] of [
    [strangerId, apparaatId],
    [burgerId, strangerId],
    [burgerId, 'geen-uuid'],
  ] as const) {
    expect(await removeApparaat(ctx, { burgerId: burger, gemachtigdeId: null, apparaatId: id })).toBe(false)
  }
  expect(await removeApparaat(ctx, { burgerId, gemachtigdeId: null, apparaatId })).toBe(true)
  expect(await removeApparaat(ctx, { burgerId, gemachtigdeId: null, apparaatId })).toBe(false)
  expect(await found()).toEqual([])
  expect(await recorded()).toEqual([
    ['apparaat_toevoegen', burgerId, 'apparaat'],
    ['apparaat_verwijderen', burgerId, 'apparaat'],
  ])
})

test('the former endpoint authorizes a new one; an unknown endpoint changes nothing', async () => {
  const [former, next, other] = [subscribe(), subscribe(), subscribe()]
  await add(former)
  const [{ id } = {}] = await found()
  await replaceSubscription(ctx, { endpoint: `${former.endpoint}x`, subscription: other })
  expect(await endpoints()).toEqual([former.endpoint])
  await replaceSubscription(ctx, { endpoint: former.endpoint, subscription: next })
  expect(await endpoints()).toEqual([next.endpoint])
  expect(await found()).toMatchObject([{ id }])
})

test('the new endpoint cannot be that of another device, nor outside a push service', async () => {
  const [mine, theirs] = [subscribe(), subscribe()]
  await add(mine)
  await add(theirs, { burgerId: strangerId })
  await replaceSubscription(ctx, { endpoint: mine.endpoint, subscription: theirs })
  const elsewhere = { ...mine, endpoint: 'https://10.0.0.1/push' }
  await replaceSubscription(ctx, { endpoint: mine.endpoint, subscription: elsewhere })
  expect(await endpoints()).toEqual([mine.endpoint])
  expect(await endpoints(strangerId)).toEqual([theirs.endpoint])
})

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
])('%s is a push service', async (endpoint) => {
  expect(await add({ ...subscribe(), endpoint })).toEqual({ ok: true })
})

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://user@fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com.evil.example/abc',
  'https://evilfcm.googleapis.com/abc',
  'https://evil.example/fcm.googleapis.com',
  'https://127.0.0.1/push',
  'https://[::1]/push',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/push',
  'http://127.0.0.1:1/push',
  'file:///etc/passwd',
])('%s is no push service, so nothing is stored or sent there', async (endpoint) => {
  expect(await add({ ...subscribe(), endpoint })).toEqual({ ok: false, reason: 'not_push_service' })
  expect(await found()).toEqual([])
  expect(await recorded()).toEqual([])
})

test('without VAPID no device can be added', async () => {
  const without = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_VAPID_SUBJECT: undefined } }
  const asked = addApparaat(without, {
    burgerId,
    gemachtigdeId: null,
    subscription: subscribe(),
    userAgent: DEMO_PHONE_USER_AGENT,
    taal: 'nl',
  })
  expect(await asked).toEqual({ ok: false, reason: 'not_offered' })
})

test.each([
  ['a key that is no point of the curve', { p256dh: Buffer.alloc(65, 4).toString('base64url') }],
  ['a key of another length', { p256dh: randomBytes(64).toString('base64url') }],
  ['a secret of another length', { auth: randomBytes(15).toString('base64url') }],
  ['a secret that is not base64url', { auth: '=/=' }],
])('%s is no valid subscription', (_, wrong) => {
  const { endpoint, keys } = subscribe()
  expect(pushSubscription.safeParse({ endpoint, keys }).success).toBe(true)
  expect(pushSubscription.safeParse({ endpoint, keys: { ...keys, ...wrong } }).success).toBe(false)
})

test('everything is pushed by default, and a choice affects no other citizen', async () => {
  const voorkeuren = async (id: string) => (await findApparaten(ctx, { burgerId: id })).voorkeuren
  await setPushvoorkeuren(ctx, { burgerId, gemachtigdeId: null, voorkeuren: { voortgang: false, termijnen: true } })
  expect(await voorkeuren(burgerId)).toEqual({ voortgang: false, termijnen: true })
  expect(await voorkeuren(strangerId)).toEqual({ voortgang: true, termijnen: true })
})

test('a choice of pushes is recorded with actor and burger; an unchanged choice is not', async () => {
  await ctx.db.auditregel.deleteMany()
  const voorkeuren = { voortgang: true, termijnen: false }
  for (const _ of [1, 2]) await setPushvoorkeuren(ctx, { burgerId, gemachtigdeId: strangerId, voorkeuren })
  const recorded = await ctx.db.auditregel.findMany()
  expect(recorded).toMatchObject([{ handeling: 'voorkeuren_wijzigen', actor: strangerId, namens: burgerId }])
})

test.each([
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome (Android)',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari (iOS)',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox (Windows)'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox (Linux)'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Microsoft Edge (Windows)',
  ],
])('%s is %s', (userAgent, naam) => {
  expect(nameOfBrowser(userAgent)).toBe(naam)
})

test('an unknown browser has no name, and a long user agent gives a short name', () => {
  for (const userAgent of [null, '', 'x']) expect(nameOfBrowser(userAgent)).toBeNull()
  const long = nameOfBrowser(`Mozilla/5.0 (${'a;'.repeat(50_000)}) ${'b'.repeat(1_000)}/1`)
  expect((long ?? '').length).toBeLessThanOrEqual(60)
})
