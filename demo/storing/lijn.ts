import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export type Verzoek = { method: string; url: string; headers: IncomingMessage['headers']; body: Buffer }
export type Antwoord = { status: number; headers: IncomingMessage['headers']; body: Buffer }
/** Forwards to the portal. */
type Portaal = (verzoek: Verzoek) => Promise<Antwoord>
/** Handles a request. Without a response the connection is broken. */
export type Gedrag = (verzoek: Verzoek, portaal: Portaal) => Promise<Antwoord | undefined>

export type Lijn = {
  /** the address that the zaaksysteem sends to */
  port: number
  /** absent: forwards unchanged */
  gedrag: Gedrag | undefined
  close(): void
}

/** The response of a proxy whose upstream is down. */
const BAD_GATEWAY: Antwoord = { status: 502, headers: {}, body: Buffer.alloc(0) }
/** Hop-by-hop headers, which are not forwarded. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'content-length']

/**
 * A proxy between the demo's two systems, in front of the process that receives for the portal. Listens at
 * `port` when that is free, else at another one.
 */
export async function startLijn({
  port,
  portaalPort,
  record,
  certificate,
}: {
  port: number
  portaalPort: number
  /** reads each request as the zaaksysteem sent it, also when the line then changes it */
  record?: (verzoek: Verzoek) => void
  certificate?: { certFile: string; keyFile: string } | undefined
}): Promise<Lijn> {
  const portaal: Portaal = (verzoek) => ask(portaalPort, verzoek)
  async function handle(incoming: IncomingMessage, response: ServerResponse) {
    const { method = '', url = '', headers } = incoming
    const verzoek = { method, url, headers, body: Buffer.concat(await incoming.toArray()) }
    record?.(verzoek)
    const antwoord = await (lijn.gedrag?.(verzoek, portaal) ?? portaal(verzoek))
    if (!antwoord) return response.destroy()
    response.writeHead(antwoord.status, withoutConnection(antwoord.headers)).end(antwoord.body)
  }
  const listener = (incoming: IncomingMessage, response: ServerResponse) =>
    void handle(incoming, response).catch(() => response.destroy())
  const server = certificate
    ? createTlsServer({ cert: readFileSync(certificate.certFile), key: readFileSync(certificate.keyFile) }, listener)
    : createServer(listener)
  const listen = async (wanted: number) => {
    server.listen(wanted, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(port).catch(() => listen(0))
  const lijn: Lijn = {
    port: (server.address() as AddressInfo).port,
    gedrag: undefined,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return lijn
}

function ask(port: number, { method, url, headers, body }: Verzoek): Promise<Antwoord> {
  return new Promise((resolve) => {
    const sent = { ...withoutConnection(headers), 'content-length': body.length }
    // Without keep-alive, because the portal closes its connections when it stops and the next request would
    // fail.
    send({ host: '127.0.0.1', port, method, path: url, headers: sent, agent: false })
      .on('response', async (answer) => {
        const chunks = await answer.toArray().catch(() => undefined)
        const { statusCode = 0, headers } = answer
        resolve(chunks ? { status: statusCode, headers, body: Buffer.concat(chunks) } : BAD_GATEWAY)
      })
      .on('error', () => resolve(BAD_GATEWAY))
      .end(body)
  })
}

/** Returns the headers without those of the connection. */
export function withoutConnection(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)))
}
