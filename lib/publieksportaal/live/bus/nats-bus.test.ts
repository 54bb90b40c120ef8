import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { connect, type Msg } from '@nats-io/transport-node'
import { generate } from 'selfsigned'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { testSecret } from '#lib/platform/crypto/test-secret.ts'
import type { Logger } from '#lib/platform/logger.ts'
import { findNatsServer, NATS_TITLE, type NatsServer, startNatsServer } from '#tools/servers/nats-server.ts'
import { bsnKeys } from '../../burger/bsn-keys.ts'
import { createNatsBus, type LiveBus } from './nats-bus.ts'

const env = { PUBLIEKSPORTAAL_BSN_HASH_KEY: bsnKeys.parse(testSecret()) }
const logged: { message: string; err: unknown }[] = []
const note = ({ err }: { err?: unknown }, message: string) => void logged.push({ message, err })
const log: Logger = { debug: note, info: note, warn: note, error: note }
const ended: (() => Promise<unknown> | undefined)[] = []
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end()
  logged.length = 0
})

async function server(...[options]: Parameters<typeof startNatsServer>): Promise<NatsServer> {
  const started = await startNatsServer(options)
  ended.push(started.kill)
  return started
}

/** Opens a bus of one process; `heard` are the burgers in its hints. */
function openBus(url: string) {
  const heard: string[] = []
  const ordered: string[] = []
  const bus = createNatsBus({ url, env, log })
  bus.open({
    onChanged: (burgerId) => heard.push(burgerId),
    onOrdered: () => ordered.push('ordered'),
    onConnected: () => heard.push('everybody'),
  })
  ended.push(() => bus.close())
  return { bus, heard, ordered }
}
const connected = (bus: LiveBus) => expect.poll(() => bus.isConnected()).toBe(true)

