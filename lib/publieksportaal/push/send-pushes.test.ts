import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { startTestPushService, type Verdict } from '#tools/servers/push-service.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { removeZaken } from '../sync/remove-zaken.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testZaak, withRows } from '../test-zaak.ts'
import { removeApparaat, replaceSubscription, setPushvoorkeuren } from './apparaat/apparaten.ts'
import { addBurgerWithApparaat, pushEnv } from './apparaat/test-apparaat.ts'
import { vapidPublicKey } from './apparaat/vapid-key.ts'
import { sendPushes } from './send-pushes.ts'

const START = new Date('2026-11-26T10:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const BSN = '999990342'
let now: Date
let lines: string[]
let onPush: (endpoint: string) => Verdict | Promise<Verdict>
let known: Awaited<ReturnType<typeof addBurgerWithApparaat>>

const service = await startTestPushService({ onPush: ({ endpoint }) => onPush(endpoint) })
const log = createLogger('test', { write: (line) => lines.push(line) }, 'info')
const ctx = await createTestPublieksportaal({ clock: () => now, log, env: pushEnv(service) })
beforeEach(async () => {
  now = START
  onPush = () => undefined
  lines = []
  await ctx.db.burger.deleteMany()
  known = await addBurgerWithApparaat(ctx, service, { bsn: BSN })
  service.received.length = 0
  lines = []
})
afterAll(async () => {
  await ctx.close()
  await service.close()
})

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
/** The middle of the jitter, so exactly on schedule. */
const send = (options = {}) => sendPushes(ctx, { random: () => 0.5, ...options })
const waiting = () => ctx.db.uitgaandePush.findMany()
const logged = () => lines.map((line) => JSON.parse(line)).map(({ msg, reason }) => [msg, reason])

let sequence = 0
async function change(zaakId: string, oudeStatus: string, nieuweStatus: string, versie: number) {
  const event = statusGewijzigd({ zaakId, oudeStatus, nieuweStatus, sequence: ++sequence, volledigeversie: versie })
  expect(await deliver(ctx, event)).toBe('changed')
}

/** Stores a zaak older than the portal, so that nothing of it is news yet. */
async function knownZaak() {
  const zaak = testZaak({ bsn: BSN })
  await storeZaak(ctx, zaak, { alreadySeen: true })
  return zaak
}

test('a change is pushed once, encrypted and signed, at the time of a mail', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(2.9 * MINUTE)
  await send()
  expect(service.received).toEqual([])
  pass(0.1 * MINUTE)
  await send()
  await send()
  const [push, ...others] = service.received
  expect(others).toEqual([])
  expect(push).toMatchObject({
    endpoint: known.subscription.endpoint,
    headers: { ttl: '259200', urgency: 'normal', 'content-encoding': 'aes128gcm' },
    vapid: {
      sub: 'mailto:beheer@gemeente.test',
      aud: service.origin,
      publicKey: vapidPublicKey(ctx.env.PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY as string),
    },
  })
  const topic = push?.headers.topic
  expect(topic).toMatch(/^[\w-]{32}$/)
  expect(JSON.parse(push?.text as string)).toEqual({
    titel: 'Gemeente Voorbeeld',
    tekst: 'Er is nieuws over uw zaak',
    taal: 'nl',
    pad: `/mijn/zaken/${uuid}`,
    kenmerk: topic,
  })
  expect(await waiting()).toEqual([])
  expect(await ctx.db.apparaat.findFirst()).toMatchObject({ laatstGeluktOp: now })
  expect(lines).toEqual([])
})

test('a push tells of a taak, but not for a zaak that is gevoelig or awaits a fetch', async () => {
  const zaak = await knownZaak()
  const asked = (changes: object = {}) => {
    const opschorting = { soort: 'aanvulling', op: '2026-11-26', tot: '2026-12-10' } as const
    return withRows({ ...zaak, opschorting, ...changes }, { soort: 'aanvullingsverzoek' })
  }
  const told = async (store: () => Promise<unknown>) => {
    service.received.length = 0
    await ctx.db.status.deleteMany()
    await ctx.db.uitgaandePush.deleteMany()
    await ctx.db.zaak.deleteMany()
    await storeZaak(ctx, zaak, { alreadySeen: true })
    await store()
    pass(3 * MINUTE)
    await send()
    return service.received.map(({ text }) => JSON.parse(text as string).tekst)
  }
  expect(await told(() => storeZaak(ctx, asked()))).toEqual(['U moet iets doen in uw zaak'])
  expect(await told(() => storeZaak(ctx, asked({ gevoelig: true })))).toEqual(['Er is nieuws over uw zaak'])
  const half = async () => {
    await storeZaak(ctx, asked())
    await ctx.db.ophaalopdracht.create({ data: { zaakId: zaak.uuid, volgendePoging: now } })
  }
  expect(await told(half)).toEqual(['Er is nieuws over uw zaak'])
})

