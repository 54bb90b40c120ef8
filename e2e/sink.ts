import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Bezorging = { headers: IncomingHttpHeaders; body: string; httpStatus: number }

/** Starts a sink that gives its toestemming in the handshake and answers every bezorging with `answer`. */
export async function startSink() {
  const bezorgingen: Bezorging[] = []
  const answer = { httpStatus: 204, body: '' }
  const server = createServer(async (request, response) => {
    if (request.method === 'OPTIONS') {
      const origin = request.headers['webhook-request-origin']
      response.writeHead(200, { 'WebHook-Allowed-Origin': origin, 'WebHook-Allowed-Rate': '*' }).end()
      return
    }
    const { httpStatus } = answer
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    bezorgingen.push({ headers: request.headers, body, httpStatus })
    response.writeHead(httpStatus, { 'Content-Type': 'text/plain' }).end(answer.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/berichten`,
    answer,
    bezorgingen,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
