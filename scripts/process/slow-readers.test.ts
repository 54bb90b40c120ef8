import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { sealTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { createRouter } from '#lib/platform/web-server/router.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { createSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { SOURCE } from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { DOCUMENT, testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { apiAdmission } from '#lib/zaaksysteem/api/api-admission.ts'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { ADD_DOCUMENT_TO_ZAAK } from '#lib/zaaksysteem/zaak/handelingen/document/add-document.ts'
import { performHandeling } from '#lib/zaaksysteem/zaak/handelingen/perform-handeling.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { listen } from '#tools/servers/listen.ts'
import { loadRoutes } from './load-routes.ts'
import { pageAdmission } from './page-admission.ts'

// Both systems over sockets, with the admission of scripts/web.ts.

const MIB = 1024 * 1024
/** Larger than the kernel's socket buffers of both connections on its way. */
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(24 * MIB)])
const [SLOW, GOOD] = ['999990342', '999990408']
const SCOPES = 'zaken.lezen+zaken.documenten.lezen'
const TOKENS = { portaal: testSecret(), dms: testSecret() }

let server: Server
let zaaksysteem: TestZaaksysteem
let portaal: TestPublieksportaal
let origin: string

beforeAll(async () => {
  const log = createLogger('test', { write() {} }, 'silent')
  const tokens = Object.entries(TOKENS).map(
    ([client, token]) => `${client}=${hashToken(token)}:${SCOPES}+zaken.inzenden`,
  )
  zaaksysteem = await createTestZaaksysteem({ env: { ZAAKSYSTEEM_API_TOKENS: tokens.join(',') } })
  portaal = await createTestPublieksportaal({
    env: { PUBLIEKSPORTAAL_BRON: SOURCE, PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: TOKENS.portaal },
  })
  // The contexts of the process, which the routes use.
  Object.assign(globalThis, {
    [Symbol.for('zaakbode.zaaksysteem')]: zaaksysteem,
    [Symbol.for('zaakbode.publieksportaal')]: portaal,
  })
  const route = createRouter({ routes: await loadRoutes(), log })
  const admitToPage = pageAdmission({
    secrets: {
      zaaksysteem: zaaksysteem.env.ZAAKSYSTEEM_AUTH_SECRET,
      publieksportaal: portaal.env.PUBLIEKSPORTAAL_AUTH_SECRET,
    },
  })
  const admitApi = apiAdmission(zaaksysteem, OPERATIONS)
  server = createWebServer(
    { certificate: undefined, trustedProxies: [], demo: true },
    (request, response) => route(request)?.(request, response),
    [],
    (request, response) => admitToPage(request, response) ?? admitApi(request),
  )
  origin = `http://127.0.0.1:${await listen(server)}`
  portaal.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API = `${origin}/api/zaaksysteem/v1`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await portaal.close()
  await zaaksysteem.close()
})

/** Registers a zaak with a document, and returns how its citizen requests it. */
async function withDocument(bsn: string, bytes: Buffer) {
  const zaak = await registerTestZaak(zaaksysteem)
  const stored = await storeBestand(zaaksysteem, { zaakId: zaak.id, naam: 'x.pdf', bytes: Readable.from([bytes]) })
  const wish = { bestand: stored.ok ? stored.bestand.id : '', titel: 'Tekening', informatieobjecttype: 'besluit' }
  const added = await performHandeling(zaaksysteem, ADD_DOCUMENT_TO_ZAAK, { ...zaak.change, versie: 1, ...wish })
  expect(added).toMatchObject({ ok: true })
  const { id } = await zaaksysteem.db.document.findFirstOrThrow({ where: { zaakId: zaak.id } })
  const documenten = [{ ...DOCUMENT, id, versie: 1, grootte: bytes.byteLength }]
  await storeZaak(portaal, { ...testZaak({ uuid: zaak.id, bsn, statuscodes: ['ontvangen'] }), documenten })
  const { id: wie } = await findOrCreateBurger(portaal, bsn)
  return {
    id,
    path: `/api/zaaksysteem/v1/zaken/${zaak.id}`,
    api: `/api/zaaksysteem/v1/zaken/${zaak.id}/documenten/${id}`,
    pagina: `/mijn/zaken/${zaak.id}`,
    bewijzen: () => portaal.db.bewijs.count({ where: { zaakId: zaak.id } }),
    async address() {
      const { sessieId } = await createSessie(portaal, { burgerId: wie, naam: null })
      const given = { wie, sessieId, zaakId: zaak.id, documentId: id }
      return `/api/publieksportaal/documenten/${await sealTicket(portaal.env.PUBLIEKSPORTAAL_AUTH_SECRET, given)}`
    },
  }
}

