import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SINK, startTestSender, type TestDelivery } from '../test-deliveries.ts'

const ORIGIN = 'zaaksysteem.test'

let keys: Server
let receiver: ChildProcess
let url: string
let delivery: TestDelivery

/** The receiver of the quick start, as its reader starts it. */
beforeAll(async () => {
  const sender = await startTestSender(new Date())
  delivery = await sender.deliver('JWT')
  keys = createServer((_request, response) => response.end(sender.jwks)).listen(0, '127.0.0.1')
  await once(keys, 'listening')
  const { port } = keys.address() as AddressInfo
  receiver = spawn(process.execPath, [join(import.meta.dirname, 'node/receiver.mjs')], {
    env: { SINK, SOURCE: sender.source, ORIGIN, JWKS_URL: `http://127.0.0.1:${port}/`, PORT: '0', NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await sender.close()
  const [line] = await once(receiver.stdout as NonNullable<ChildProcess['stdout']>, 'data')
  url = `http://127.0.0.1:${/port (\d+)/.exec(String(line))?.[1]}/`
})

afterAll(() => {
  receiver.kill()
  keys.close()
})

const post = (body = delivery.body) => fetch(url, { method: 'POST', headers: delivery.headers, body })

test('the receiver of the quick start consents to our origin, and to no other', async () => {
  const consent = await fetch(url, { method: 'OPTIONS', headers: { 'WebHook-Request-Origin': ORIGIN } })
  expect(consent.headers.get('webhook-allowed-origin')).toBe(ORIGIN)
  expect(consent.headers.get('webhook-allowed-rate')).toBe('*')
  const refusal = await fetch(url, { method: 'OPTIONS', headers: { 'WebHook-Request-Origin': 'ander.test' } })
  expect(refusal.headers.has('webhook-allowed-origin')).toBe(false)
})

test('it takes a message, also when that comes again, and refuses a changed one', async () => {
  expect((await post()).status).toBe(204)
  expect((await post()).status).toBe(204)
  expect((await post(`${delivery.body} `)).status).toBe(401)
})
