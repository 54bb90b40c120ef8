import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerTestBron } from '#lib/publieksportaal/bron/test-registration.ts'
import { markAccepted } from '#lib/publieksportaal/sync/bron-stand.ts'
import { closeGaten } from '#lib/publieksportaal/sync/close-gaten.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { deliver } from '#lib/publieksportaal/sync/test-gebeurtenissen.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { answerApi } from '#lib/zaaksysteem/openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { listen } from '#tools/servers/listen.ts'

let now = new Date('2026-11-25T10:00:00Z')
let zaaksysteem: TestZaaksysteem
let portaal: TestPublieksportaal
let server: Server

beforeAll(async () => {
  zaaksysteem = await createTestZaaksysteem({ clock: () => now })
  server = createServer(async ({ url = '', method = '', headers }, response) => {
    const request = new Request(`http://localhost${url}`, { method, headers: headers as Record<string, string> })
    const answer = await answerApi(zaaksysteem, request)
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
  })
  const api = `http://127.0.0.1:${await listen(server)}/api/zaaksysteem/v1`
  const env = {
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: api,
    PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: zaaksysteem.apiToken,
  }
  portaal = await createTestPublieksportaal({ clock: () => now, env })
  await registerTestBron(portaal)
  await markAccepted(portaal, { totSequence: 0, caughtUp: true })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await portaal.close()
  await zaaksysteem.close()
})

async function herbouw(args: string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/portaal/herbouw.ts', ...args], {
    env: { ...process.env, ...portaal.variables, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stderr as Readable),
    once(child, 'exit'),
  ])
  return { stdout, stderr, code }
}

test('missed events are fetched from the zaaksysteem, and equal delivered ones', async () => {
  const zaak = await registerTestZaak(zaaksysteem)
  const change = { ...zaak.change, versie: 1, statustype: 'in_behandeling' }
  expect(await changeStatus(zaaksysteem, change)).toMatchObject({ ok: true })
  await registerTestZaak(zaaksysteem)
  const rows = await zaaksysteem.db.gebeurtenis.findMany({ orderBy: { sequence: 'asc' } })
  const delivered = [rows[0], rows[2]].map((row) => JSON.parse(row?.body ?? ''))
  for (const event of delivered) await deliver(portaal, event)
  now = new Date(now.getTime() + 15_000)

  await closeGaten(portaal)

  expect(await portaal.db.bron.findFirst()).toMatchObject({ bijTotSequence: 3 })
  const received = await portaal.db.ontvangenGebeurtenis.findMany({ orderBy: { sequence: 'asc' } })
  expect(received.map(({ id, credentialtype }) => [id, credentialtype])).toEqual([
    [rows[0]?.id, 'JWT'],
    [rows[1]?.id, 'OPGEHAALD'],
    [rows[2]?.id, 'JWT'],
  ])
  for (const row of rows) expect(await deliver(portaal, JSON.parse(row.body ?? ''))).toBe('repeated')
})

test('portaal:herbouw refills an empty read model, removes zaken that the zaaksysteem lacks, and is idempotent', async () => {
  const zaken = await zaaksysteem.db.zaak.findMany({ orderBy: { id: 'asc' } })
  await portaal.db.ophaalopdracht.deleteMany()
  await storeZaak(portaal, testZaak())

  const first = await herbouw()
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toContain('2 zaken read, 2 changed\nReady: 2 zaken, of which 2 changed; 1 removed.\n')
  const stored = await portaal.db.zaak.findMany({ orderBy: { id: 'asc' } })
  expect(stored.map(({ id, versie }) => [id, versie])).toEqual(zaken.map(({ id, versie }) => [id, versie]))

  expect((await herbouw()).stdout).toContain('Ready: 2 zaken, of which 0 changed; 0 removed.')
  const act = { actorSoort: 'opdrachtregel', actor: 'opdrachtregel', handeling: 'zaken_herbouwen', uitkomst: 'gelukt' }
  expect(await portaal.db.auditregel.findMany()).toMatchObject([act, act])
})

test('a failing portaal:herbouw prints the error and exits with another code than 0', async () => {
  const refused = await herbouw([], { PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: 'x'.repeat(32) })
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('does not know this token (401)')
  for (const args of [['--token', 'x'], ['x']]) {
    expect(await herbouw(args)).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') })
  }
})
