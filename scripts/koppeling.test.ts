import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Contentmodus, type Credentialtype, fits } from '#lib/contract/abonnement-resource.ts'
import { subscribePortal } from '#lib/publieksportaal/abonnement/subscribe-portal.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { handleAbonnement } from '#lib/zaaksysteem/abonnement/api/handle-abonnement.ts'
import { handleAbonnementActie } from '#lib/zaaksysteem/abonnement/api/handle-abonnement-actie.ts'
import { handleAbonnementen } from '#lib/zaaksysteem/abonnement/api/handle-abonnementen.ts'
import { runWorker } from '#lib/zaaksysteem/delivery/run-worker.ts'
import { handleGebeurtenissen } from '#lib/zaaksysteem/outbox/handle-gebeurtenissen.ts'
import { publishedJwks } from '#lib/zaaksysteem/signing/published-jwks.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { handleZaken } from '#lib/zaaksysteem/zaak/handle-zaken.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'

// Runs both systems on one server: the portal must accept what the zaaksysteem sends in every way they can agree on.

let zaaksysteem: TestZaaksysteem
let portal: TestPublieksportaal
let server: Server
let base: string
const worker = new AbortController()
let working: Promise<void>
/** statuses with which the webhook answered deliveries */
const statuses: number[] = []
const answered = new EventEmitter()

beforeAll(async () => {
  server = createServer((request, response) => void serve(request, response)).listen(0, 'localhost')
  await once(server, 'listening')
  base = `http://localhost:${(server.address() as AddressInfo).port}`
  zaaksysteem = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_URL: base } })
  portal = await createTestPublieksportaal({
    env: {
      PUBLIEKSPORTAAL_URL: base,
      PUBLIEKSPORTAAL_BRON_JWKS_URL: `${base}/api/zaaksysteem/jwks.json`,
      PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: `${base}/api/zaaksysteem/v1`,
    },
  })
  working = runWorker(zaaksysteem, { signal: worker.signal })
})
beforeEach(() => {
  statuses.length = 0
})
afterAll(async () => {
  worker.abort()
  await working
  server.closeAllConnections()
  server.close()
  await Promise.all([zaaksysteem.close(), portal.close()])
})

async function serve(message: IncomingMessage, response: ServerResponse) {
  const body = Buffer.concat(await message.toArray())
  const { method = '', url = '' } = message
  const headers = new Headers(message.headers as Record<string, string>)
  const request = new Request(`${base}${url}`, {
    method,
    headers,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
  const tasks: (() => Promise<void>)[] = []
  const answer = await route(request, (task) => void tasks.push(task))
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
  for (const task of tasks) await task()
}

async function route(request: Request, afterResponse: (task: () => Promise<void>) => void): Promise<Response> {
  const { pathname } = new URL(request.url)
  const [, , system, ...path] = pathname.split('/')
  if (system === 'publieksportaal') {
    const answer = await handleWebhook(portal, request)
    if (request.method === 'POST') {
      statuses.push(answer.status)
      answered.emit('delivery')
    }
    return answer
  }
  const [version, collection, id, actie] = path
  if (version === 'jwks.json') return Response.json(await publishedJwks(zaaksysteem))
  if (collection === 'gebeurtenissen') return handleGebeurtenissen(zaaksysteem, request)
  if (collection === 'zaken') return handleZaken(zaaksysteem, request)
  if (!id) return handleAbonnementen(zaaksysteem, request, { afterResponse })
  if (!actie) return handleAbonnement(zaaksysteem, request, id)
  return handleAbonnementActie(zaaksysteem, request, { id, actie, afterResponse })
}

const subscribe = (wishes: {
  credentialtype?: Credentialtype
  contentmodus?: Contentmodus
  vernieuwGeheim?: boolean
}) => subscribePortal(portal, { zaaksysteem: `${base}/api/zaaksysteem/v1`, token: zaaksysteem.apiToken, ...wishes })

/**
 * Waits until the portal has as many events as the zaaksysteem. What was answered with 503 is tried again at once and
 * from the start of the schedule: on a slow machine a change outlasts the first retry, and the second comes after minutes.
 */
async function allArrived() {
  const sent = await zaaksysteem.db.gebeurtenis.count()
  await expect
    .poll(async () => {
      await zaaksysteem.pool.query(
        'update bezorging set volgende_poging = now(), ronde_vanaf = pogingen where volgende_poging > now()',
      )
      return portal.db.ontvangenGebeurtenis.count()
    })
    .toBeGreaterThanOrEqual(sent)
}
const newestArrival = () => portal.db.ontvangenGebeurtenis.findFirst({ orderBy: { sequence: 'desc' } })

const WAYS = (['JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const).flatMap(
  (credentialtype) =>
    (['structured', 'binary', 'batch'] as const)
      .filter((contentmodus) => fits({ credentialtype: credentialtype, contentmodus }))
      .map((contentmodus) => [credentialtype, contentmodus] as const),
)

test.each(WAYS)('%s in mode %s: agreed on, and every event arrives', async (credentialtype, contentmodus) => {
  expect(await subscribe({ credentialtype, contentmodus })).toMatchObject({ ok: true, credentialtype, contentmodus })
  await Promise.all([registerTestZaak(zaaksysteem), registerTestZaak(zaaksysteem), registerTestZaak(zaaksysteem)])
  await allArrived()
  expect(new Set(statuses)).toEqual(new Set([204]))
  expect(await newestArrival()).toMatchObject({ credentialtype })
})

test('a change of method and a renewed secret under way: no event is lost or refused', async () => {
  let changing = true
  async function keepWorking() {
    while (changing) {
      await registerTestZaak(zaaksysteem)
      await allArrived()
    }
  }
  const desks = Promise.all([keepWorking(), keepWorking()])
  for (const credentialtype of ['JWT', 'ACCESSTOKEN', 'STANDARDWEBHOOKS', 'ACCESSTOKEN'] as const) {
    expect(await subscribe({ credentialtype })).toMatchObject({ ok: true, credentialtype })
    // `keepWorking` goes on, so that a delivery is under way at every change.
    await once(answered, 'delivery')
  }
  expect(await subscribe({ vernieuwGeheim: true })).toMatchObject({ ok: true, credentialtype: 'ACCESSTOKEN' })
  changing = false
  await desks
  expect(statuses.filter((status) => status !== 204 && status !== 503)).toEqual([])
})
