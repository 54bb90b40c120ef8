import { once } from 'node:events'
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http'
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { json } from 'node:stream/consumers'
import { type ConnectionOptions, connect } from 'node:tls'
import { generate } from 'selfsigned'
import { afterEach, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { parseNetwork } from '../http/network.ts'
import { createWebServer, renewCertificate } from './create-web-server.ts'
import type { Certificate, Transport } from './read-transport.ts'

const FORGED = {
  Forwarded: 'proto=https;host=evil.example',
  'X-Forwarded-For': '203.0.113.7',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Port': '444',
  'X-Forwarded-Proto': 'https',
  'X-Real-IP': '203.0.113.7',
}

const certificate = await makeCertificate()
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', algorithm: 'sha256' })
  return { cert: made.cert, key: made.private }
}

/** Starts a server that answers with the headers that Next.js would see. */
async function start(transport: Partial<Transport> = {}): Promise<{ server: Server; port: number }> {
  const all = {
    certificate: undefined,
    trustedProxies: [],
    demo: false,
    hostnames: ['localhost', 'portaal.example'],
    ...transport,
  }
  const server = createWebServer(all, ({ headers }, response) => response.end(JSON.stringify(headers)))
  servers.push(server)
  return { server, port: await listen(server) }
}

async function get(
  port: number,
  { ca, headers = {} }: { ca?: string; headers?: Record<string, string | string[]> } = {},
): Promise<{ hsts: string | undefined; seen: IncomingHttpHeaders }> {
  const options = { host: 'localhost', family: 4, port, headers, agent: false }
  const request = ca ? tlsRequest({ ...options, ca }) : plainRequest(options)
  const [response] = (await once(request.end(), 'response')) as [IncomingMessage]
  return {
    hsts: response.headers['strict-transport-security'],
    seen: (await json(response)) as IncomingHttpHeaders,
  }
}

function trusting(...networks: string[]): Pick<Transport, 'trustedProxies'> {
  return { trustedProxies: networks.map((network) => parseNetwork(network) ?? expect.fail(network)) }
}

test('over TLS the response has HSTS and the request counts as https', async () => {
  const { port } = await start({ certificate })
  const { hsts, seen } = await get(port, { ca: certificate.cert })
  expect(hsts).toBe('max-age=31536000')
  expect(seen['x-forwarded-proto']).toBe('https')
})

test('over plaintext there is no HSTS', async () => {
  const { port } = await start()
  const { hsts, seen } = await get(port)
  expect(hsts).toBeUndefined()
  expect(seen['x-forwarded-proto']).toBe('http')
})

test('the demo sends max-age=0, so that a browser forgets HSTS', async () => {
  const { port } = await start({ certificate, demo: true })
  expect((await get(port, { ca: certificate.cert })).hsts).toBe('max-age=0')
})

