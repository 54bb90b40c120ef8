import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { GET, OPTIONS, POST } from '../app/api/publieksportaal/webhooks/route.ts'
import { proxy } from '../proxy.ts'

const OVER_TLS = { 'X-Forwarded-Proto': 'https' }
const WEBHOOK = '/api/publieksportaal/webhooks'

const requestTo = (path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
  new NextRequest(`http://localhost${path}`, init)

let portal: TestPublieksportaal
beforeAll(async () => {
  portal = await createTestPublieksportaal()
  // The route takes this for the context of its process; here outside the demo.
  vi.stubGlobal(Symbol.for('zaakbode.publieksportaal'), { ...portal, env: { ...portal.env, DEMO: false } })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await portal.close()
})

test.each(['/api/zaaksysteem/v1/zaken', '/api/zaaksysteem/v1/abonnementen/1', '/api/zaaksysteem/jwks.json'])(
  '%s answers 403 to plaintext, and goes on over TLS',
  async (path) => {
    const refused = proxy(requestTo(path))
    expect(refused.status).toBe(403)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ code: 'https_required' })
    expect(proxy(requestTo(path, { headers: OVER_TLS })).headers.get('x-middleware-next')).toBe('1')
  },
)

test('health can be asked for in plaintext', () => {
  expect(proxy(requestTo('/api/health/ready')).headers.get('x-middleware-next')).toBe('1')
})

test('the webhook answers 403 to plaintext, whatever the method, without reading the body', async () => {
  const delivery = requestTo(WEBHOOK, { method: 'POST', body: '{}', headers: { Authorization: 'Bearer token' } })
  expect((await POST(delivery)).status).toBe(403)
  expect(delivery.bodyUsed).toBe(false)
  const handshake = await OPTIONS(requestTo(WEBHOOK, { method: 'OPTIONS' }))
  expect(handshake.status).toBe(403)
  expect(handshake.headers.get('webhook-allowed-origin')).toBeNull()
  expect((await GET(requestTo(WEBHOOK))).status).toBe(403)
})

test('over TLS the webhook does its work', async () => {
  expect((await GET(requestTo(WEBHOOK, { headers: OVER_TLS }))).status).toBe(405)
})

test('the web process does not start on half of a certificate, and tells all that is wrong', async () => {
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