test('each device of the citizen, and no other, gets it in its language under its own topic', async () => {
  const english = await addBurgerWithApparaat(ctx, service, { bsn: BSN, taal: 'en' })
  await addBurgerWithApparaat(ctx, service, { bsn: '999990408' })
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  await send()
  const texts = new Map(service.received.map(({ endpoint, text }) => [endpoint, JSON.parse(text).tekst]))
  expect(Object.fromEntries(texts)).toEqual({
    [known.subscription.endpoint]: 'Er is nieuws over uw zaak',
    [english.subscription.endpoint]: 'There is news about your case',
  })
  expect(new Set(service.received.map(({ headers }) => headers.topic)).size).toBe(2)
})

test('several changes within that time are one push, and a later push replaces it', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(2 * MINUTE)
  await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
  pass(MINUTE)
  await send()
  expect(service.received).toHaveLength(1)
  await change(uuid, 'besluit_genomen', 'in_behandeling', 4)
  pass(3 * MINUTE)
  await send()
  const [first, second] = service.received
  expect(second?.headers.topic).toBe(first?.headers.topic)
})

test('a change during a push is gathered for the next one', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  let isRead = false
  onPush = async () => {
    if (!isRead) await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
    isRead = true
    return undefined
  }
  await send()
  await send()
  expect(service.received).toHaveLength(1)
  expect(await waiting()).toMatchObject([{ vanVersie: 2, volgendePoging: new Date(now.getTime() + 3 * MINUTE) }])
  pass(3 * MINUTE)
  await send()
  expect(service.received).toHaveLength(2)
  expect(await waiting()).toEqual([])
})

test('a correctie of a waiting change cancels the push; of a pushed change it is pushed', async () => {
  const zaak = await knownZaak()
  const wrong = withRows(zaak, { statuscode: 'in_behandeling' })
  const corrected = withRows(wrong, { soort: 'correctie', statuscode: 'ontvangen' })
  await storeZaak(ctx, wrong)
  await storeZaak(ctx, corrected)
  pass(3 * MINUTE)
  await send()
  expect(service.received).toEqual([])
  expect(await waiting()).toEqual([])

  const again = withRows(corrected, { statuscode: 'in_behandeling' })
  await storeZaak(ctx, again)
  pass(3 * MINUTE)
  await send()
  await storeZaak(ctx, withRows(again, { soort: 'correctie', statuscode: 'ontvangen' }))
  pass(3 * MINUTE)
  await send()
  expect(service.received).toHaveLength(2)
})

test('a kind that the citizen switched off is not pushed; the end of a zaak always is', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  await setPushvoorkeuren(ctx, {
    burgerId: known.burgerId,
    gemachtigdeId: null,
    voorkeuren: { voortgang: false, termijnen: false },
  })
  pass(3 * MINUTE)
  await send()
  expect(service.received).toEqual([])
  await change(uuid, 'in_behandeling', 'besluit_genomen', 3)
  pass(3 * MINUTE)
  await send()
  expect(service.received).toHaveLength(1)
})

test('nothing is pushed of a zaak that was removed', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  const data = { event: 'zaak.verwijderd', zaakId: uuid, timestamp: '2026-11-26T10:00:00Z' }
  const event = statusGewijzigd({ zaakId: uuid, oudeStatus: 'x', nieuweStatus: 'y', sequence: ++sequence })
  await deliver(ctx, { ...event, type: EVENT_TYPES.verwijdering, data })
  await removeZaken(ctx, [uuid])
  expect(await waiting()).toEqual([])
  pass(3 * MINUTE)
  await send()
  expect(service.received).toEqual([])
})

test('nothing is pushed to the former citizen of a zaak', async () => {
  const zaak = await knownZaak()
  await change(zaak.uuid, 'ontvangen', 'in_behandeling', 2)
  const { id: burgerId } = await findOrCreateBurger(ctx, '999990408')
  await ctx.db.zaak.update({ where: { id: zaak.uuid }, data: { burgerId } })
  pass(3 * MINUTE)
  await send()
  expect(service.received).toEqual([])
  expect(await waiting()).toEqual([])
})

test.each([404, 410])('a device whose subscription is gone (%i) is deleted with its waiting pushes', async (status) => {
  for (const zaak of [await knownZaak(), await knownZaak()]) await change(zaak.uuid, 'ontvangen', 'in_behandeling', 2)
  onPush = () => status
  pass(3 * MINUTE)
  await send()
  expect(await ctx.db.apparaat.count()).toBe(0)
  expect(await waiting()).toEqual([])
  expect(logged()).toContainEqual(['A device no longer accepts pushes; it is deleted', undefined])
  expect(lines.join()).not.toContain(service.origin)
})

test('a citizen can remove a device during a push, and the others still get theirs', async () => {
  const zaken = await Promise.all(Array.from({ length: 12 }, () => knownZaak()))
  for (const { uuid } of zaken) await change(uuid, 'ontvangen', 'in_behandeling', 2)
  const { burgerId, apparaatId } = known
  const removals: Promise<boolean>[] = []
  onPush = () => {
    if (service.received.length === 3) removals.push(removeApparaat(ctx, { burgerId, gemachtigdeId: null, apparaatId }))
    return undefined
  }
  pass(3 * MINUTE)
  await send()
  expect(await Promise.all(removals)).toEqual([true])
  expect(await ctx.db.apparaat.count()).toBe(0)
  expect(await waiting()).toEqual([])
  expect(logged().map(([msg]) => msg)).toEqual(['Handeling'])
})

