import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { createRouter, type Route } from '#lib/platform/web-server/router.ts'
import { apiAdmission } from '../api/api-admission.ts'
import { answerApi, OPERATIONS } from '../openapi/operations.ts'
import type { TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { closeStromen } from './start-stromen.ts'
import { stroomUpgrade } from './stroom-upgrade.ts'

export const PATH = '/api/zaaksysteem/v1/gebeurtenissen'

export type TestStroomServer = Awaited<ReturnType<typeof startStroomServer>>

/** Starts a web server with the events, as stromen and as single ones. */
export async function startStroomServer(ctx: TestZaaksysteem, { port: wanted = 0 } = {}) {
  const answer: Route[string] = (request) => answerApi(ctx, request)
  const routes = { '/api/zaaksysteem/v1/[...pad]': Object.fromEntries([['GET', answer]]) }
  const route = createRouter({ routes, log: ctx.log })
  const server = createWebServer(
    { certificate: undefined, trustedProxies: [], demo: true },
    (request, response) => route(request)?.(request, response) ?? response.writeHead(404).end(),
    [stroomUpgrade(ctx)],
    apiAdmission(ctx, OPERATIONS),
  )
  await once(server.listen(wanted, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${PATH}`,
    port,
    server,
    async close() {
      await closeStromen(ctx)
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Registers a zaak of each zaaktype, which makes one event each. */
export async function addGebeurtenissen(ctx: TestZaaksysteem, ...zaaktypen: string[]): Promise<void> {
  for (const zaaktype of zaaktypen) await registerTestZaak(ctx, { zaaktype })
}
