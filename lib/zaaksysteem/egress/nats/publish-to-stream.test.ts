import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { connect } from '@nats-io/transport-node'
import { afterEach, describe, expect, test } from 'vitest'
import { createOnce } from '#lib/platform/once.ts'
import { startTestDnsServer } from '#tools/servers/dns-server.ts'
import { findNatsServer, NATS_TITLE } from '#tools/servers/nats-server.ts'
import type { SinkPolicy } from '../sink-guard.ts'
import { createTestCa } from '../test-certificates.ts'
import { testPolicy } from '../test-policy.ts'
import { closeNatsConnections } from './nats-connections.ts'
import { MESSAGE_ID, publishToStream, tryStream } from './publish-to-stream.ts'
import { STREAM, SUBJECT, startTestStream } from './test-stream.ts'

const DEMO = testPolicy({ allowPrivateSinks_DEMO_ONLY: true })
const ended: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end()
})

const CREDENTIAL = { identifier: 'zaaksysteem', secret: 'x' }

function policyOf(policy: SinkPolicy): SinkPolicy {
  const own = { ...policy, once: createOnce() }
  ended.push(() => closeNatsConnections(own))
  return own
}

async function stream(options?: Parameters<typeof startTestStream>[0]) {
  const started = await startTestStream(options)
  ended.push(started.close)
  const target = { sink: started.sink, subject: SUBJECT, credential: started.credential, policy: policyOf(DEMO) }
  return { ...started, target }
}

/** A server that speaks first, as NATS does, and passes received text to `answer`. */
async function rawServer(
  info: object,
  answer: (socket: Socket, received: string) => void = () => {},
  tls?: { cert: string; key: string },
) {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((connection) => {
    sockets.add(connection)
    connection.write(
      `INFO ${JSON.stringify({ version: '2.9.10', proto: 1, max_payload: 1_048_576, headers: true, ...info })}\r\n`,
    )
    const socket = tls ? new TLSSocket(connection, { isServer: true, ...tls }) : connection
    for (const each of [socket, connection]) each.on('error', () => {})
    socket.on('data', (chunk) => {
      received.push(String(chunk))
      answer(socket, String(chunk))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ended.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, received, sockets }
}

const message = (id: string) => ({ headers: { [MESSAGE_ID]: id }, body: '{}', mayBeThere: false })

describe.skipIf(!findNatsServer())(NATS_TITLE, () => {
  test('a message is stored once, and its duplicate counts as delivered only when an earlier attempt of ours may have stored it', async () => {
    const { target, stored } = await stream()
    const answer = { httpStatus: null, foutsoort: null, foutdetail: null, headers: {}, afgekapt: false }
    const body = (duplicate: boolean) => JSON.stringify({ stream: STREAM, seq: 1, duplicate })
    expect(await publishToStream(target, message('a'))).toEqual({ ...answer, body: body(false) })
    const again = await publishToStream(target, { ...message('a'), mayBeThere: true })
    expect(again).toEqual({ ...answer, body: body(true) })
    const foreign = await publishToStream(target, message('a'))
    expect(foreign).toEqual({ ...answer, foutsoort: 'duplicate', body: body(true) })
    expect(await stored()).toEqual([{ subject: SUBJECT, headers: { [MESSAGE_ID]: 'a' }, body: '{}' }])
  })

  test('tryStream stores nothing, and reports whether a message would be stored', async () => {
    const { target, stored, add } = await stream()
    await add({ name: 'ANDERE', subjects: ['andere'] })
    expect(await tryStream(target, null)).toEqual({ ok: true })
    expect(await tryStream(target, STREAM)).toEqual({ ok: true })
    expect(await tryStream(target, 'ANDERE')).toEqual({
      ok: false,
      errCode: 10_060,
      failure: { foutsoort: 'stream_refused', foutdetail: 'jetstream_10060' },
    })
    expect(await tryStream({ ...target, subject: 'niemand' }, null)).toEqual({
      ok: false,
      failure: { foutsoort: 'no_stream', foutdetail: null },
    })
    expect(await stored()).toEqual([])
  })

  test('a full stream refuses, with the code of JetStream', async () => {
    const { target, add } = await stream()
    await add({ name: 'VOL', subjects: ['vol'], max_msgs: 1, discard: 'new' as never })
    const full = { ...target, subject: 'vol' }
    expect(await publishToStream(full, message('a'))).toMatchObject({ foutsoort: null })
    expect(await publishToStream(full, message('b'))).toMatchObject({
      httpStatus: null,
      foutsoort: 'stream_refused',
      foutdetail: 'jetstream_10077',
      body: null,
    })
  })

  test('a wrong password and a forbidden subject are the failure auth', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'zaakbode-nats-'))
    ended.push(() => rmSync(dir, { recursive: true }))
    const config = join(dir, 'nats.conf')
    writeFileSync(
      config,
      `authorization { users: [
        { user: zaaksysteem, password: "wachtwoord van de test" },
        { user: beperkt, password: p, permissions: { publish: "${SUBJECT}", subscribe: "_INBOX.>" } }
      ] }`,
    )
    const { target } = await stream({ settings: ['--config', config] })
    const auth = { foutsoort: 'auth', foutdetail: null, httpStatus: null }
    const wrong = { ...target, credential: { ...target.credential, secret: 'verkeerd' } }
    expect(await publishToStream(wrong, message('a'))).toMatchObject(auth)

    // All permissions that we need: to publish to the subject, and to receive the acknowledgement.
    const limited = { ...target, credential: { identifier: 'beperkt', secret: 'p' } }
    expect(await tryStream(limited, STREAM)).toEqual({ ok: true })
    expect(await publishToStream(limited, message('a'))).toMatchObject({ foutsoort: null })
    expect(await publishToStream({ ...limited, subject: 'gemeente.anders' }, message('b'))).toMatchObject(auth)
  })

  test('many bezorgingen share one connection, which is replaced after the server died', async () => {
    const { target, kill, restart, stored } = await stream()
    const ids = Array.from({ length: 20 }, (_, index) => `${index}`)
    const answers = await Promise.all(ids.map((id) => publishToStream(target, message(id))))
    expect(new Set(answers.map(({ foutsoort }) => foutsoort))).toEqual(new Set([null]))

    await kill()
    expect(await publishToStream(target, message('x'))).toMatchObject({
      foutsoort: expect.stringMatching(/connect|reset/),
    })
    await restart()
    await expect.poll(async () => (await publishToStream(target, message('x'))).foutsoort).toBe(null)
    expect(await stored()).toHaveLength(ids.length + 1)
  })

  test('TLS is verified against the host name, with the certificate authorities of the policy', async () => {
    const ca = await createTestCa()
    const { cert, key } = await ca.issue({ host: 'nats.test' })
    const dir = mkdtempSync(join(tmpdir(), 'zaakbode-nats-'))
    ended.push(() => rmSync(dir, { recursive: true }))
    for (const [name, pem] of Object.entries({ cert, key })) writeFileSync(join(dir, name), pem)
    const dns = await startTestDnsServer({ 'nats.test': ['127.0.0.1'], 'anders.test': ['127.0.0.1'] })
    ended.push(dns.close)
    const { target } = await stream({
      settings: ['--tls', '--tlscert', join(dir, 'cert'), '--tlskey', join(dir, 'key')],
      ca: ca.cert,
    })
    const policy = policyOf({ ...DEMO, dnsServers: [dns.address], extraCas: [ca.cert] })
    const at = (host: string) => target.sink.replace('nats://127.0.0.1', `tls://${host}`)
    expect(await publishToStream({ ...target, sink: at('nats.test'), policy }, message('a'))).toMatchObject({
      foutsoort: null,
    })
    expect(await publishToStream({ ...target, sink: at('anders.test'), policy }, message('b'))).toMatchObject({
      foutsoort: 'tls',
      foutdetail: 'ERR_TLS_CERT_ALTNAME_INVALID',
    })
    const strangers = policyOf({ ...policy, extraCas: [] })
    expect(await publishToStream({ ...target, sink: at('nats.test'), policy: strangers }, message('c'))).toMatchObject({
      foutsoort: 'tls',
    })
  })
})