test('TLS 1.1 is refused, and TLS 1.2 is not', async () => {
  const { port } = await start({ certificate })
  const shake = async (version: 'TLSv1.1' | 'TLSv1.2') => {
    // Without SECLEVEL=0 OpenSSL would not offer TLS 1.1.
    const ciphers = 'DEFAULT@SECLEVEL=0'
    const options = { minVersion: version, maxVersion: version, ca: certificate.cert, ciphers, servername: 'localhost' }
    const socket = connect({ host: '127.0.0.1', port, ...options })
    await once(socket, 'secureConnect')
    const protocol = socket.getProtocol()
    socket.destroy()
    return protocol
  }
  await expect(shake('TLSv1.1')).rejects.toMatchObject({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' })
  expect(await shake('TLSv1.2')).toBe('TLSv1.2')
})

test('forwarding headers of an untrusted peer have no effect', async () => {
  const { port } = await start(trusting('10.0.0.0/8', '::1', '127.0.0.2'))
  const { hsts, seen } = await get(port, { headers: FORGED })
  expect(hsts).toBeUndefined()
  expect(seen).toEqual({
    host: `localhost:${port}`,
    connection: 'close',
    'x-forwarded-proto': 'http',
    'x-real-ip': '127.0.0.1',
  })
})

test('an untrusted peer cannot make a TLS request look like plaintext', async () => {
  const { port } = await start({ certificate })
  const { seen } = await get(port, { ca: certificate.cert, headers: { 'X-Forwarded-Proto': 'http' } })
  expect(seen['x-forwarded-proto']).toBe('https')
})

test.each(['127.0.0.1', '127.0.0.0/8'])('the forwarding headers of the proxy %s are trusted', async (proxy) => {
  const { port } = await start(trusting(proxy))
  const { hsts, seen } = await get(port, { headers: { ...FORGED, 'X-Forwarded-Host': 'portaal.example' } })
  expect(hsts).toBe('max-age=31536000')
  expect(seen).toMatchObject({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'portaal.example' })
})

test.each([
  ['nothing', {}],
  ['http', { 'X-Forwarded-Proto': 'http' }],
  ['a list', { 'X-Forwarded-Proto': 'https, http' }],
  ['the header twice', { 'X-Forwarded-Proto': ['https', 'https'] }],
  ['another spelling', { 'X-Forwarded-Proto': 'httpsx' }],
])('a trusted proxy that sends %s does not make plaintext https', async (_, headers) => {
  const { port } = await start(trusting('127.0.0.1'))
  const { hsts, seen } = await get(port, { headers })
  expect(hsts).toBeUndefined()
  expect(seen['x-forwarded-proto']).toBe('http')
})

test('new connections get a renewed certificate, without a restart', async () => {
  const { server, port } = await start({ certificate })
  const renewed = await makeCertificate()
  renewCertificate(server, renewed)
  expect((await get(port, { ca: renewed.cert })).seen['x-forwarded-proto']).toBe('https')
  await expect(get(port, { ca: certificate.cert })).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
})

test.each([
  ['ECDHE-ECDSA-AES128-GCM-SHA256', true],
  ['ECDHE-ECDSA-CHACHA20-POLY1305', true],
  ['ECDHE-ECDSA-AES256-SHA384', false],
  ['ECDHE-ECDSA-AES128-SHA', false],
  ['ECDHE-ECDSA-AES128-CCM', false],
])('TLS 1.2 with %s is accepted: %j', async (ciphers, taken) => {
  const { port } = await start({ certificate })
  expect(await shakesHands(port, { maxVersion: 'TLSv1.2', ciphers })).toBe(taken)
})

test.each([
  ['ECDHE-RSA-AES256-GCM-SHA384', true],
  ['AES256-GCM-SHA384', false],
  ['DHE-RSA-AES256-GCM-SHA384', false],
  ['ECDHE-RSA-AES256-SHA384', false],
])('with an RSA key, TLS 1.2 with %s is accepted: %j', async (ciphers, taken) => {
  const { cert, private: key } = await generate(undefined, { keyType: 'rsa', algorithm: 'sha256' })
  const { port } = await start({ certificate: { cert, key } })
  expect(await shakesHands(port, { maxVersion: 'TLSv1.2', ciphers })).toBe(taken)
})

test.each([
  ['X25519', true],
  ['P-256', true],
  ['X25519MLKEM768', true],
  ['P-521', false],
  ['ffdhe2048', false],
])('key agreement with %s succeeds: %j', async (ecdhCurve, taken) => {
  const { port } = await start({ certificate })
  expect(await shakesHands(port, { minVersion: 'TLSv1.3', ecdhCurve })).toBe(taken)
})

test('renegotiation is refused', async () => {
  const { port } = await start({ certificate })
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, maxVersion: 'TLSv1.2' })
  await once(socket, 'secureConnect')
  const failed = once(socket, 'error')
  socket.renegotiate({}, () => {})
  expect(await failed).toMatchObject([{ code: 'ERR_SSL_NO_RENEGOTIATION' }])
})

async function shakesHands(port: number, options: ConnectionOptions): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options })
  try {
    await once(socket, 'secureConnect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
