import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jsonResponse, methodNotAllowed, notFoundResponse, problemResponse } from '../http/problem-json.ts'
import type { Logger } from '../logger.ts'

const PATH = '/api/metrics'
const READY_PATH = '/api/health/ready'

const refuseMethod = methodNotAllowed('GET', 'HEAD')

/**
 * Serves `/api/metrics` and `/api/health/ready` of a process without a web server. An error of a handler is
 * answered with 503.
 *
 * @param options.port 0 picks a free one
 */
export async function serveMetrics({
  port,
  host,
  log,
  isReady,
  answer,
}: {
  port: number
  host: string
  log: Logger
  /** true when the process takes work */
  isReady: () => Promise<boolean>
  answer: (request: Request) => Promise<Response>
}): Promise<{ port: number; host: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await respond(request)
    response.writeHead(status, Object.fromEntries(headers)).end(request.method === 'HEAD' ? undefined : body)
  })

  async function respond({ url, method, headers: { authorization } }: IncomingMessage) {
    // Compared as text, because parsing `//` as a URL throws.
    const path = url?.split('?', 1)[0]
    if (path !== PATH && path !== READY_PATH) return read(notFoundResponse())
    // `new Request` throws on TRACE.
    if (method !== 'GET' && method !== 'HEAD') return read(refuseMethod())
    try {
      if (path === READY_PATH) return await read(readiness(await isReady()))
      const headers = new Headers(authorization ? { authorization } : {})
      return await read(await answer(new Request(`http://metrics.invalid${PATH}`, { method, headers })))
    } catch (err) {
      log.error({ err }, 'The metrics cannot be read')
      return read(problemResponse({ status: 503, code: 'unavailable', detail: 'Try again.' }))
    }
  }

  server.listen(port, host)
  await once(server, 'listening')
  const listening = server.address() as AddressInfo
  return {
    port: listening.port,
    host: listening.address,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function readiness(isReady: boolean) {
  return jsonResponse({ status: isReady ? 'pass' : 'fail' }, { status: isReady ? 200 : 503 })
}

async function read(response: Response) {
  return { status: response.status, headers: response.headers, body: await response.text() }
}
