import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { EventSource } from 'eventsource'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { LIVE_EVENT } from '#lib/contract/live-message.ts'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { EVENT_STREAM_HEADERS } from '#lib/platform/http/event-stream.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { createPublieksportaalContext, type PublieksportaalContext } from '../context.ts'
import { handleWebhook } from '../receiver/handle-webhook.ts'
import { endSessie } from '../sign-in/burger/sessies.ts'
import { type Portal, startPortal } from '../start-portal.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { startTestBron, statusGewijzigd, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { findLiveVolgnummer, openLiveStream } from './open-live-stream.ts'

const bsns = DEMO_BURGERS.map(({ bsn }) => bsn)
let bron: TestBron
/** the process that receives events */
let receiving: TestPublieksportaal
/** the process that the citizens are connected to */
let serving: PublieksportaalContext
let portal: Portal
let server: Server
const sources: EventSource[] = []

beforeAll(async () => {
  bron = await startTestBron()
  receiving = await createTestPublieksportaal({ env: bron.env })
  await registerTestBron(receiving)
  serving = createPublieksportaalContext(receiving.env)
  portal = await startPortal(serving)
  server = createServer(async (request, response) => {
    const { burger = '', sessie = '' } = queryOf(request)
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const opened = openLiveStream(serving, portal.live, {
      burgerId: burger,
      sessieId: sessie,
      lastEventId: request.headers['last-event-id'] as string | undefined,
      signal: gone.signal,
    })
    if (!opened.ok) return void response.writeHead(429).end()
    response.writeHead(200, EVENT_STREAM_HEADERS)
    Readable.fromWeb(opened.stream as never)
      .on('error', () => {})
      .pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  for (const source of sources.splice(0)) source.close()
})
afterAll(async () => {
  await portal.close()
  server.closeAllConnections()
  server.close()
  await serving.close()
  await receiving.close()
  await bron.close()
})

const queryOf = (request: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams)

async function signIn(bsn: string) {
  const { id: burgerId } = await findOrCreateBurger(receiving, bsn)
  const sessieId = uuidv7()
  const verlooptOp = new Date(Date.now() + HOUR_MS)
  await receiving.db.sessie.create({ data: { id: sessieId, burgerId, verlooptOp } })
  return { burgerId, sessieId }
}

/** Opens a page with the number to resume from. `next()` returns the next live event. */
async function connect({ burgerId, sessieId }: { burgerId: string; sessieId: string }) {
  const { port } = server.address() as AddressInfo
  const source = new EventSource(`http://127.0.0.1:${port}/?burger=${burgerId}&sessie=${sessieId}`)
  sources.push(source)
  const waiting: MessageEvent[] = []
  let wake = () => {}
  source.addEventListener(LIVE_EVENT, (event) => {
    waiting.push(event as MessageEvent)
    wake()
  })
  await new Promise((resolve) => source.addEventListener('verbonden', resolve, { once: true }))
  return {
    source,
    async next() {
      while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const event = waiting.shift() as MessageEvent
      return { id: Number(event.lastEventId), ...JSON.parse(event.data) }
    },
  }
}

async function storedZaak(bsn: string) {
  const zaak = testZaak({ bsn })
  bron.serveZaak(zaak)
  await storeZaak(receiving, zaak)
  return zaak.uuid
}

let sequence = 0
/** Sends a change as the zaaksysteem, which then serves the changed zaak. */
async function change(zaakId: string, bsn: string) {
  sequence += 1
  const event = statusGewijzigd({ zaakId, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence })
  const known = await receiving.db.status.findFirst({ where: { zaakId, versie: 1 } })
  bron.serveZaak(
    testZaak({
      uuid: zaakId,
      bsn,
      statuscodes: ['ontvangen', 'in_behandeling'],
      gebeurtenisIds: [known?.gebeurtenisId ?? uuidv7(), event.id],
    }),
  )
  expect((await handleWebhook(receiving, await bron.deliver(event))).status).toBe(204)
}

test('an event at one process reaches the page at another, and only its own citizen', async () => {
  const [bsn, otherBsn] = [bsns[0] as string, bsns[1] as string]
  const [own, others] = [await storedZaak(bsn), await storedZaak(otherBsn)]
  const burger = await signIn(bsn)
  const page = await connect(burger)
  const number = await findLiveVolgnummer(receiving, burger.burgerId)

  await change(others, otherBsn)
  await change(own, bsn)

  expect(await page.next()).toEqual({ id: number + 1, zaakId: own, versie: 2 })
})

test('a zaak that the portal did not know appears without a reload', async () => {
  const bsn = bsns[2] as string
  const page = await connect(await signIn(bsn))
  const zaak = testZaak({ bsn })
  await change(zaak.uuid, bsn)
  expect(await page.next()).toMatchObject({ zaakId: zaak.uuid, versie: 2 })
})

test('after a broken connection the page gets what it missed, and nothing twice', async () => {
  const bsn = bsns[3] as string
  const [first, second] = [await storedZaak(bsn), await storedZaak(bsn)]
  const page = await connect(await signIn(bsn))
  await change(first, bsn)
  expect(await page.next()).toMatchObject({ zaakId: first })

  server.closeAllConnections()
  await change(second, bsn)
  expect(await page.next()).toMatchObject({ zaakId: second })
})

test('a page that opens without an id reconnects with the number that it was sent', async () => {
  const bsn = bsns[4] as string
  const zaak = await storedZaak(bsn)
  const page = await connect(await signIn(bsn))
  server.closeAllConnections()
  await change(zaak, bsn)
  expect(await page.next()).toMatchObject({ zaakId: zaak, versie: 2 })
})

test('signing out closes the streams of that sign-in at once, and no other', async () => {
  const bsn = bsns[6] as string
  const zaak = await storedZaak(bsn)
  const [here, there] = [await signIn(bsn), await signIn(bsn)]
  const still = await connect(there)
  const opened = openLiveStream(serving, portal.live, {
    ...here,
    lastEventId: undefined,
    signal: new AbortController().signal,
  })
  if (!opened.ok) expect.fail(opened.reason)
  const reader = opened.stream.getReader()
  await reader.read()

  await endSessie(receiving, here.sessieId)
  expect((await reader.read()).done).toBe(true)
  await change(zaak, bsn)
  expect(await still.next()).toMatchObject({ zaakId: zaak })
})

test('changes while the listening connection is down are sent once it is back', async () => {
  const bsn = bsns[10] as string
  const zaak = await storedZaak(bsn)
  const page = await connect(await signIn(bsn))
  const { rows } = await receiving.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
  )
  expect(rows).toHaveLength(1)
  await change(zaak, bsn)
  expect(await page.next()).toMatchObject({ zaakId: zaak })
})

test('starting a portal twice gives one portal', async () => {
  expect(await startPortal(serving)).toBe(portal)
})
