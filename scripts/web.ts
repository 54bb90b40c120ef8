import { createServer } from 'node:http'
import next from 'next'
import { hasSystem, platformEnv } from '#lib/platform/env.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { startPortal } from '#lib/publieksportaal/start-portal.ts'
import { exitOnBadConfiguration } from './configuration.ts'
import { onShutdown } from './shutdown.ts'

/** How long requests in flight may go on. */
const GRACE_MS = 2_000

exitOnBadConfiguration()
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST
const log = createLogger('web')

const server = createServer()
const app = next({
  dev: process.env.NODE_ENV === 'development',
  httpServer: server,
  port,
  hostname: hostname ?? 'localhost',
})
await app.prepare()
const handle = app.getRequestHandler()
server.on('request', (request, response) => handle(request, response))
server.listen(port, hostname, () => log.info({ port, systems: platformEnv().SYSTEMS }, 'Listening'))
server.on('error', (err) => {
  log.error({ err, port }, 'The server cannot listen')
  process.exit(1)
})

onShutdown(async () => {
  // Ends the live streams, whose browsers then reconnect elsewhere, and the fetching of zaken.
  if (hasSystem('publieksportaal')) await (await startPortal(publieksportaal())).close()
  const closed = new Promise((resolve) => server.close(resolve))
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(timer)
})
