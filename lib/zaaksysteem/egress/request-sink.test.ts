import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createOnce } from '#lib/platform/once.ts'
import { requestSink, USER_AGENT } from './request-sink.ts'
import type { SinkPolicy } from './sink-guard.ts'
import { createTestCa, selfSignedCertificate } from './test-certificates.ts'
import { type HostileSink, type Misbehaviour, startHostileSink, startRawSink } from './test-hostile-sink.ts'
import { testPolicy } from './test-policy.ts'

const DEMO = testPolicy({ allowPrivateSinks_DEMO_ONLY: true })
const closers: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

async function sinkThat(...args: Parameters<typeof startHostileSink>): Promise<HostileSink> {
  const sink = await startHostileSink(...args)
  closers.push(sink.close)
  return sink
}

async function rawSink(bytes: string): Promise<string> {
  const sink = await startRawSink((socket) => socket.write(bytes))
  closers.push(sink.close)
  return sink.url
}

const post = (sink: string, policy = DEMO, timeoutMs?: number) =>
  requestSink({ method: 'POST', sink, headers: {}, body: '{}', policy, timeoutMs })

const postTo = async (...script: [Misbehaviour, ...Misbehaviour[]]) => post((await sinkThat(script)).url)

test.each([200, 201, 202, 204])('%d counts as delivered', async (status) => {
  expect(await postTo(status)).toMatchObject({ httpStatus: status, foutsoort: null, foutdetail: null })
})

test.each([
  [400, 'http_4xx'],
  [410, 'http_4xx'],
  [429, 'http_4xx'],
  [500, 'http_5xx'],
  [503, 'http_5xx'],
  [304, 'redirect'],
])('%d is the failure %s', async (status, foutsoort) => {
  expect(await postTo(status)).toMatchObject({ httpStatus: status, foutsoort })
})

test.each([301, 302, 303, 307, 308])('the target of a %d is never contacted', async (status) => {
  const target = await sinkThat([200])
  expect(await postTo({ status, headers: { Location: target.url } })).toMatchObject({ foutsoort: 'redirect' })
  expect(target.connections()).toBe(0)
})

test('a redirect to the sink itself is not followed either', async () => {
  const sink = await sinkThat(['redirect'])
  expect(await post(sink.url)).toMatchObject({ httpStatus: 307, foutsoort: 'redirect' })
  expect(sink.trapped()).toBe(0)
})

test('of a response the headers and the first 4096 bytes as text are kept', async () => {
  const answer = (body: string | Buffer) => postTo({ status: 422, headers: { 'Retry-After': '5' }, body })
  expect(await answer('{"fout":"é"}')).toMatchObject({
    foutsoort: 'http_4xx',
    headers: { 'retry-after': '5' },
    body: '{"fout":"é"}',
    afgekapt: false,
  })
  expect(await answer('a'.repeat(4096))).toMatchObject({ body: 'a'.repeat(4096), afgekapt: false })
  expect(await answer('a'.repeat(4097))).toMatchObject({ body: 'a'.repeat(4096), afgekapt: true })
  expect(await answer(`${'a'.repeat(4095)}é`)).toMatchObject({ body: 'a'.repeat(4095), afgekapt: true })
  expect(await answer('')).toMatchObject({ body: '', afgekapt: false })
})

test('characters that PostgreSQL cannot store as text are replaced', async () => {
  expect(await postTo({ status: 500, body: Buffer.from([0x61, 0, 0xff, 0x62]) })).toMatchObject({ body: 'a��b' })
})

test('headers of 16 kB are the failure too_large', async () => {
  const answering = async (headers: string) => post(await rawSink(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), DEMO, 5_000)
  expect(await answering(`X-Lang: ${'a'.repeat(16_000)}\r\nContent-Length: 0`)).toMatchObject({ foutsoort: null })
  for (const headers of [`X-Lang: ${'a'.repeat(16_384)}`, `X-Lang: ${'a'.repeat(300_000)}`, 'X:a\r\n'.repeat(20_000)]) {
    expect(await answering(headers)).toMatchObject({ httpStatus: null, foutsoort: 'too_large' })
  }
})

test('a failing status is reported, even when its body has no end', async () => {
  const body = Buffer.alloc(100_000)
  expect(await postTo({ status: 410, body })).toMatchObject({ httpStatus: 410, foutsoort: 'http_4xx', afgekapt: true })
})

test('a gzip bomb is not unpacked, and no compression is requested', async () => {
  const sink = await sinkThat(['gzip_bomb'])
  expect(await post(sink.url)).toMatchObject({ foutsoort: null, body: '[gecomprimeerd, niet uitgepakt]' })
  expect(sink.received[0]?.headers['accept-encoding']).toBe('identity')
})

test('a sink that does not answer times out', async () => {
  const { url } = await sinkThat(['silence'])
  expect(await post(url, DEMO, 50)).toMatchObject({ httpStatus: null, foutsoort: 'timeout', body: null })
})

