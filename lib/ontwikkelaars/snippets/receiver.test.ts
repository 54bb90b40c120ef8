import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { parseHeaders } from '../berichtcontrole/read-invoer.ts'
import { SINK, startTestSender } from '../test-bezorgingen.ts'

const ORIGIN = 'zaaksysteem.test'
const STARTED_WITHIN_MS = 100_000

const folder = mkdtempSync(join(tmpdir(), 'zaakbode-receiver-'))

let hasKeys = false
let asked = 0
let said = ''

/** The receiver of the quick start, as its reader starts it, and asked to show what comes. */
const sender = await startTestSender(new Date())
const bezorging = await sender.deliver('JWT')
const toAnother = await sender.deliver('JWT', 'structured', `${SINK}/`)
const keys = createServer((_request, response) => {
  asked += 1
  response.writeHead(hasKeys ? 200 : 500).end(sender.jwks)
})
const port = await listen(keys)
const env = {
  SINK,
  SOURCE: sender.source,
  ORIGIN,
  JWKS_URL: `http://127.0.0.1:${port}/`,
  PORT: '0',
  SHOW: '1',
  SEEN: join(folder, 'seen'),
}
const receiver = spawn(process.execPath, [join(import.meta.dirname, 'node/receiver.mjs')], {
  env: { ...env, NODE_ENV: 'test' },
  stdio: ['ignore', 'pipe', 'pipe'],
})
for (const stream of [receiver.stdout, receiver.stderr]) {
  stream?.setEncoding('utf8').on('data', (text) => {
    said += text
  })
}
await sender.close()
await vi.waitUntil(() => said.includes('Listening'), { timeout: STARTED_WITHIN_MS })
const url = `http://127.0.0.1:${/port (\d+)/.exec(said)?.[1]}/`

afterAll(() => {
  receiver.kill()
  rmSync(folder, { recursive: true, force: true })
  keys.close()
})

const post = (body = bezorging.body) => fetch(url, { method: 'POST', headers: bezorging.headers, body })

test('while it has no keys it asks to send again: that is no fault of the message', async () => {
  expect((await post()).status).toBe(503)
  await expect.poll(() => said).toMatch(/Refused with 503: the keys at \S+ cannot be fetched: no keys: 500/)
  hasKeys = true
  expect((await post()).status).toBe(204)
})

test('the receiver of the quick start gives its toestemming to our origin, and to no other', async () => {
  const toestemming = await fetch(url, { method: 'OPTIONS', headers: { 'WebHook-Request-Origin': ORIGIN } })
  expect(toestemming.headers.get('webhook-allowed-origin')).toBe(ORIGIN)
  expect(toestemming.headers.get('webhook-allowed-rate')).toBe('*')
  const refusal = await fetch(url, { method: 'OPTIONS', headers: { 'WebHook-Request-Origin': 'ander.test' } })
  expect(refusal.headers.has('webhook-allowed-origin')).toBe(false)
  await expect.poll(() => said).toContain('Handshake refused: ander.test')
})

test('it takes a message, also when that comes again, and says why it refuses a changed one', async () => {
  expect((await post()).status).toBe(204)
  expect((await post()).status).toBe(204)
  expect((await post(`${bezorging.body} `)).status).toBe(401)
  await expect.poll(() => said).toContain('Refused with 401: body differs')
  expect(asked, 'once in vain, and once for all messages').toBe(2)
})

test('of a message to another address it names both', async () => {
  const { headers, body } = toAnother
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(401)
  await expect.poll(() => said).toContain(`Refused with 401: not for us: to ${SINK}/, not ${SINK}`)
})

test('what it shows of a message can be pasted into the check', async () => {
  said = ''
  await post()
  await expect.poll(() => said).toContain(bezorging.body)
  const [head = '', body] = said.split('\n\n')
  const { headers, method, onleesbaar } = parseHeaders(head)
  expect([method, onleesbaar, body?.split('\n')[0]]).toEqual(['POST', [], bezorging.body])
  expect(headers.get('authorization')).toBe(bezorging.headers.authorization ?? bezorging.headers.Authorization)
})
