import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A token endpoint on loopback. By default its tokens are `token-1`, `token-2`, …. */
export async function startTestTokenEndpoint(answer: (response: ServerResponse, count: number) => void = answerToken) {
  const asked: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    asked.push({ headers: request.headers, body })
    answer(response, asked.length)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    asked,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

export function answerToken(response: ServerResponse, count: number): void {
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ access_token: `token-${count}`, token_type: 'Bearer', expires_in: 3600 }))
}