test('a request that gets its connection after its timeout is not sent', async () => {
  const ca = await createTestCa()
  const sink = await sinkThat([204], { certificate: await ca.issue() })
  const { promise: held, resolve: hold } = Promise.withResolvers<Socket>()
  const door = createServer({ pauseOnConnect: true }, hold).listen(0, '127.0.0.1')
  closers.push(() => door.close())
  await once(door, 'listening')
  const url = `https://localhost:${(door.address() as AddressInfo).port}/`
  // Enough time for a busy machine to connect in.
  expect(await post(url, { ...DEMO, extraCas: [ca.cert], once: createOnce() }, 500)).toMatchObject({
    foutsoort: 'timeout',
  })
  const client = await held
  client.pipe(connect(Number(new URL(sink.url).port), '127.0.0.1')).pipe(client)
  await once(client, 'close')
  expect(sink.received).toHaveLength(0)
})

test('a sink that breaks the connection is the failure reset', async () => {
  const foutdetail = expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/)
  expect(await postTo('reset')).toMatchObject({ httpStatus: null, foutsoort: 'reset', foutdetail })
})

test.each(['SSH-2.0-OpenSSH\r\n', 'HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n'])('%j is not HTTP: reset', async (bytes) => {
  expect(await post(await rawSink(bytes))).toMatchObject({ httpStatus: null, foutsoort: 'reset' })
})

test('header values of a sink that are not ASCII are accepted', async () => {
  const sink = await rawSink('HTTP/1.1 204 No Content\r\nX-Naam: gemeente €\r\n\r\n')
  expect(await post(sink)).toMatchObject({ httpStatus: 204, foutsoort: null })
})

test('sequential requests share connections, also after a failing status', async () => {
  const sink = await sinkThat([204, 500, { status: 422, body: 'a'.repeat(10_000) }, 204])
  for (let i = 0; i < 20; i++) await post(sink.url)
  // undici frees a connection one tick after its response, so the second request may open another.
  expect(sink.connections()).toBeLessThanOrEqual(2)
})

test('a closed port is the failure connect, an unknown name the failure dns', async () => {
  expect(await post('http://127.0.0.1:1/')).toMatchObject({ foutsoort: 'connect', foutdetail: 'ECONNREFUSED' })
  expect(await post('https://bestaat-niet.invalid/')).toMatchObject({ foutsoort: 'dns' })
})

test('a name or address inside the network is not connected to in production', async () => {
  const sink = await sinkThat([204])
  for (const host of ['localhost', '127.0.0.1', '[::1]', '2130706433', '0x7f.1']) {
    const answer = await post(`https://${host}:${new URL(sink.url).port}/`, testPolicy())
    expect(answer).toMatchObject({ foutsoort: 'blocked_address', foutdetail: 'blocked_address' })
  }
  expect(await post(sink.url, testPolicy())).toMatchObject({ foutsoort: 'blocked_address', foutdetail: 'not_https' })
  expect(sink.connections()).toBe(0)
})

test('a fault of ours is thrown, not counted as a failure of the sink', async () => {
  const { url: sink } = await sinkThat([204])
  const broken = requestSink({ method: 'POST', sink, headers: { 'X-Fout': 'a\nb' }, policy: DEMO })
  await expect(broken).rejects.toMatchObject({ code: 'UND_ERR_INVALID_ARG' })
})

test('TLS is verified, and a refused certificate is reported by its code', async () => {
  const ca = await createTestCa()
  const known: SinkPolicy = { ...DEMO, extraCas: [ca.cert], once: createOnce() }
  const long = { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2020-02-01') }
  const postOver = async (certificate: Awaited<ReturnType<typeof ca.issue>>, policy: SinkPolicy) =>
    post((await sinkThat([204], { certificate })).url, policy)
  const tls = (foutdetail: string) => ({ httpStatus: null, foutsoort: 'tls', foutdetail })

  expect(await postOver(await ca.issue(), known)).toMatchObject({ httpStatus: 204, foutsoort: null })
  expect(await postOver(await ca.issue(), DEMO)).toMatchObject(tls('UNABLE_TO_VERIFY_LEAF_SIGNATURE'))
  expect(await postOver(await ca.issue(long), known)).toMatchObject(tls('CERT_HAS_EXPIRED'))
  const future = { notBeforeDate: new Date('2099-01-01'), notAfterDate: new Date('2099-02-01') }
  expect(await postOver(await ca.issue(future), known)).toMatchObject(tls('CERT_NOT_YET_VALID'))
  const elsewhere = await ca.issue({ host: 'elders.test' })
  expect(await postOver(elsewhere, known)).toMatchObject(tls('ERR_TLS_CERT_ALTNAME_INVALID'))
  expect(await postOver(await selfSignedCertificate(), known)).toMatchObject(tls('DEPTH_ZERO_SELF_SIGNED_CERT'))
})

test('a server without TLS is the failure tls', async () => {
  const plain = await sinkThat([204])
  expect(await post(plain.url.replace('http:', 'https:'))).toMatchObject({ foutsoort: 'tls' })
})

test('the user agent carries the version of package.json', () => {
  expect(USER_AGENT).toBe(`Zaakbode/${JSON.parse(readFileSync('package.json', 'utf8')).version}`)
})
