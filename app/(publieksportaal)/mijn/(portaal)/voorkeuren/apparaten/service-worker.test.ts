import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { beforeEach, expect, test } from 'vitest'

const SOURCE = readFileSync('public/mijn/sw.js', 'utf8')
const ORIGIN = 'https://mijn.gemeente.test'
const PAD = '/mijn/zaken/0199a000-0000-7000-8000-000000000123'
const OPTIONS = { userVisibleOnly: true, applicationServerKey: 'sleutel' }

let handlers: Record<string, (event: object) => void>
let shown: unknown[]
let opened: string[]
let sent: unknown[]
let windows: { url: string; focus(): void }[]

/** Runs the worker with fakes of the browser's functions. */
beforeEach(() => {
  handlers = {}
  shown = []
  opened = []
  sent = []
  windows = []
  const self = {
    addEventListener: (type: string, handler: (event: object) => void) => {
      handlers[type] = handler
    },
    location: { origin: ORIGIN },
    registration: {
      showNotification: async (...notification: unknown[]) => shown.push(notification),
      pushManager: { subscribe: async (options: object) => ({ endpoint: `${ORIGIN}/nieuw`, options }) },
    },
    clients: { matchAll: async () => windows, openWindow: async (url: string) => opened.push(url) },
  }
  const fetch = async (url: string, { method, body }: { method: string; body: string }) =>
    sent.push([method, url, JSON.parse(body)])
  runInContext(SOURCE, createContext({ self, URL, fetch }))
})

/** Dispatches an event and awaits its `waitUntil` promise, as a browser does. */
async function happen(type: string, event: object) {
  let work: unknown
  handlers[type]?.({ ...event, waitUntil: (promise: unknown) => (work = promise) })
  await work
}
const press = (pad: string) => happen('notificationclick', { notification: { close: () => {}, data: { pad } } })

test('a push is shown, and a later one with the same kenmerk replaces it with sound', async () => {
  const message = { titel: 'Gemeente', tekst: 'Er is nieuws over uw zaak', taal: 'nl', kenmerk: 'k', pad: PAD }
  await happen('push', { data: { json: () => message } })
  expect(shown).toEqual([
    ['Gemeente', { body: 'Er is nieuws over uw zaak', lang: 'nl', tag: 'k', renotify: true, data: { pad: PAD } }],
  ])
})

test('a click opens the zaak, or focuses the window that shows it', async () => {
  await press(PAD)
  expect(opened).toEqual([`${ORIGIN}${PAD}`])
  let focused = 0
  windows = [
    { url: `${ORIGIN}/mijn`, focus: () => expect.unreachable() },
    { url: `${ORIGIN}${PAD}`, focus: () => focused++ },
  ]
  await press(PAD)
  expect([opened.length, focused]).toEqual([1, 1])
})

test.each(['https://elders.test/mijn/zaken', '//elders.test/mijn/', '/balie', 'javascript:alert(1)', '/mijn/../balie'])(
  'a click opens no %s',
  async (pad) => {
    await press(pad)
    expect(opened).toEqual([])
  },
)

test('when the browser replaces a subscription, the portal gets the old and the new one', async () => {
  const oldSubscription = { endpoint: `${ORIGIN}/oud`, options: OPTIONS }
  const tell = (newSubscription?: object) => happen('pushsubscriptionchange', { oldSubscription, newSubscription })
  await tell()
  await tell({ endpoint: `${ORIGIN}/eigen` })
  const put = (subscription: object) => [
    'PUT',
    '/api/publieksportaal/apparaten',
    { endpoint: `${ORIGIN}/oud`, subscription },
  ]
  expect(sent).toEqual([put({ endpoint: `${ORIGIN}/nieuw`, options: OPTIONS }), put({ endpoint: `${ORIGIN}/eigen` })])
})

test('a change event without the old subscription sends nothing', async () => {
  await happen('pushsubscriptionchange', { oldSubscription: null })
  expect(sent).toEqual([])
})
