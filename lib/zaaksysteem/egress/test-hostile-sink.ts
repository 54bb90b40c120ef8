import { once } from 'node:events'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { TestCertificate } from './test-certificates.ts'
import { startTestSink } from './test-sink.ts'

const TRAP = '/val'

/** The response of a hostile sink to one bezorging. A number is the status of an ordinary one. */
export type Misbehaviour =
  | number
  | { status: number; headers?: OutgoingHttpHeaders; body?: string | Buffer }
  /** never answers */
  | 'silence'
  /** answers 200 and sends a body without end, a byte at a time */
  | 'drip'
  | 'reset'
  /** answers 200 with half a body, then breaks the connection */
  | 'reset_in_body'
  /** answers 200 with a body without end, as fast as the client reads */
  | 'endless'
  /** answers 200 with 64 MB, compressed to 62 kB */
  | 'gzip_bomb'
  /** answers 307 to another path of this sink, where requests are counted */
  | 'redirect'

export type HostileSink = Awaited<ReturnType<typeof startHostileSink>>

/**
 * A subscriber that gives its toestemming in the handshake and then misbehaves: the first bezorging gets the
 * first of `script`, and so on. Later ones get the last.
 */
export async function startHostileSink(
  script: readonly [Misbehaviour, ...Misbehaviour[]],
  options: { port?: number; certificate?: TestCertificate } = {},
) {
  const sink = await startTestSink({
    ...options,
    answer: (response, count) => misbehave(response, script[Math.min(count, script.length) - 1] as Misbehaviour),
  })
  /** The number of requests that followed its redirect. */
  const trapped = () => sink.received.filter(({ path }) => path === TRAP).length
  return { ...sink, trapped }
}

/** Answers one bezorging badly. */
function misbehave(response: ServerResponse, behaviour: Misbehaviour): void {
  if (typeof behaviour === 'number') response.writeHead(behaviour).end()
  else if (typeof behaviour === 'object') response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body)
  else TRICKS[behaviour](response)
}

const TRICKS: Record<Extract<Misbehaviour, string>, (response: ServerResponse) => void> = {
  silence() {},
  drip(response) {
    response.writeHead(200)
    const drip = setInterval(() => response.write('.'), 5)
    response.on('close', () => clearInterval(drip))
  },
  reset: (response) => response.socket?.resetAndDestroy(),
  reset_in_body(response) {
    response.writeHead(200, { 'Content-Length': 10 })
    response.write('half.', () => response.socket?.resetAndDestroy())
  },
  endless(response) {
    const chunk = Buffer.alloc(16_384, '.')
    const fill = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', fill).writeHead(200)
    fill()
  },
  gzip_bomb: (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64e6))),
  redirect: (response) => response.writeHead(307, { Location: TRAP }).end(),
}

/** A server that calls `answer` for each request, on the bare connection. */
export async function startRawSink(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('data', () => answer(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    connections: () => sockets.size,
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
