import { createServer } from 'node:http'
import next from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { exitOnBadConfiguration } from './configuration.ts'
import { onShutdown } from './shutdown.ts'

/** How long requests in flight may go on; live streams do not end by themselves, their browsers reconnect. */
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
  const closed = new Promise((resolve) => server.close(resolve))
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(timer)
})
