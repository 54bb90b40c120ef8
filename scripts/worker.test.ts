import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AbonnementRequest } from '#lib/contract/abonnement-resource.ts'
import { registerAbonnement } from '#lib/zaaksysteem/abonnement/register-abonnement.ts'
import { performHandshakes } from '#lib/zaaksysteem/abonnement/toestemming/test-handshakes.ts'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { runWorker } from '#lib/zaaksysteem/bezorging/run-worker.ts'
import { subscribe } from '#lib/zaaksysteem/bezorging/test-abonnement.ts'
import { startTestSink, type TestSink } from '#lib/zaaksysteem/egress/test-sink.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { listen } from '#tools/servers/listen.ts'

let ctx: TestZaaksysteem
let sink: TestSink
let answer: (response: ServerResponse) => void

beforeEach(async () => {
  ctx = await createTestZaaksysteem()
  sink = await startTestSink({ answer: (response) => answer(response) })
  await subscribe(ctx, sink.url)
})
afterEach(async () => {
  await sink.close()
  await ctx.close()
})

function startProcess(variables: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['scripts/worker.ts'], {
    env: { ...process.env, LOG_LEVEL: 'info', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function lineWith(stream: Readable, words: string) {
  for await (const line of createInterface(stream)) if (line.includes(words)) return
}

test('kill -9 after the POST and before its record: another worker sends the same event again', async () => {
  answer = () => {}
  const worker = startProcess(ctx.variables)
  await registerTestZaak(ctx)
  await sink.arrived(1)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  expect(await ctx.db.bezorgpoging.count()).toBe(0)

  answer = (response) => response.writeHead(204).end()
  const afterTheLease = () => new Date(Date.now() + 60_000)
  const stop = new AbortController()
  const running = runWorker({ ...ctx, clock: afterTheLease }, { signal: stop.signal })
  await sink.arrived(2)
  stop.abort()
  await running
  const [first, second] = sink.received
  expect(second?.body).toBe(first?.body)
  expect(await ctx.db.bezorging.findMany()).toMatchObject([{ status: 'bezorgd', pogingen: 1 }])
})

test('kill -9 during the handshake with a sink: another worker repeats the handshake', async () => {
  const asked = createServer((_, response) => answer(response))
  const port = await listen(asked)
  const arrived = new Promise<void>((resolve) => {
    answer = () => resolve()
  })
  const request = { protocol: 'HTTP', sink: `http://127.0.0.1:${port}/`, sinkcredential: { credentialtype: 'JWT' } }
  const registered = await registerAbonnement(ctx, {
    client: 'ander',
    actor: OPDRACHTREGEL,
    request: request as AbonnementRequest,
  })
  if (!registered.ok) throw new Error(registered.reason)
  const worker = startProcess(ctx.variables)
  await arrived
  worker.kill('SIGKILL')
  await once(worker, 'exit')

  answer = (response) => response.writeHead(204, { 'WebHook-Allowed-Origin': '*', 'WebHook-Allowed-Rate': '*' }).end()
  const afterTheLease = () => new Date(Date.now() + 60_000)
  await performHandshakes({ ...ctx, clock: afterTheLease })
  const { status } = await ctx.db.abonnement.findUniqueOrThrow({ where: { id: registered.abonnement.id } })
  asked.close()
  expect(status).toBe('actief')
})

test('SIGTERM lets a worker finish the bezorgingen in flight and exit with 0', async () => {
  let finish = () => {}
  answer = (response) => {
    finish = () => response.writeHead(204).end()
  }
  const worker = startProcess(ctx.variables)
  await registerTestZaak(ctx)
  await sink.arrived(1)
  worker.kill('SIGTERM')
  await lineWith(worker.stdout as Readable, 'Stopping')
  finish()
  expect(await once(worker, 'exit')).toEqual([0, null])
  expect(await ctx.db.bezorging.findMany()).toMatchObject([{ status: 'bezorgd' }])
})

test('a worker without configuration names the missing variables and prints no value', async () => {
  const worker = startProcess({ ...ctx.variables, ZAAKSYSTEEM_AUTH_SECRET: 'short', ZAAKSYSTEEM_ORIGIN: '' })
  const [stderr, [code]] = await Promise.all([text(worker.stderr as Readable), once(worker, 'exit')])
  expect(code).toBe(1)
  expect(JSON.parse(stderr)).toMatchObject({
    level: 50,
    msg: 'The process cannot start',
    reason: expect.arrayContaining([
      expect.stringContaining('ZAAKSYSTEEM_AUTH_SECRET: needs at least 32 random bytes'),
    ]),
  })
  expect(stderr).toContain('ZAAKSYSTEEM_ORIGIN')
  expect(stderr).not.toContain('short')
})
