import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { notFoundResponse, problemResponse } from '../http/problem-json.ts'
import type { Logger } from '../logger.ts'

const PATH = '/api/metrics'

/**
 * Serves `/api/metrics` of a process without a web server, on all interfaces, because the scraper runs on another
 * machine.
 *
 * @param options.port 0 picks a free one
 */
export async function serveMetrics({
  port,
  log,
  answer,
}: {
  port: number
  log: Logger
  answer: (request: Request) => Promise<Response>
}): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://metrics.invalid')
    const { method = 'GET', headers } = request
    const { status, headers: answered, body } = await respond(url, { method, authorization: headers.authorization })
    response.writeHead(status, Object.fromEntries(answered)).end(method === 'HEAD' ? undefined : body)
  })

  async function respond(url: URL, { method, authorization }: { method: string; authorization?: string | undefined }) {
    if (url.pathname !== PATH) return read(notFoundResponse())
    try {
      return await read(await answer(new Request(url, { method, headers: authorization ? { authorization } : {} })))
    } catch (err) {
      log.error({ err }, 'The metrics cannot be read')
      return read(problemResponse({ status: 503, code: 'unavailable', title: 'Unavailable', detail: 'Try again.' }))
    }
  }

  server.listen(port)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function read(response: Response) {
  return { status: response.status, headers: response.headers, body: await response.text() }
}
