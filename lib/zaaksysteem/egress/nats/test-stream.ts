import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jetstreamManager, type StreamConfig } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { type NatsServer, startNatsServer } from '#tools/servers/nats-server.ts'

export type StoredMessage = { subject: string; headers: Record<string, string>; body: string }

export type TestStream = {
  /** `nats://127.0.0.1:…` */
  sink: string
  credential: { identifier: string; secret: string }
  /** the stored messages, in order */
  stored(): Promise<StoredMessage[]>
  /** adds or changes a stream */
  add(stream: Partial<StreamConfig> & { name: string; subjects: string[] }): Promise<void>
  remove(name: string): Promise<void>
  kill(): Promise<void>
  /** starts the server again with what it stored */
  restart(): Promise<void>
  close(): Promise<void>
}

export const STREAM = 'ZAKEN'
export const SUBJECT = 'gemeente.zaken'
const CREDENTIAL = { identifier: 'zaaksysteem', secret: 'wachtwoord van de test' }

/**
 * A nats-server on loopback with JetStream and the stream STREAM, which stores `gemeente.>`.
 *
 * @param options.settings - arguments instead of those that require the user and password
 * @param options.ca - authority of its certificate, when the settings require TLS
 */
export async function startTestStream({
  settings = ['--user', CREDENTIAL.identifier, '--pass', CREDENTIAL.secret],
  ca,
}: {
  settings?: string[]
  ca?: string
} = {}): Promise<TestStream> {
  const store = mkdtempSync(join(tmpdir(), 'zaakbode-nats-'))
  const start = (port?: number) =>
    startNatsServer({ port, settings: ['--jetstream', '--store_dir', store, ...settings] })
  let server: NatsServer = await start()
  const { host } = server

  async function manage<T>(use: (manager: Awaited<ReturnType<typeof jetstreamManager>>) => Promise<T>): Promise<T> {
    const connection: NatsConnection = await connect({
      servers: host,
      user: CREDENTIAL.identifier,
      pass: CREDENTIAL.secret,
      tls: ca ? { ca, rejectUnauthorized: false } : null,
    })
    try {
      return await use(await jetstreamManager(connection))
    } finally {
      await connection.close()
    }
  }

  const stream: TestStream = {
    sink: `nats://${host}`,
    credential: CREDENTIAL,
    stored: () =>
      manage(async ({ streams }) => {
        const { state } = await streams.info(STREAM)
        const sequences = Array.from({ length: state.messages }, (_, index) => state.first_seq + index)
        const messages = await Promise.all(sequences.map((seq) => streams.getMessage(STREAM, { seq })))
        return messages.flatMap((message) => {
          if (!message) return []
          const names = message.header?.keys() ?? []
          const headers = Object.fromEntries(names.map((name) => [name, message.header?.get(name) ?? '']))
          return { subject: message.subject, headers, body: new TextDecoder().decode(message.data) }
        })
      }),
    add: (config) =>
      manage(async ({ streams }) => {
        await streams.add(config)
      }),
    remove: (name) =>
      manage(async ({ streams }) => {
        await streams.delete(name)
      }),
    kill: () => server.kill(),
    async restart() {
      server = await start(Number(host.split(':')[1]))
    },
    async close() {
      await server.kill()
      rmSync(store, { recursive: true })
    },
  }
  await stream.add({ name: STREAM, subjects: ['gemeente.>'] })
  return stream
}
