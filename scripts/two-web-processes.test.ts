import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { EventSource } from 'eventsource'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Credentialtype, credentialtype } from '#lib/contract/abonnement-resource.ts'
import { LIVE_EVENT } from '#lib/contract/live-message.ts'
import type { StatusResource } from '#lib/contract/zaak-resource.ts'
import { registerTestBron } from '#lib/publieksportaal/bron/test-registration.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { SINK, startTestBron, statusGewijzigd, type TestBron } from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'

const POSTS = 50
const HOUR_MS = 3_600_000

let bron: TestBron
let portal: TestPublieksportaal
let processes: ChildProcess[]
let origins: string[]
const pages: EventSource[] = []

beforeAll(async () => {
  bron = await startTestBron()
  portal = await createTestPublieksportaal({ env: bron.env })
  processes = [startProcess(), startProcess()]
  const ports = await Promise.all(processes.map((process) => once(process, 'message')))
  origins = ports.map(([port]) => `http://127.0.0.1:${port}`)
})
afterAll(async () => {
  for (const page of pages) page.close()
  for (const process of processes) process.disconnect()
  await Promise.all(processes.map((process) => once(process, 'exit')))
  await portal.close()
  await bron.close()
})

function startProcess(): ChildProcess {
  return spawn(process.execPath, ['scripts/test-web-process.ts'], {
    env: { ...process.env, ...portal.variables },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

async function storedZaak() {
  const zaak = testZaak()
  bron.serveZaak(zaak)
  await storeZaak(portal, zaak)
  return zaak
}

let sequence = 0
/** Returns the event of a change. From then on the zaaksysteem serves the changed zaak. */
function change(zaak: Awaited<ReturnType<typeof storedZaak>>) {
  sequence += 1
  const [oudeStatus, nieuweStatus] = ['ontvangen', 'in_behandeling']
  const event = statusGewijzigd({ zaakId: zaak.uuid, oudeStatus, nieuweStatus, sequence })
  const status = {
    ...(zaak.statussen[0] as StatusResource),
    gebeurtenisId: event.id,
    versie: 2,
    soort: 'statuswijziging' as const,
    statuscode: nieuweStatus,
    datumStatusGezet: event.data.timestamp,
    statustoelichting: null,
  }
  bron.serveZaak({ ...zaak, versie: 2, status: nieuweStatus, statussen: [...zaak.statussen, status] })
  return event
}

/** An open page of the burger at one of the processes; `next()` waits for its next live event. */
async function openPage(origin: string, burgerId: string) {
  const sessieId = uuidv7()
  await portal.db.sessie.create({ data: { id: sessieId, burgerId, verlooptOp: new Date(Date.now() + HOUR_MS) } })
  const page = new EventSource(`${origin}/live?burger=${burgerId}&sessie=${sessieId}`)
  pages.push(page)
  const waiting: MessageEvent[] = []
  let wake = () => {}
  page.addEventListener(LIVE_EVENT, (event) => {
    waiting.push(event)
    wake()
  })
  await new Promise((resolve) => page.addEventListener('verbonden', resolve, { once: true }))
  return {
    async next() {
      while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const { lastEventId, data } = waiting.shift() as MessageEvent
      return { id: Number(lastEventId), ...JSON.parse(data) }
    },
  }
}

async function post(origin: string, body: string, headers: Record<string, string>) {
  return (await fetch(`${origin}${new URL(SINK).pathname}`, { method: 'POST', body, headers })).status
}

/**
 * Waits until each process expects the new method: it caches the record of its bron for up to 100 ms.
 */
async function untilKnown(credentialtype: Credentialtype) {
  const event = change(await storedZaak())
  const body = JSON.stringify(event)
  const headers = await bron.prove({ credentialtype, body, eventId: event.id })
  for (const origin of origins) while ((await post(origin, body, headers)) !== 204);
}

test.each(credentialtype.options)(
  'fifty identical posts to two processes at once are one row and one live event at each page: %s',
  async (credentialtype) => {
    await registerTestBron(portal, { credentialtype, accesstoken: bron.accesstoken, secret: bron.secret })
    await untilKnown(credentialtype)
    const [zaak, nextZaak] = [await storedZaak(), await storedZaak()]
    const { burgerId } = await portal.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
    const { liveVolgnummer } = await portal.db.burger.findUniqueOrThrow({ where: { id: burgerId } })
    const open = await Promise.all(origins.map((origin) => openPage(origin, burgerId)))
    const deliver = async (event: ReturnType<typeof change>, posts: number) => {
      const body = JSON.stringify(event)
      const headers = await bron.prove({ credentialtype, body, eventId: event.id })
      const sent = Array.from({ length: posts }, (_, index) => post(origins[index % 2] as string, body, headers))
      expect(await Promise.all(sent)).toEqual(Array(posts).fill(204))
    }

    const event = change(zaak)
    await deliver(event, POSTS)
    // This change comes last, so that a duplicate live event of the first would come before it.
    await deliver(change(nextZaak), 1)

    for (const page of open) {
      expect(await page.next()).toEqual({ id: liveVolgnummer + 1, zaakId: zaak.uuid, versie: 2 })
      expect(await page.next()).toEqual({ id: liveVolgnummer + 2, zaakId: nextZaak.uuid, versie: 2 })
    }
    expect(await portal.db.ontvangenGebeurtenis.count({ where: { id: event.id } })).toBe(1)
    expect(await portal.db.status.count({ where: { zaakId: zaak.uuid } })).toBe(2)
  },
)