test('a private address is refused, also behind a name, and nothing is sent', async () => {
  const { port, sockets } = await rawServer({})
  const dns = await startTestDnsServer({ 'nats.test': ['127.0.0.1'], 'twee.test': ['93.184.216.34', '10.0.0.1'] })
  ended.push(dns.close)
  const policy = policyOf(testPolicy({ dnsServers: [dns.address] }))
  for (const sink of [`tls://127.0.0.1:${port}`, `tls://nats.test:${port}`, `tls://twee.test:${port}`]) {
    const target = { sink, subject: SUBJECT, credential: CREDENTIAL, policy }
    expect(await publishToStream(target, message('a'))).toMatchObject({
      foutsoort: 'blocked_address',
      foutdetail: 'blocked_address',
    })
  }
  expect(sockets.size).toBe(0)
})

test('other servers in an INFO are not connected to', async () => {
  const other = await rawServer({})
  const named = { connect_urls: [`127.0.0.1:${other.port}`] }
  const { port, received } = await rawServer(named, (socket, text) => {
    if (text.includes('PING')) socket.write(`PONG\r\nINFO ${JSON.stringify({ ...named, ldm: true })}\r\n`)
    if (text.includes('HPUB')) socket.destroy()
  })
  const target = { sink: `nats://127.0.0.1:${port}`, subject: SUBJECT, credential: CREDENTIAL, policy: policyOf(DEMO) }
  for (const id of ['a', 'b']) expect(await publishToStream(target, message(id))).toMatchObject({ foutsoort: 'reset' })
  expect(received.join('')).toContain(`HPUB ${SUBJECT}`)
  expect(other.sockets.size).toBe(0)
})

