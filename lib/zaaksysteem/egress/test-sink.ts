import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import type { TestCertificate } from './test-certificates.ts'

type Received = { path: string; headers: IncomingHttpHeaders; body: string; eventId: string }

export type TestSink = Awaited<ReturnType<typeof startTestSink>>

/**
 * A subscriber on loopback that gives its toestemming in every handshake.
 *
 * @param options.answer - answers a bezorging, by default with 204; `count` includes this bezorging
 * @param options.certificate - makes it an https server, at `localhost`
 */
export async function startTestSink(
  options: {
    answer?: (response: ServerResponse, count: number) => void
    port?: number
    certificate?: TestCertificate
  } = {},
) {
  const { answer = (response) => response.writeHead(204).end(), certificate } = options
  const received: Received[] = []
  const waiting = new Set<{ count: number; resolve: () => void }>()
  let connections = 0

  const listener: RequestListener = async (request, response) => {
    if (request.method === 'OPTIONS') {
      const toestemming = { [WEBHOOK_HEADERS.allowedOrigin]: '*', [WEBHOOK_HEADERS.allowedRate]: '*' }
      response.writeHead(200, toestemming).end()
      return
    }
    const body = await text(request)
    received.push({ path: request.url ?? '', headers: request.headers, body, eventId: JSON.parse(body || '{}').id })
    for (const { count, resolve } of waiting) if (received.length >= count) resolve()
    answer(response, received.length)
  }
  const server = certificate ? createTlsServer(certificate, listener) : createServer(listener)
  server.on('connection', () => {
    connections++
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `${certificate ? 'https://localhost' : 'http://127.0.0.1'}:${port}/webhook?bron=test`,
    /** the bezorgingen so far, without handshakes */
    received,
    /** the number of connections opened to it */
    connections: () => connections,
    /** resolves when there are `count` bezorgingen */
    async arrived(count: number) {
      if (received.length < count) await new Promise<void>((resolve) => waiting.add({ count, resolve }))
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
