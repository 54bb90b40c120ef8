import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { expect } from '@playwright/test'
import { ORIGIN, ORIGIN_UTRECHT } from './origins.ts'
import { test } from './test.ts'
import { watchPolicy } from './watch-policy.ts'

test('pages have a CSP with a fresh nonce, and no inline script or style violates it', async ({ page }) => {
  const refused = await watchPolicy(page)
  const nonceOf = async () => {
    const response = await page.goto('/mijn/inloggen')
    const policy = response?.headers()['content-security-policy'] ?? ''
    expect(policy).not.toMatch(/unsafe-(inline|eval)/)
    expect(response?.headers()['x-content-type-options']).toBe('nosniff')
    expect(response?.headers()['x-powered-by']).toBeUndefined()
    return /'nonce-([^']+)'/.exec(policy)?.[1]
  }
  expect(await nonceOf()).not.toBe(await nonceOf())
  expect(refused).toEqual([])
})

test('crawlers may read the demo and the pages for suppliers, and nothing of a citizen or of staff', async ({
  request,
}) => {
  const response = await request.get('/robots.txt')
  expect(response.headers()['content-type']).toContain('text/plain')
  expect((await response.text()).match(/^\w+(-\w+)?: .*$/gm)).toEqual([
    'User-agent: *',
    'Allow: /demo',
    'Allow: /ontwikkelaars',
    'Disallow: /',
  ])
})

test('the contact for vulnerabilities is valid for half a year', async ({ request }) => {
  const text = await (await request.get('/.well-known/security.txt')).text()
  const [, expires = ''] = /^Expires: (.+)$/m.exec(text) ?? []
  expect(text).toMatch(/^Contact: mailto:\S+$/m)
  expect((Date.parse(expires) - Date.now()) / 86_400_000).toBeCloseTo(180, 0)
})

test('the image optimiser is off, so that no URL makes the server send requests', async ({ request }) => {
  const response = await request.get('/_next/image?url=%2Fapi%2Fhealth%2Flive&w=640&q=75')
  expect(response.status()).toBe(404)
})

test('worker threads run the sources, because a bundle would not start', () => {
  expect(globSync('.next/server/**/*worker thread*')).toEqual([])
})

test('health says that the process runs and that both databases answer', async ({ request }) => {
  expect(await (await request.get('/api/health/live')).json()).toEqual({ status: 'pass' })
  const ready = await request.get('/api/health/ready')
  expect(await ready.json()).toEqual({ status: 'pass', checks: { zaaksysteem: 'pass', publieksportaal: 'pass' } })
})

test('the served package of the command for suppliers equals this checkout', async ({ request }) => {
  const response = await request.get('/ontwikkelaars/zaakbode.tgz')
  expect(response.status()).toBe(200)
  expect(await response.body()).toEqual(readFileSync('public/ontwikkelaars/zaakbode.tgz'))
})

test('the published keys have no private members', async ({ request }) => {
  const { keys } = await (await request.get('/api/zaaksysteem/jwks.json')).json()
  expect(keys).not.toHaveLength(0)
  const publicMembers = ['alg', 'crv', 'e', 'exp', 'kid', 'kty', 'n', 'nbf', 'use', 'x', 'y']
  for (const key of keys) expect(publicMembers).toEqual(expect.arrayContaining(Object.keys(key)))
})

test('the API answers in problem+json: 401 without a token, 405 with an Allow header', async ({ request }) => {
  const unauthorized = await request.get('/api/zaaksysteem/v1/zaken')
  expect(unauthorized.status()).toBe(401)
  expect(unauthorized.headers()['content-type']).toBe('application/problem+json')
  expect(await unauthorized.json()).toMatchObject({ code: 'token_invalid' })
  const notAllowed = await request.put('/api/publieksportaal/webhooks')
  expect(notAllowed.status()).toBe(405)
  expect(notAllowed.headers().allow).toBe('POST, OPTIONS')
})

test('a webhook of 300 KiB is refused, and one of 200 KiB is not truncated', async ({ request }) => {
  const post = (bytes: number) =>
    request.post('/api/publieksportaal/webhooks', {
      headers: { 'content-type': 'application/cloudevents+json' },
      data: Buffer.alloc(bytes, 'x'),
    })
  expect((await post(300 * 1024)).status()).toBe(413)
  expect((await post(200 * 1024)).status()).toBe(401)
})

test('a bezorging with two Authorization headers is refused, although Node.js exposes only the first', async () => {
  // Uses node:http, because a browser would join the two headers.
  const request = httpRequest(`${ORIGIN_UTRECHT}/api/publieksportaal/webhooks`, { method: 'POST' })
  request.setHeader('Authorization', ['Bearer a', 'Bearer b'])
  const [response] = (await once(request.end(), 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(400)
  expect(await json(response)).toMatchObject({ code: 'duplicate_header' })
})

test('a request with another host name for this machine gets nothing, not even the sign-in', async () => {
  for (const path of ['/balie/inloggen', '/api/zaaksysteem/auth/csrf', '/api/health/ready']) {
    const request = httpRequest(`${ORIGIN_UTRECHT}${path}`, { headers: { host: 'evil.example' } })
    const [response] = (await once(request.end(), 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(421)
    expect(await json(response)).toMatchObject({ code: 'host_unknown' })
  }
})

test('each web process serves the house style that it is configured with', async ({ request }) => {
  for (const [origin, huisstijl] of Object.entries({ [ORIGIN]: 'voorbeeld', [ORIGIN_UTRECHT]: 'utrecht' })) {
    const html = await (await request.get(`${origin}/mijn/inloggen`)).text()
    expect(html).toContain(`class="${huisstijl}-theme `)
    expect(html).toContain(`href="/huisstijl/${huisstijl}.css"`)
  }
})