test('a device with a new subscription meanwhile is kept and gets the push there', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  const { subscription } = service.subscribe()
  const former = known.subscription.endpoint
  onPush = async (endpoint) => {
    if (endpoint !== former) return undefined
    await replaceSubscription(ctx, { endpoint: former, subscription })
    return 410
  }
  await send()
  pass(5_000)
  await send()
  expect(service.received.map(({ endpoint }) => endpoint)).toEqual([former, subscription.endpoint])
})

test.each<[Verdict, string]>([
  [429, 'http_429'],
  [500, 'http_500'],
  [503, 'http_503'],
  ['silence', 'timeout'],
])('a push that is not accepted (%s) is retried, each time after a longer wait', async (verdict, code) => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  for (const waitMs of [5_000, 10_000, 20_000]) {
    const limit = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(limit.signal)
    onPush = () => {
      if (verdict === 'silence') limit.abort(new DOMException('', 'TimeoutError'))
      return verdict
    }
    await send()
    expect(timeout).toHaveBeenCalledOnce()
    timeout.mockRestore()
    const [push] = await waiting()
    expect(push?.volgendePoging).toEqual(new Date(now.getTime() + waitMs))
    pass(waitMs)
  }
  onPush = () => undefined
  await send()
  expect(service.received).toHaveLength(4)
  expect(await waiting()).toEqual([])
  expect(logged()).toEqual(Array(3).fill(['A push was not accepted; trying again later', code]))
})

test('a retry waits for Retry-After, but no longer than the longest wait', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  for (const [asked, waitMs] of [
    ['120', 120_000],
    ['1', 10_000],
    ['86400', 15 * MINUTE],
  ] as const) {
    onPush = () => ({ status: 429, headers: { 'Retry-After': asked } })
    await send()
    const [push] = await waiting()
    expect(push?.volgendePoging).toEqual(new Date(now.getTime() + waitMs))
    pass(waitMs)
  }
})

test.each<[string, Verdict, string]>([
  ['refuses our key', 403, 'http_403'],
  ['sends it elsewhere', { status: 307, headers: { Location: 'http://127.0.0.1:1/' } }, 'http_307'],
])('a push service that %s is logged as an error, and the device stays', async (_, verdict, code) => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  onPush = () => verdict
  await send()
  expect(service.received).toHaveLength(1)
  expect(logged()).toEqual([['A push service refuses our push; trying again', code]])
  expect(await ctx.db.apparaat.count()).toBe(1)
})

test('a push that could not be sent for a day is given up', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  onPush = () => 503
  pass(23 * HOUR)
  await send()
  expect(await waiting()).toHaveLength(1)
  pass(HOUR)
  await send()
  expect(await waiting()).toEqual([])
  expect(logged().at(-1)).toEqual(['A push is given up', 'http_503'])
})

test('a change that joined a push or came during its last attempt is not given up with it', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  onPush = () => 503
  pass(23 * HOUR)
  await change(uuid, 'in_behandeling', 'ontvangen', 3)
  pass(HOUR)
  await send()
  expect(await waiting()).toHaveLength(1)

  pass(23 * HOUR)
  onPush = async () => {
    await change(uuid, 'ontvangen', 'besluit_genomen', 4)
    return 503
  }
  await send()
  expect(logged().at(-1)).toEqual(['A push is given up', 'http_503'])
  expect(await waiting()).toMatchObject([{ vanVersie: 3, pogingen: 0, aangemaaktOp: now }])
})

test('a push that cannot be composed waits and does not block others', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  await ctx.db.apparaat.updateMany({ data: { sleutelId: 'weg' } })
  const other = await addBurgerWithApparaat(ctx, service, { bsn: BSN })
  const { uuid: next } = await knownZaak()
  await change(next, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  await send()
  expect(service.received.map(({ endpoint }) => endpoint)).toEqual([other.subscription.endpoint])
  expect(await waiting()).toHaveLength(2)
  expect(lines.join()).toContain('encryption_key_missing:weg')
})

test('a push service that is no longer allowed is not called', async () => {
  const { uuid } = await knownZaak()
  await change(uuid, 'ontvangen', 'in_behandeling', 2)
  pass(3 * MINUTE)
  const strict = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_PUSH_SERVICE_DEMO_ONLY: undefined } }
  await sendPushes(strict)
  expect(service.received).toEqual([])
  expect(logged()).toEqual([['A push service refuses our push; trying again', 'not_push_service']])
})

test('without VAPID nothing is queued or sent', async () => {
  const { uuid } = await knownZaak()
  const without = { ...ctx, env: { ...ctx.env, PUBLIEKSPORTAAL_VAPID_PRIVATE_KEY: undefined } }
  await deliver(
    without,
    statusGewijzigd({ zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: ++sequence }),
  )
  expect(await waiting()).toEqual([])
  await sendPushes(without)
  expect(service.received).toEqual([])
})