/** Reads 2 kB and pauses. @returns the connection and the status of the answer */
async function readSlowly(path: string, headers = ''): Promise<{ socket: Socket; status: number }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {}).write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`)
  await once(socket, 'readable')
  return { socket, status: Number(String(socket.read(2_048) ?? socket.read()).slice(9, 12)) }
}
const api = (client: keyof typeof TOKENS) => ({ Authorization: `Bearer ${TOKENS[client]}` })

test('a citizen who reads slowly, in any number of sessies, delays no other citizen, client or upload', async () => {
  const [tekening, brief] = [await withDocument(SLOW, PDF), await withDocument(GOOD, PDF.subarray(0, 50_000))]
  const addresses = await Promise.all(Array.from({ length: 24 }, () => tekening.address()))
  const slow = await Promise.all(addresses.map((address) => readSlowly(address)))
  const given = await fetch(`${origin}${await brief.address()}`, { redirect: 'manual' })
  expect([given.status, (await given.arrayBuffer()).byteLength]).toEqual([200, 50_000])
  await expect.poll(brief.bewijzen).toBe(1)
  const sent = await fetch(`${origin}${tekening.path}/bestanden`, {
    method: 'POST',
    headers: { ...api('portaal'), 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(PDF.subarray(0, 50_000)),
  })
  expect(sent.status).toBe(201)
  const read = await fetch(`${origin}${brief.api}`, { headers: api('dms') })
  expect([read.status, (await read.arrayBuffer()).byteLength]).toEqual([200, 50_000])
  // the slow citizen may read eight at a time, and is told so
  expect(slow.map(({ status }) => status).toSorted()).toEqual([...Array(8).fill(200), ...Array(16).fill(503)])
  const told = await fetch(`${origin}${await tekening.address()}`, {
    redirect: 'manual',
    headers: { Accept: 'text/html' },
  })
  expect([told.status, told.headers.get('Location')]).toEqual([303, `${tekening.pagina}?document=druk`])
  for (const { socket } of slow) socket.destroy()
  const again = await fetch(`${origin}${await tekening.address()}`, { redirect: 'manual' })
  expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([200, PDF.byteLength])
  expect(await tekening.bewijzen()).toBe(1)
})

test('an API client that reads slowly blocks neither its own uploads nor documents for another client', async () => {
  const tekening = await withDocument(GOOD, PDF)
  const slow = await Promise.all(
    Array.from({ length: 70 }, () => readSlowly(tekening.api, `Authorization: Bearer ${TOKENS.portaal}\r\n`)),
  )
  expect(slow.map(({ status }) => status).toSorted()).toEqual([...Array(64).fill(200), ...Array(6).fill(503)])
  const read = await fetch(`${origin}${tekening.api}`, { headers: { ...api('dms'), Range: 'bytes=0-3' } })
  expect([read.status, await read.text()]).toEqual([206, '%PDF'])
  const sent = await fetch(`${origin}${tekening.path}/bestanden`, {
    method: 'POST',
    headers: { ...api('portaal'), 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(PDF.subarray(0, 50_000)),
  })
  expect(sent.status).toBe(201)
  for (const { socket } of slow) socket.destroy()
})

test('an aborted download records only the bytes written to the connection, and no bewijs', async () => {
  const tekening = await withDocument(SLOW, PDF)
  const { socket, status } = await readSlowly(await tekening.address())
  expect(status).toBe(200)
  socket.destroy()
  const delen = async () => {
    const find = 'select upper(delen)::int as bytes from ophaling where document_id = $1'
    return (await portaal.pool.query<{ bytes: number }>(find, [tekening.id])).rows.map(({ bytes }) => bytes)
  }
  await expect.poll(delen).toEqual([expect.any(Number)])
  expect((await delen())[0]).toBeLessThan(PDF.byteLength)
  expect(await tekening.bewijzen()).toBe(0)
})
