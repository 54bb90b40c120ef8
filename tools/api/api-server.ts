import { once } from 'node:events'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { createRouter } from '#lib/platform/web-server/router.ts'
import { sendResponse } from '#lib/platform/web-server/send-response.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { apiAdmission } from '#lib/zaaksysteem/api/api-admission.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { loadRoutes } from '../../scripts/process/load-routes.ts'
import { listen } from '../servers/listen.ts'

type Contexts = { zaaksysteem?: ZaaksysteemContext; publieksportaal?: PublieksportaalContext }

/** Starts a process's web server on loopback, with its machine endpoints and without pages. */
export async function startTestApiServer({ zaaksysteem, publieksportaal }: Contexts) {
  // The contexts of the process, which the routes use.
  Object.assign(globalThis, {
    ...(zaaksysteem && { [Symbol.for('zaakbode.zaaksysteem')]: zaaksysteem }),
    ...(publieksportaal && { [Symbol.for('zaakbode.publieksportaal')]: publieksportaal }),
  })
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const route = createRouter({ routes: await loadRoutes(), log })
  const transport = { certificate: undefined, trustedProxies: [], demo: true }
  const server = createWebServer(
    transport,
    (request, response) => {
      const answer = route(request)
      return answer ? answer(request, response) : sendResponse(response, notFoundResponse())
    },
    undefined,
    zaaksysteem && apiAdmission(zaaksysteem, OPERATIONS),
  )
  const origin = `http://127.0.0.1:${await listen(server)}`
  return {
    origin,
    baseUrl: `${origin}/api/zaaksysteem/v1`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
