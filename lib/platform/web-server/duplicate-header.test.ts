import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { createWebServer } from './create-web-server.ts'

// Over a raw socket, because HTTP client libraries merge repeated headers.

const WEBHOOK = '/api/publieksportaal/webhooks'
let handled = 0
const server = createWebServer({ certificate: undefined, trustedProxies: [], demo: true }, (_, response) => {
  handled += 1
  response.writeHead(204).end()
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => server.close())

const requestOf = ({ target = WEBHOOK, headers = [] as string[], body = '' }) =>
  [`POST ${target} HTTP/1.1`, 'Host: localhost', ...headers, `Content-Length: ${body.length}`, '', body].join('\r\n')

/** Sends requests over one connection, which the last one closes; resolves with all responses. */
async function exchange(...requests: Parameters<typeof requestOf>[0][]): Promise<string> {
  handled = 0
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const last = requests.length - 1
  for (const [index, request] of requests.entries()) {
    const closing = index === last ? ['Connection: close'] : []
    socket.write(requestOf({ ...request, headers: [...(request.headers ?? []), ...closing] }))
  }
  return text(socket)
}

test.each([
  ['Authorization', 'Bearer a', 'Bearer b'],
  ['authorization', 'Bearer a', 'Bearer a'],
  ['Content-Type', 'application/cloudevents+json', 'text/plain'],
  ['Content-Digest', 'sha-256=:AA==:', 'sha-512=:AA==:'],
  ['Digest', 'SHA-256=AA==', 'SHA-512=AA=='],
  ['Signature', 'a=:AA==:', 'b=:AA==:'],
  ['Signature-Input', 'a=()', 'b=()'],
  ['nlgov-adr-payload-sig', 'a..b', 'c..d'],
  ['webhook-id', '1', '2'],
  ['webhook-timestamp', '1', '1'],
  ['webhook-signature', 'v1,AA==', 'v1,AA=='],
  ['WebHook-Request-Origin', 'zaaksysteem.test', 'vreemd.test'],
  ['Idempotency-Key', '1', '2'],
  ['traceparent', '00-1', '00-2'],
  ['ce-id', '1', '2'],
  ['CE-Anything', '1', '1'],
])('%s twice is 400 and reaches no handler', async (name, first, second) => {
  const answer = await exchange({ headers: [`${name}: ${first}`, 'Accept: */*', `${name.toUpperCase()}: ${second}`] })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('application/problem+json')
  expect(answer).toContain('"code":"duplicate_header"')
  expect(answer).toContain(`Send the header ${name.toLowerCase()} once.`)
  expect(handled).toBe(0)
})

test.each([
  '/balie/../api/publieksportaal/webhooks',
  '/balie/%2e%2e/api/publieksportaal/webhooks',
  `${WEBHOOK}?access_token=a`,
  '/api/zaaksysteem/v1/zaken',
])('%s counts as the API', async (target) => {
  expect(await exchange({ target, headers: ['Authorization: a', 'Authorization: b'] })).toMatch(/^HTTP\/1\.1 400 /)
  expect(handled).toBe(0)
})

test('a duplicate behind thousands of headers is refused', async () => {
  const headers = ['Authorization: a', ...Array(2_500).fill('a:'), 'Authorization: b']
  expect(await exchange({ headers })).toMatch(/^HTTP\/1\.1 400 /)
  expect(handled).toBe(0)
})

test('a second Content-Length is refused by Node.js', async () => {
  expect(await exchange({ headers: ['Content-Length: 0'] })).toMatch(/^HTTP\/1\.1 400 /)
  expect(handled).toBe(0)
})

test('headers that may be repeated are accepted, and pages accept any duplicate', async () => {
  expect(await exchange({ headers: ['Accept: text/html', 'Accept: */*', 'Cookie: a=1', 'Cookie: b=2'] })).toMatch(
    / 204 /,
  )
  expect(await exchange({ target: '/balie', headers: ['traceparent: a', 'traceparent: b'] })).toMatch(/ 204 /)
  expect(
    await exchange({ headers: ['Authorization: a', 'Content-Type: text/plain', 'ce-id: 1', 'ce-ids: 1'] }),
  ).toMatch(/ 204 /)
})

test('after a refusal the connection stays, and the body is not read as the next request', async () => {
  const body = requestOf({ target: '/smuggled' })
  const answer = await exchange({ headers: ['Authorization: a', 'Authorization: b'], body }, {})
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 204'])
  expect(handled).toBe(1)
})