describe.skipIf(!findNatsServer())(NATS_TITLE, () => {
  test('a process gets hints for a burger from the first open page to the last', async () => {
    const { host } = await server()
    const [one, other] = [openBus(`nats://${host}`), openBus(`nats://${host}`)]
    await expect.poll(() => one.heard).toEqual(['everybody'])
    await connected(other.bus)
    const [burger, neighbour] = [randomUUID(), randomUUID()]
    const tell = (...burgerIds: string[]) => one.bus.publish({ burgerIds, ordered: false })

    one.bus.subscribe(burger)
    one.bus.subscribe(neighbour)
    tell(burger, burger, randomUUID(), neighbour)
    await expect.poll(() => one.heard).toEqual(['everybody', burger, neighbour])
    one.bus.unsubscribe(burger)
    tell(burger, neighbour)
    await expect.poll(() => one.heard).toEqual(['everybody', burger, neighbour, neighbour])
    expect(other.heard).toEqual(['everybody'])
  })

  test('an order to fetch wakes the process that accepted it, connected or not, and no other', async () => {
    const { host } = await server()
    const [one, other] = [openBus(`nats://${host}`), openBus(`nats://${host}`)]
    one.bus.publish({ burgerIds: [], ordered: true })
    await connected(one.bus)
    await connected(other.bus)
    one.bus.publish({ burgerIds: [], ordered: true })
    expect(one.ordered).toHaveLength(2)
    expect(other.ordered).toEqual([])
  })

  test('messages on the server are empty and do not name the burger', async () => {
    const { host } = await server()
    const { bus } = openBus(`nats://${host}`)
    await connected(bus)
    const reader = await connect({ servers: host })
    ended.push(() => reader.close())
    const { promise, resolve } = Promise.withResolvers<Msg>()
    reader.subscribe('>', { callback: (_, message) => resolve(message) })
    await reader.flush()
    const burgerId = randomUUID()

    bus.publish({ burgerIds: [burgerId], ordered: false })

    const { subject, data } = await promise
    expect(subject).toMatch(/^zaakbode\.live\.[A-Za-z0-9_-]{43}$/)
    expect(subject).not.toContain(burgerId)
    expect(data).toHaveLength(0)
  })

  test('a server that starts late, dies and returns is found each time, and then all burgers are refreshed', async () => {
    const first = await startNatsServer()
    const port = Number(first.host.split(':')[1])
    await first.kill()
    const { bus, heard } = openBus(`nats://${first.host}`)
    const burgerId = randomUUID()
    bus.subscribe(burgerId)
    await expect.poll(() => logged.map(({ message }) => message)).toEqual(['There is no connection to NATS; retrying'])
    for (const expected of [['everybody'], ['everybody', burgerId, 'everybody']]) {
      const again = await startNatsServer({ port })
      await expect.poll(() => heard).toEqual(expected)
      bus.publish({ burgerIds: [burgerId], ordered: false })
      await expect.poll(() => heard).toEqual([...expected, burgerId])
      await again.kill()
      await expect.poll(() => bus.isConnected()).toBe(false)
      bus.publish({ burgerIds: [burgerId], ordered: false })
    }
    expect(new Set(logged.map(({ message }) => message))).toEqual(
      new Set(['There is no connection to NATS; retrying', 'Connected to NATS']),
    )
  })

  const PASSWORD = 'a%b@:/c'
  const encoded = encodeURIComponent(PASSWORD)

  test.each([
    ['a user and password', ['--user', 'portaal', '--pass', PASSWORD], `portaal:${encoded}`, 'portaal:verkeerd'],
    ['a token', ['--auth', PASSWORD], encoded, 'verkeerd'],
  ])('it signs in with %s, and logs a wrong one without showing it', async (_, settings, right, wrong) => {
    const { host } = await server({ settings })
    await connected(openBus(`nats://${right}@${host}`).bus)

    const { bus } = openBus(`nats://${wrong}@${host}`)
    const errors = () => logged.flatMap(({ err }) => (err instanceof Error ? err : []))
    await expect.poll(() => errors().map(({ name }) => name)).toContain('AuthorizationError')
    expect(bus.isConnected()).toBe(false)
    for (const { message, stack } of errors()) expect(message + stack).not.toContain('verkeerd')
  })

  test('it needs no other subjects than its own, and logs when those are not permitted', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'zaakbode-nats-'))
    ended.push(async () => rmSync(dir, { recursive: true }))
    const config = join(dir, 'nats.conf')
    const user = (name: string, subject: string) =>
      `{ user: ${name}, password: p, permissions: { publish: "${subject}", subscribe: "${subject}" } }`
    writeFileSync(config, `authorization { users: [${user('portaal', 'zaakbode.live.*')}, ${user('ander', 'x')}] }`)
    const { host } = await server({ settings: ['--config', config] })
    const burgerId = randomUUID()
    const [right, wrong] = [openBus(`nats://portaal:p@${host}`), openBus(`nats://ander:p@${host}`)]
    await expect.poll(() => right.heard).toEqual(['everybody'])
    await connected(wrong.bus)
    right.bus.subscribe(burgerId)
    right.bus.publish({ burgerIds: [burgerId], ordered: false })
    await expect.poll(() => right.heard).toEqual(['everybody', burgerId])
    expect(logged.map(({ message }) => message)).not.toContain('NATS refused')

    wrong.bus.publish({ burgerIds: [burgerId], ordered: false })
    await expect.poll(() => logged.map(({ message }) => message)).toContain('NATS refused')
  })

  describe('with TLS', () => {
    const defaults = tls.getCACertificates()
    let dir: string
    let settings: string[]
    let certificate: string
    beforeAll(async () => {
      dir = mkdtempSync(join(tmpdir(), 'zaakbode-nats-'))
      const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
        extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
      })
      certificate = pems.cert
      const [cert, key] = [join(dir, 'cert.pem'), join(dir, 'key.pem')]
      writeFileSync(cert, pems.cert)
      writeFileSync(key, pems.private)
      settings = ['--tls', '--tlscert', cert, '--tlskey', key]
    })
    afterEach(() => tls.setDefaultCACertificates(defaults))
    afterAll(() => rmSync(dir, { recursive: true }))
    const atLocalhost = ({ host }: NatsServer) => host.replace('127.0.0.1', 'localhost')

    test.each(['tls', 'nats'])('%s:// connects when Node.js trusts the certificate, and not before', async (scheme) => {
      const url = `${scheme}://${atLocalhost(await server({ settings }))}`
      const { bus } = openBus(url)
      const untrusted = 'There is no connection to NATS; retrying'
      await expect.poll(() => logged.map(({ message }) => message)).toEqual([untrusted])
      tls.setDefaultCACertificates([...defaults, certificate])
      await connected(bus)
    })

    test('tls:// sends nothing to a server without TLS', async () => {
      const received: Buffer[] = []
      const plain = createServer((socket) => {
        socket.on('data', (chunk) => received.push(chunk)).on('error', () => {})
        socket.write('INFO {"server_id":"x","version":"2.9.10","proto":1,"max_payload":1048576}\r\n')
      })
      plain.listen(0, '127.0.0.1')
      await once(plain, 'listening')
      ended.push(async () => plain.close())
      const { port } = plain.address() as { port: number }

      const { bus } = openBus(`tls://portaal:geheim@localhost:${port}`)
      await expect.poll(() => logged.length).toBe(1)
      expect(bus.isConnected()).toBe(false)
      expect(received).toEqual([])
    })
  })
})
