import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readStand, switchOn, unsubscribe } from './web-push.ts'

const ENDPOINT = 'https://push.test/abc'
const HASH = createHash('sha256').update(ENDPOINT).digest('hex')
const KEY = Buffer.from([4, 251, 255, 190, 7])
const PUBLIC_KEY = 'BPv_vgc'
const MINE = { apparaten: [{ id: 'apparaat-1', endpointHash: HASH }], publicKey: PUBLIC_KEY }
const OPTIONS = { burgerId: 'burger-1', publicKey: PUBLIC_KEY, taal: 'nl' }

let subscription: { endpoint: string; options: object; unsubscribe(): Promise<void> } | null
let subscribing: (() => Promise<object>)[]
let answer: number
let sent: unknown[]
const here = ({ applicationServerKey = KEY } = {}) => ({
  endpoint: ENDPOINT,
  options: { applicationServerKey },
  unsubscribe: async () => {
    subscription = null
  },
})

function browse({ userAgent = 'Chrome', maxTouchPoints = 0, permission = 'granted', hasPush = true } = {}) {
  const pushManager = {
    getSubscription: async () => subscription,
    subscribe: async () => (subscribing.shift() ?? (async () => (subscription = here())))(),
  }
  const registration = { pushManager }
  const serviceWorker = {
    register: async () => registration,
    ready: Promise.resolve(registration),
    getRegistration: async () => registration,
  }
  const Notification = { permission, requestPermission: async () => permission }
  vi.stubGlobal('navigator', { userAgent, maxTouchPoints, ...(hasPush && { serviceWorker }) })
  vi.stubGlobal('window', hasPush ? { PushManager: {}, Notification } : {})
  vi.stubGlobal('Notification', Notification)
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    sent.push([url, JSON.parse(body)])
    return new Response(null, { status: answer })
  })
}

beforeEach(() => {
  subscription = null
  subscribing = []
  answer = 201
  sent = []
})
afterEach(() => vi.unstubAllGlobals())

test.each([
  ['a browser without push', { hasPush: false }, 'nietOndersteund'],
  ['an iPhone, outside the home screen', { hasPush: false, userAgent: 'iPhone' }, 'beginscherm'],
  [
    'an iPad, which says that it is a Mac',
    { hasPush: false, userAgent: 'Macintosh', maxTouchPoints: 5 },
    'beginscherm',
  ],
  ['a Mac', { hasPush: false, userAgent: 'Macintosh' }, 'nietOndersteund'],
  ['a browser in which it was denied', { permission: 'denied' }, 'geweigerd'],
  ['a browser that never asked', { permission: 'default' }, 'uit'],
])('%s: %j is %s', async (_, browser, stand) => {
  browse(browser)
  expect(await readStand(MINE)).toEqual({ stand })
})

test('push is on when the device belongs to this citizen, and off when it belongs to its previous user', async () => {
  browse()
  subscription = here()
  expect(await readStand(MINE)).toEqual({ stand: 'aan', apparaatId: 'apparaat-1' })
  expect(await readStand({ ...MINE, apparaten: [{ id: 'ander', endpointHash: 'f'.repeat(64) }] })).toEqual({
    stand: 'uit',
  })
  await unsubscribe()
  expect(await readStand(MINE)).toEqual({ stand: 'uit' })
})

test('push is off when the browser is subscribed with a former key of the portal', async () => {
  browse()
  subscription = here({ applicationServerKey: Buffer.from([4, 1, 2, 3, 4]) })
  expect(await readStand(MINE)).toEqual({ stand: 'uit' })
})

test('switching on sends the subscription to the portal, with the language of the page', async () => {
  browse()
  expect(await switchOn(OPTIONS)).toEqual({ naar: '/mijn/voorkeuren?gedaan=apparaatAan' })
  expect(sent).toEqual([
    [
      '/api/publieksportaal/apparaten',
      { burgerId: 'burger-1', subscription: expect.objectContaining({ endpoint: ENDPOINT }), taal: 'nl' },
    ],
  ])
})

test('a subscription with a former key of the portal is replaced', async () => {
  browse()
  subscription = here()
  subscribing = [() => Promise.reject(new Error('InvalidStateError'))]
  expect(await switchOn(OPTIONS)).toMatchObject({ naar: expect.any(String) })
  expect(sent).toHaveLength(1)
})

test('when another citizen is signed in now, the page goes to the explanation of that', async () => {
  browse()
  answer = 403
  expect(await switchOn(OPTIONS)).toEqual({ naar: '/mijn/voorkeuren?gedaan=andereBurger' })
})

test.each(['denied', 'default'])('without permission (%s) the portal gets nothing', async (permission) => {
  browse({ permission })
  expect(await switchOn(OPTIONS)).toEqual({ fout: 'geenToestemming' })
  expect(sent).toEqual([])
})

test.each([
  [409, 'teVeel'],
  [401, 'mislukt'],
  [500, 'mislukt'],
])('a response %i gives the error %s', async (status, fout) => {
  browse()
  answer = status
  expect(await switchOn(OPTIONS)).toEqual({ fout })
})

test('a browser that cannot reach its push service gives an error, and the portal gets nothing', async () => {
  browse()
  subscribing = [() => Promise.reject(new Error('AbortError'))]
  await expect(switchOn(OPTIONS)).rejects.toThrow('AbortError')
  expect(sent).toEqual([])
})
