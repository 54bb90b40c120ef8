import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net'
import ipaddr from 'ipaddr.js'
import { request } from 'undici'
import { afterEach, expect, test, vi } from 'vitest'
import { createEgressAgent } from './egress-agent.ts'
import { requestSink } from './request-sink.ts'
import type { Resolve } from './resolver.ts'
import type { SinkPolicy } from './sink-guard.ts'
import { createTestCa } from './test-certificates.ts'
import { testPolicy } from './test-policy.ts'
import { startTestSink, type TestSink } from './test-sink.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(closers.splice(0).map((close) => close()))
})

const ca = await createTestCa()
const certificate = await ca.issue()

async function startSink(options: Parameters<typeof startTestSink>[0] = {}): Promise<TestSink> {
  const sink = await startTestSink(options)
  closers.push(sink.close)
  return sink
}

/** A proxy that records the requested tunnels. */
async function startProxy({ refuse = false, overTls = false } = {}): Promise<{ url: string; tunnels: string[] }> {
  const tunnels: string[] = []
  const proxy = (overTls ? createTlsServer(certificate) : createServer()).on('connect', ({ url = '' }, socket) => {
    tunnels.push(url)
    if (refuse) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const sink = connect(Number(new URL(`http://${url}`).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(sink).pipe(socket)
    })
    sink.on('error', () => socket.destroy())
    socket.on('error', () => sink.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  closers.push(() => proxy.close())
  return { url: `${overTls ? 'https' : 'http'}://localhost:${(proxy.address() as AddressInfo).port}`, tunnels }
}

/** A resolver that returns the next of `answers` at each lookup. */
function resolving(...answers: string[][]): Resolve {
  return async () => (answers.shift() ?? []).map((address) => ({ address, family: 4 }))
}

const post = (sink: string, policy: SinkPolicy) =>
  requestSink({ method: 'POST', sink, headers: {}, body: '{}', policy })

test('a name that changes to a private address after the check is not connected to', async () => {
  const sink = await startSink({ answer: (response) => response.writeHead(204, { Connection: 'close' }).end() })
  const policy = testPolicy({ interneNetwerken: [ipaddr.parseCIDR('127.0.0.1/32')] })
  const dispatcher = createEgressAgent(policy, {
    resolve: resolving(['127.0.0.1'], ['127.0.0.2'], ['127.0.0.1', '10.0.0.1']),
  })
  const send = () => request(`http://sink.test:${new URL(sink.url).port}/`, { method: 'POST', body: '{}', dispatcher })

  expect((await send()).statusCode).toBe(204)
  await expect(send()).rejects.toMatchObject({ code: 'blocked_address' })
  await expect(send()).rejects.toMatchObject({ code: 'blocked_address' })
  expect(sink.connections()).toBe(1)
})

test('a certificate is verified even with NODE_TLS_REJECT_UNAUTHORIZED=0', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  const { url } = await startSink({ certificate })
  expect(await post(url, testPolicy({ allowPrivateSinks_DEMO_ONLY: true }))).toMatchObject({ foutsoort: 'tls' })
})

test('each new connection verifies the certificate again', async () => {
  let resumed = false
  const server = createTlsServer(certificate, (request, response) => {
    resumed ||= (request.socket as import('node:tls').TLSSocket).isSessionReused()
    request.resume().on('end', () => response.writeHead(204, { Connection: 'close' }).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => server.close())
  const policy = testPolicy({ allowPrivateSinks_DEMO_ONLY: true, extraCas: [ca.cert] })
  for (let i = 0; i < 3; i++) {
    const answer = await post(`https://localhost:${(server.address() as AddressInfo).port}/`, policy)
    expect(answer).toMatchObject({ httpStatus: 204 })
  }
  expect(resumed).toBe(false)
})

test('a TLS error after the handshake is reported, not the end of the connection that follows', async () => {
  let breakOff = () => {}
  const server = createTlsServer(certificate, () => breakOff())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const between = createTcpServer((near) => {
    const far = connect((server.address() as AddressInfo).port, '127.0.0.1')
    near.pipe(far).on('data', (bytes) => near.write(bytes))
    near.on('error', () => {})
    // A record that no encryption could have produced.
    breakOff = () => near.end(Buffer.from([0x17, 0x03, 0x03, 0x00, 0x20, ...Buffer.alloc(0x20, 1)]))
  })
  between.listen(0, '127.0.0.1')
  await once(between, 'listening')
  closers.push(() => server.close().closeAllConnections())
  closers.push(() => between.close())
  const policy = testPolicy({ allowPrivateSinks_DEMO_ONLY: true, extraCas: [ca.cert] })
  const answer = await post(`https://localhost:${(between.address() as AddressInfo).port}/`, policy)
  expect(answer).toMatchObject({ foutsoort: 'tls', foutdetail: expect.stringMatching(/^ERR_SSL_/) })
})

test('TLS before 1.2 is refused', async () => {
  const old = createTlsServer({
    ...certificate,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'ALL:@SECLEVEL=0',
  })
  old.listen(0, '127.0.0.1')
  await once(old, 'listening')
  closers.push(() => old.close())
  const policy = testPolicy({ allowPrivateSinks_DEMO_ONLY: true, extraCas: [ca.cert] })
  const answer = await post(`https://localhost:${(old.address() as AddressInfo).port}/`, policy)
  expect(answer).toMatchObject({ foutsoort: 'tls', foutdetail: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' })
})

test('a sink that prefers HTTP/2 gets HTTP/1.1', async () => {
  const versions: string[] = []
  const server = createSecureServer({ ...certificate, allowHTTP1: true }, ({ httpVersion }, response) => {
    versions.push(httpVersion)
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => server.close())
  const policy = testPolicy({ allowPrivateSinks_DEMO_ONLY: true, extraCas: [ca.cert] })
  const sink = `https://localhost:${(server.address() as AddressInfo).port}/`
  expect(await post(sink, policy)).toMatchObject({ httpStatus: 204 })
  expect(versions).toEqual(['1.1'])
})

test('sinks in a configured internal network are reached over https only', async () => {
  const { url } = await startSink({ certificate })
  const policy = testPolicy({
    interneNetwerken: [ipaddr.parseCIDR('127.0.0.0/8'), ipaddr.parseCIDR('::1/128')],
    extraCas: [ca.cert],
  })
  expect(await post(url, policy)).toMatchObject({ httpStatus: 204, foutsoort: null })
  expect(await post(url.replace('https:', 'http:'), policy)).toMatchObject({ foutdetail: 'not_https' })
})

test.each([false, true])(
  'through an egress proxy (over TLS: %s) TLS ends at the sink, and the tunnel is reused, also after a 100 Continue',
  async (overTls) => {
    const proxy = await startProxy({ overTls })
    const answer = (response: ServerResponse) => {
      response.writeContinue()
      response.writeHead(204).end()
    }
    const sink = await startSink({ certificate, answer })
    const policy = testPolicy({ allowPrivateSinks_DEMO_ONLY: true, extraCas: [ca.cert], egressProxy: proxy.url })
    for (let i = 0; i < 5; i++) expect(await post(sink.url, policy)).toMatchObject({ httpStatus: 204, foutsoort: null })
    expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(sink.url).host]))
    expect(proxy.tunnels.length).toBeLessThanOrEqual(2)
  },
)

test('a wrong certificate behind an egress proxy is reported by its code', async () => {
  const { url: egressProxy } = await startProxy()
  const sink = await startSink({ certificate: await ca.issue({ host: 'elders.test' }) })
  const policy = testPolicy({ allowPrivateSinks_DEMO_ONLY: true, extraCas: [ca.cert], egressProxy })
  const answer = await post(sink.url, policy)
  expect(answer).toMatchObject({ foutsoort: 'tls', foutdetail: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})

test('a name inside the network does not reach the egress proxy', async () => {
  const proxy = await startProxy()
  const policy = testPolicy({ egressProxy: proxy.url })
  expect(await post('https://localhost/', policy)).toMatchObject({ foutsoort: 'blocked_address' })
  expect(await post('https://127.0.0.1/', policy)).toMatchObject({ foutsoort: 'blocked_address' })
  expect(proxy.tunnels).toEqual([])
})

test('an egress proxy that refuses or is down gives the failure connect', async () => {
  const { url: refusing } = await startProxy({ refuse: true })
  const through = (egressProxy: string) => testPolicy({ allowPrivateSinks_DEMO_ONLY: true, egressProxy })
  expect(await post('https://localhost:1/', through(refusing))).toMatchObject({ foutsoort: 'connect' })
  expect(await post('https://localhost:1/', through('http://127.0.0.1:1'))).toMatchObject({ foutsoort: 'connect' })
})
