import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { createRouter, type Route } from '#lib/platform/web-server/router.ts'
import { apiAdmission } from '../api/api-admission.ts'
import { numberGebeurtenissen } from '../outbox/number-gebeurtenissen.ts'
import type { TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { handleGebeurtenis } from './handle-gebeurtenis.ts'
import { handleGebeurtenissen } from './handle-gebeurtenissen.ts'
import { stroomUpgrade } from './protocol/stroom-upgrade.ts'
import { closeStromen } from './start-stromen.ts'

export const PATH = '/api/zaaksysteem/v1/gebeurtenissen'

export type TestStroomServer = {
  /** `http://host:port/…/gebeurtenissen` */
  url: string
  port: number
  server: Server
  close(): Promise<void>
}

/** The web server with the events, as streams and one by one. */
export async function startStroomServer(ctx: TestZaaksysteem, { port: wanted = 0 } = {}): Promise<TestStroomServer> {
  const many: Route[string] = (request) => handleGebeurtenissen(ctx, request)
  const one: Route[string] = async (request, { params }) => handleGebeurtenis(ctx, request, (await params).id ?? '')
  const routes = { [PATH]: Object.fromEntries([['GET', many]]), [`${PATH}/[id]`]: Object.fromEntries([['GET', one]]) }
  const route = createRouter({ routes, log: ctx.log })
  const server = createWebServer(
    { certificate: undefined, trustedProxies: [], demo: true },
    (request, response) => route(request)?.(request, response) ?? response.writeHead(404).end(),
    [stroomUpgrade(ctx)],
    apiAdmission(ctx),
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

/** Registers a zaak of each zaaktype, and numbers their events. */
export async function addGebeurtenissen(ctx: TestZaaksysteem, ...zaaktypen: string[]): Promise<void> {
  for (const zaaktype of zaaktypen) await registerTestZaak(ctx, { zaaktype })
  await numberGebeurtenissen(ctx)
}
