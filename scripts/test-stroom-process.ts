import type { AddressInfo } from 'node:net'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { readTransport } from '#lib/platform/web-server/read-transport.ts'
import { createRouter } from '#lib/platform/web-server/router.ts'
import { apiAdmission } from '#lib/zaaksysteem/api/api-admission.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { answerApi, OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { stroomUpgrade } from '#lib/zaaksysteem/stroom/stroom-upgrade.ts'

// The zaaksysteem's part of a web process, as in scripts/web.ts but with the events only and without Next.js.
// Sends its port to the parent process.

const ctx = zaaksysteem()
const route = createRouter({
  routes: { '/api/zaaksysteem/v1/[...pad]': apiRoute(answerApi) },
  log: ctx.log,
})
const server = createWebServer(
  readTransport({ DEMO: '1' }),
  (request, response) => route(request)?.(request, response) ?? response.writeHead(404).end(),
  [stroomUpgrade(ctx)],
  apiAdmission(ctx, OPERATIONS),
)
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit(0))
