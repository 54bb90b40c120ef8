import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'

export type Received = { headers: IncomingHttpHeaders; body: string; eventId: string }

export type TestSink = {
  url: string
  /** the deliveries so far; handshakes are not among them */
  received: Received[]
  /** resolves when there are `count` deliveries */
  arrived(count: number): Promise<void>
  close(): Promise<void>
}

/**
 * A subscriber on loopback that consents to every handshake.
 *
 * @param options.answer - answers a delivery, 204 when absent; `count` is how many there are with this one
 */
export async function startTestSink(
  options: { answer?: (response: ServerResponse, count: number) => void; port?: number } = {},
): Promise<TestSink> {
  const { answer = (response) => response.writeHead(204).end() } = options
  const received: Received[] = []
  const waiting = new Set<{ count: number; resolve: () => void }>()

  const server = createServer(async (request, response) => {
    if (request.method === 'OPTIONS') {
      const consent = { [WEBHOOK_HEADERS.allowedOrigin]: '*', [WEBHOOK_HEADERS.allowedRate]: '*' }
      response.writeHead(200, consent).end()
      return
    }
    const body = await text(request)
    received.push({ headers: request.headers, body, eventId: JSON.parse(body).id })
    for (const { count, resolve } of waiting) if (received.length >= count) resolve()
    answer(response, received.length)
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook?bron=test`,
    received,
    arrived: (count) =>
      received.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.add({ count, resolve })
          }),
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
