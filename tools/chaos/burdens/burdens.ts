import { createServer, request, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { registerInTurn } from '../../load/register-in-turn.ts'
import { type House, SILENT_NAMES, WORKER_METRICS_PORT } from '../house.ts'
import { type LoadRequest, startLoad } from './load.ts'
import { READERS, readSlowly } from './slow-readers.ts'

/**
 * A burden that one client, sink or clock puts on all others. `start` returns a function that ends it and
 * returns its result.
 */
type Burden = { name: string; start(house: House): Promise<() => Promise<string>> }

const SLOW_SINKS = 20
/** Just below the timeout of a response. */
const SLOW_MS = 14_000
const FLOOD_PER_SECOND = 100
const CHANGES_PER_SECOND = 150
const CHANGED_ZAKEN = 600
const CLOCK_STEPS_MS = 3_000
const CUTS_PER_SECOND = 5
const CUT_BYTES = 200_000
const CUT_AFTER_MS = 500

const slowSinks: Burden = {
  name: `${SLOW_SINKS} sinks that answer after ${SLOW_MS / 1000} s`,
  async start(house) {
    const servers = await Promise.all(Array.from({ length: SLOW_SINKS }, startSlowSink))
    const addresses = servers.map((server) => `http://localhost:${(server.address() as { port: number }).port}/slow`)
    const remove = await addSinks(house, addresses)
    return async () => {
      await remove()
      for (const server of servers) server.close().closeAllConnections()
      return ''
    }
  },
}

async function startSlowSink(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume()
    setTimeout(() => response.writeHead(204).end(), SLOW_MS)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const silentNames: Burden = {
  name: `${SILENT_NAMES.length} sinks whose name never resolves`,
  async start(house) {
    const remove = await addSinks(
      house,
      SILENT_NAMES.map((name) => `https://${name}/webhooks`),
    )
    return async () => {
      await remove()
      return ''
    }
  },
}

/** Adds abonnementen whose sinks gave their toestemming before they became a burden. */
async function addSinks({ zaaksysteem: { db, clock } }: House, sinks: string[]): Promise<() => Promise<void>> {
  const now = clock()
  const client = 'oauth:neighbour'
  const rows = sinks.map((sink) => ({ sink, client, credentialtype: 'JWT' as const, aangemaaktOp: now }))
  await db.abonnement.createMany({ data: rows.map((row) => ({ ...row, status: 'actief', statusSinds: now })) })
  return async () => {
    await db.abonnement.deleteMany({ where: { client } })
  }
}

const flood: Burden = {
  name: `${FLOOD_PER_SECOND} unproven requests a second at every door`,
  async start(house) {
    const end = startLoad({ perSecond: FLOOD_PER_SECOND, requests: unproven(house) })
    return async () => JSON.stringify(await end())
  },
}

function unproven({ zaaksysteemOrigin, portalOrigin }: House): LoadRequest[] {
  const json = { 'content-type': 'application/json' }
  const stranger = { authorization: 'Bearer stranger' }
  const zaak = `${zaaksysteemOrigin}/api/zaaksysteem/v1/zaken/01890a5d-ac96-774b-bcce-b302099a8057`
  const body = JSON.stringify({ versie: 1, statustype: 'x' })
  const event = { 'content-type': 'application/cloudevents+json' }
  const webhook = { url: `${portalOrigin}/api/publieksportaal/webhooks`, method: 'POST' } as const
  const post = (origin: string, path: string) =>
    ({ url: `${origin}${path}`, method: 'POST', headers: { ...json, origin }, body }) as const
  return [
    { ...webhook, headers: event, body },
    { ...webhook, headers: { ...event, authorization: 'Bearer eyJhbGciOiJFUzI1NiIsImtpZCI6IngifQ.e30.AA' }, body },
    { ...webhook, method: 'OPTIONS', headers: { 'webhook-request-origin': 'stranger.example' } },
    { url: `${zaak}/statussen`, method: 'POST', headers: { ...json, ...stranger }, body },
    { url: zaak, method: 'GET', headers: stranger },
    { url: `${zaaksysteemOrigin}/api/zaaksysteem/v1/abonnementen`, method: 'POST', headers: json, body },
    { url: `${zaaksysteemOrigin}/api/zaaksysteem/v1/toestemming/stranger`, method: 'POST' },
    { url: `${zaaksysteemOrigin}/api/zaaksysteem/jwks.json`, method: 'GET' },
    { url: `${portalOrigin}/api/publieksportaal/live`, method: 'GET' },
    post(portalOrigin, '/api/publieksportaal/auth/callback/demopersoon'),
    post(zaaksysteemOrigin, '/api/zaaksysteem/auth/signin/oidc'),
    { url: `${zaaksysteemOrigin}/api/metrics`, method: 'GET', headers: stranger },
    { url: `${portalOrigin}/api/health/ready`, method: 'GET' },
    { url: `${portalOrigin}/mijn`, method: 'GET' },
    { url: `${portalOrigin}/mijn/inloggen`, method: 'GET' },
    { url: `${zaaksysteemOrigin}/balie`, method: 'GET' },
    { url: `${portalOrigin}/nergens`, method: 'GET' },
    { url: `http://localhost:${WORKER_METRICS_PORT}/metrics`, method: 'GET' },
  ]
}

const busyStatusApi: Burden = {
  name: `${CHANGES_PER_SECOND} status changes a second over the API`,
  async start(house) {
    const requests = await planChanges(house)
    const end = startLoad({ perSecond: CHANGES_PER_SECOND, requests })
    return async () => JSON.stringify(await end())
  },
}

/** Plans all next statuses of many zaken, the first one of every zaak first. */
async function planChanges({ zaaksysteem, zaaksysteemOrigin, api }: House): Promise<LoadRequest[]> {
  const zaaktype = await findZaaktype(zaaksysteem, 'OMG-UITG')
  const ids: string[] = []
  for (let index = 0; index < CHANGED_ZAKEN; index += 1) {
    const zaak = { zaaktype: zaaktype.identificatie, omschrijving: `Aanbouw ${index}` }
    ids.push(await registerInTurn(zaaksysteem, index, zaak))
  }
  const steps = zaaktype.statustypen.slice(1).filter(({ isEindstatus }) => !isEindstatus)
  return steps.flatMap(({ code }, step) =>
    ids.map((id) => ({
      url: `${zaaksysteemOrigin}/api/zaaksysteem/v1/zaken/${id}/statussen`,
      method: 'POST' as const,
      headers: {
        authorization: `Bearer ${api.token}`,
        'content-type': 'application/json',
        'idempotency-key': `${id}-${step}`,
      },
      body: JSON.stringify({ versie: step + 1, statustype: code }),
    })),
  )
}

const clockSteps: Burden = {
  name: 'clocks that step, each process by its own, and back',
  async start(house) {
    let isOver = false
    let steps = 0
    const stepping = (async () => {
      while (!isOver || steps % 2 === 1) {
        house.stepClocks()
        steps += 1
        await sleep(CLOCK_STEPS_MS)
      }
    })()
    return async () => {
      isOver = true
      await stepping
      return `${steps} steps`
    }
  },
}

const slowReaders: Burden = {
  name: `${READERS} slow readers of a document`,
  start: (house) => readSlowly(house, DEMO_BURGERS[1] as (typeof DEMO_BURGERS)[number]),
}

const cutUploads: Burden = {
  name: `${CUTS_PER_SECOND} uploads a second that are cut in the middle`,
  async start({ zaaksysteem, zaaksysteemOrigin, api }) {
    const zaaktype = await findZaaktype(zaaksysteem, 'OMG-UITG')
    const id = await registerInTurn(zaaksysteem, 0, { zaaktype: zaaktype.identificatie, omschrijving: 'Afgebroken' })
    const url = `${zaaksysteemOrigin}/api/zaaksysteem/v1/zaken/${id}/bestanden`
    let isOver = false
    let cut = 0
    const cutting = (async () => {
      for (; !isOver; cut += 1) {
        const headers = {
          authorization: `Bearer ${api.token}`,
          'content-type': 'application/octet-stream',
          ...(cut % 2 === 0 && { 'content-length': CUT_BYTES * 2 }),
        }
        const upload = request(url, { method: 'POST', headers, agent: false }).on('error', () => {})
        upload.write(Buffer.alloc(CUT_BYTES, '%PDF-1.7\n'))
        setTimeout(() => upload.destroy(), CUT_AFTER_MS)
        await sleep(1_000 / CUTS_PER_SECOND)
      }
    })()
    return async () => {
      isOver = true
      await cutting
      return `${cut} cut`
    }
  },
}

export const BURDENS: readonly Burden[] = [
  silentNames,
  slowSinks,
  slowReaders,
  flood,
  clockSteps,
  busyStatusApi,
  cutUploads,
]