test('tls:// sends a server without TLS nothing, not even the user', async () => {
  const { port, received } = await rawServer({})
  const target = { sink: `tls://localhost:${port}`, subject: SUBJECT, credential: CREDENTIAL, policy: policyOf(DEMO) }
  expect(await publishToStream(target, message('a'))).toMatchObject({ foutsoort: 'tls', foutdetail: 'no_tls_offered' })
  expect(received).toEqual([])
})

test('a server that takes the message and never acknowledges it is the failure timeout', async () => {
  const { port } = await rawServer({}, (socket, text) => {
    if (text.includes('PING')) socket.write('PONG\r\n')
  })
  const target = { sink: `nats://127.0.0.1:${port}`, subject: SUBJECT, credential: CREDENTIAL, policy: policyOf(DEMO) }
  expect(await publishToStream(target, { ...message('a'), timeoutMs: 200 })).toMatchObject({ foutsoort: 'timeout' })
})

describe('a hostile server', () => {
  const FLOOD = Buffer.alloc(64 * 1024, 'x')
  /** Sends without end, at most 64 MB, and counts the bytes that were taken. */
  function flood(socket: Socket, start = '', { piece = FLOOD } = {}) {
    socket.write(start)
    const more = () => {
      while (!socket.destroyed && socket.bytesWritten < 1_000 * FLOOD.byteLength) if (!socket.write(piece)) return
    }
    socket.on('drain', more)
    more()
  }
  const taken = (sockets: Set<Socket>) => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0)
  const targetOf = (port: number) => ({
    sink: `nats://127.0.0.1:${port}`,
    subject: SUBJECT,
    credential: CREDENTIAL,
    policy: policyOf(DEMO),
  })
  const PINGS = Buffer.from('PING\r\n'.repeat(10_000))

  test.each([
    ['a line without an end', (socket: Socket) => flood(socket, 'MSG ')],
    ['an INFO without an end', (socket: Socket) => flood(socket, 'INFO {"a":"')],
    ['a message of a gigabyte', (socket: Socket) => flood(socket, 'MSG _INBOX.x 1 1000000000\r\n')],
    ['questions without an end', (socket: Socket) => flood(socket, '', { piece: PINGS })],
  ])('that sends %s is cut off, also after a connection with another transport', async (_, answer) => {
    await connect({ servers: '127.0.0.1:9', reconnect: false, timeout: 100 }).catch(() => {})
    const { port, sockets } = await rawServer({}, (socket, text) => {
      if (text.includes('PING')) socket.write('PONG\r\n')
      if (text.includes('HPUB')) answer(socket)
    })
    expect(await publishToStream(targetOf(port), message('a'))).toMatchObject({ foutsoort: 'reset', body: null })
    await expect.poll(() => [...sockets].every(({ destroyed }) => destroyed)).toBe(true)
    expect(taken(sockets)).toBeLessThan(10_000_000)
  })

  test('that floods over TLS is cut off after its acknowledgement', async () => {
    const ca = await createTestCa()
    const answer = (socket: Socket, text: string) => {
      const [, inbox] = /HPUB \S+ (\S+)/.exec(text) ?? []
      if (text.includes('PING')) socket.write('PONG\r\n')
      if (inbox) socket.write(`MSG ${inbox} 1 22\r\n{"stream":"S","seq":1}\r\n`, () => flood(socket, 'MSG '))
    }
    const certificate = await ca.issue({ host: 'localhost' })
    const { port, sockets } = await rawServer({ tls_required: true, tls_available: true }, answer, certificate)
    const policy = policyOf({ ...DEMO, extraCas: [ca.cert] })
    const target = { ...targetOf(port), sink: `tls://localhost:${port}`, policy }
    expect(await publishToStream(target, message('a'))).toMatchObject({ foutsoort: null })
    await expect.poll(() => [...sockets].every(({ destroyed }) => destroyed)).toBe(true)
    expect(taken(sockets)).toBeLessThan(10_000_000)
  })

  test('that sends an endless first line is cut off', async () => {
    const { port } = await rawServer({ name: 'x'.repeat(1_000_000) })
    expect(await publishToStream(targetOf(port), message('a'))).toMatchObject({ foutsoort: 'too_large' })
  })

  test('that sends a long acknowledgement: it is stored truncated, and marked so', async () => {
    const { port } = await rawServer({}, (socket, text) => {
      if (text.includes('PING')) socket.write('PONG\r\n')
      const [, inbox] = /HPUB \S+ (\S+)/.exec(text) ?? []
      if (!inbox) return
      const ack = JSON.stringify({ stream: 'S'.repeat(9_000), seq: 1 })
      socket.write(`MSG ${inbox} 1 ${ack.length}\r\n${ack}\r\n`)
    })
    const answer = await publishToStream(targetOf(port), message('a'))
    expect(answer).toMatchObject({ foutsoort: null, afgekapt: true })
    expect(answer.body).toHaveLength(4096)
  })
})
