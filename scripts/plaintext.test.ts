import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { GET, OPTIONS, POST } from '../app/api/publieksportaal/webhooks/route.ts'
import { proxy } from '../proxy.ts'

const OVER_TLS = { 'X-Forwarded-Proto': 'https' }
const WEBHOOK = '/api/publieksportaal/webhooks'

const requestTo = (path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
  new NextRequest(`http://localhost${path}`, init)

const API = 'app/api/zaaksysteem'
/** The sources of the API routes, which proxy.ts excludes. */
const ROUTES = new Map(
  globSync([`${API}/v1/**/route.ts`, `${API}/jwks.json/route.ts`]).map((file) => [file, readFileSync(file, 'utf8')]),
)

let portal: TestPublieksportaal
let zaaksysteem: TestZaaksysteem
beforeAll(async () => {
  portal = await createTestPublieksportaal()
  zaaksysteem = await createTestZaaksysteem()
  // The contexts of the process, which the routes use; outside the demo.
  vi.stubGlobal(Symbol.for('zaakbode.publieksportaal'), { ...portal, env: { ...portal.env, DEMO: false } })
  vi.stubGlobal(Symbol.for('zaakbode.zaaksysteem'), { ...zaaksysteem, env: { ...zaaksysteem.env, DEMO: false } })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await portal.close()
  await zaaksysteem.close()
})

test('the API of the zaaksysteem answers 403 to plaintext, and works over TLS', async () => {
  const ping = apiRoute(async () => new Response('pong'))
  const params = Promise.resolve({})
  const refused = await ping.GET(requestTo('/api/zaaksysteem/v1/zaken'), { params })
  expect(refused.status).toBe(403)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(await refused.json()).toMatchObject({ code: 'https_required' })
  const answered = await ping.GET(requestTo('/api/zaaksysteem/v1/zaken', { headers: OVER_TLS }), { params })
  expect(await answered.text()).toBe('pong')
})

test.each([...ROUTES.keys()])('%s refuses plaintext', (file) => {
  expect(ROUTES.get(file)).toContain('} = apiRoute')
})

test('health answers over plaintext', () => {
  expect(proxy(requestTo('/api/health/ready')).headers.get('x-middleware-next')).toBe('1')
})

test('the webhook answers 403 to plaintext, whatever the method, without reading the body', async () => {
  const bezorging = requestTo(WEBHOOK, { method: 'POST', body: '{}', headers: { Authorization: 'Bearer token' } })
  expect((await POST(bezorging)).status).toBe(403)
  expect(bezorging.bodyUsed).toBe(false)
  const handshake = await OPTIONS(requestTo(WEBHOOK, { method: 'OPTIONS' }))
  expect(handshake.status).toBe(403)
  expect(handshake.headers.get('webhook-allowed-origin')).toBeNull()
  expect((await GET(requestTo(WEBHOOK))).status).toBe(403)
})

test('the webhook accepts an event over TLS', async () => {
  expect((await GET(requestTo(WEBHOOK, { headers: OVER_TLS }))).status).toBe(405)
})

test('the web process does not start with half a certificate, and reports all errors', async () => {
  const web = spawn(process.execPath, ['scripts/web.ts'], {
    env: { ...process.env, SYSTEMS: 'publieksportaal', TLS_CERT_FILE: 'cert.pem', TRUSTED_PROXIES: 'nginx' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said, [code]] = await Promise.all([text(web.stderr), once(web, 'exit')])
  expect(code).toBe(1)
  const { reason } = JSON.parse(said)
  expect(reason.join()).toContain('TLS_KEY_FILE: TLS_CERT_FILE needs it')
  expect(reason.join()).toContain('TRUSTED_PROXIES: must be IP addresses or CIDR')
})
