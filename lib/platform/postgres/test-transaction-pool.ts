import { createServer, type Socket } from 'node:net'
import pg from 'pg'
import { listen } from '#tools/servers/listen.ts'

const SSL_REQUEST = 80877103
const AUTHENTICATED = Buffer.from([...Buffer.from('R'), 0, 0, 0, 8, 0, 0, 0, 0])
const READY = Buffer.from([...Buffer.from('Z'), 0, 0, 0, 5, ...Buffer.from('I')])
const TERMINATE = 'X'.charCodeAt(0)

/**
 * Stands in for PgBouncer in transaction mode, for clients that send one message at a time. A client gets a
 * session of PostgreSQL until its transaction ends: the last one returned (`lifo`) or the longest idle.
 */
export async function startTransactionPool(connectionString: string, { lifo }: { lifo: boolean }) {
  const idle: Socket[] = []
  const sessions: pg.Client[] = []

  async function openSession(): Promise<Socket> {
    const client = new pg.Client({ connectionString })
    sessions.push(client)
    client.on('error', () => {})
    await client.connect()
    return client.connection.stream.removeAllListeners('data') as Socket
  }

  async function serve(near: Socket) {
    let session: Socket | undefined
    const giveBack = (data: Buffer) => {
      near.write(data)
      if (!data.subarray(-READY.length).equals(READY)) return
      session?.off('data', giveBack)
      if (session) idle.push(session)
      session = undefined
    }
    let started = false
    for await (const message of near as AsyncIterable<Buffer>) {
      if (!started) {
        started = message.readInt32BE(4) !== SSL_REQUEST
        near.write(started ? Buffer.concat([AUTHENTICATED, READY]) : 'N')
      } else if (message[0] === TERMINATE) near.end()
      else {
        session ??= ((lifo ? idle.pop() : idle.shift()) ?? (await openSession())).on('data', giveBack)
        session.write(message)
      }
    }
  }

  const server = createServer((near) => void serve(near).catch(() => near.destroy()))
  for (let i = 0; i < 3; i++) idle.push(await openSession())
  const url = new URL(connectionString)
  url.port = String(await listen(server))
  return {
    url: url.href,
    async close() {
      server.close()
      for (const { connection } of sessions) connection.stream.destroy()
    },
  }
}
