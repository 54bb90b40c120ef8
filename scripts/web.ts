import { Server } from 'node:http'
import { ConfigurationError, hasSystem, platformEnv, type System } from '#lib/platform/env.ts'
import { logAllOutput } from '#lib/platform/log-all-output.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { watchClock } from '#lib/platform/postgres/database-clock.ts'
import { createWebServer, renewCertificate, type Upgrade } from '#lib/platform/web-server/create-web-server.ts'
import { readTransport } from '#lib/platform/web-server/read-transport.ts'
import { createRouter } from '#lib/platform/web-server/router.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { publieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { startPortal } from '#lib/publieksportaal/start-portal.ts'
import { apiAdmission } from '#lib/zaaksysteem/api/api-admission.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { closeStromen, stromenOf } from '#lib/zaaksysteem/stroom/start-stromen.ts'
import { stroomUpgrade } from '#lib/zaaksysteem/stroom/stroom-upgrade.ts'
import { watchWorkers } from '#lib/zaaksysteem/upkeep/mail-workeruitval.ts'
import { exitOnBadConfiguration, exitOnUnfitDatabase } from './configuration.ts'
import { formAdmission, readActions } from './process/form-admission.ts'
import { loadRoutes } from './process/load-routes.ts'
import { pageAdmission } from './process/page-admission.ts'
import { onShutdown, STOP_SIGNALS } from './process/shutdown.ts'
import { unansweredPage } from './process/unanswered-page.ts'

/**
 * The backlog of the listening socket, capped by net.core.somaxconn. Node.js' default of 511 overflows when
 * all pages reconnect after a restart, and TCP then retries after 1, 3, 7, 15 and 31 seconds.
 */
const BACKLOG = 4_096
/** How long requests in flight may continue after a stop signal. */
const GRACE_MS = 2_000
/** Shorter than the time after which a supervisor kills. */
const SHUTDOWN_LIMIT_MS = 10_000

exitOnBadConfiguration()
// Does not wait for the database: a process that starts while it is down must report that at
// /api/health/ready.
void exitOnUnfitDatabase()
const log = createLogger('web')

const dev = process.env.NODE_ENV === 'development'
if (!dev) logAllOutput(log)
// Node.js reads next.config.ts. Otherwise Next.js compiles it at each start, with a compiler for builds only.
process.env.__NEXT_NODE_NATIVE_TS_LOADER_ENABLED = 'true'
// after that, because Next.js wraps the console that it finds
const { default: next } = await import('next')

const urls = ownUrls()
const transport = readTransport(process.env, Object.values(urls))
const { port, host, name } = transport.listen
const admitApi = hasSystem('zaaksysteem') ? apiAdmission(zaaksysteem(), OPERATIONS) : undefined
const admitForm = formAdmission({ urls, demo: transport.demo, actions: dev ? undefined : readActions() })
const admitToPage = pageAdmission({
  secrets: {
    ...(hasSystem('zaaksysteem') && { zaaksysteem: zaaksysteemEnv().ZAAKSYSTEEM_AUTH_SECRET }),
    ...(hasSystem('publieksportaal') && { publieksportaal: publieksportaalEnv().PUBLIEKSPORTAAL_AUTH_SECRET }),
  },
})
// In development Next.js answers them, because it loads code again that has changed.
const route = createRouter({ routes: dev ? {} : await loadRoutes(), log })
// Next.js listens for upgrades on the server that it is given, and would end those that are not its own.
const nextServer = new Server()
const server = createWebServer(
  transport,
  (request, response) => (route(request) ?? handle)(request, response),
  [...(hasSystem('zaaksysteem') ? [stroomUpgrade(zaaksysteem())] : []), ...(dev ? [hotReload()] : [])],
  (request, response) => admitForm(request) ?? admitToPage(request, response) ?? admitApi?.(request),
  // In development Next.js shows its own error page.
  dev ? undefined : unansweredPage,
)
const app = next({
  dev,
  httpServer: nextServer,
  port,
  hostname: name,
})
await app.prepare()
// The process listens for changes of API clients from now on, so that a token that was withdrawn elsewhere is
// refused here at once.
if (hasSystem('zaaksysteem')) void stromenOf(zaaksysteem())
const stop = new AbortController()
if (hasSystem('zaaksysteem')) {
  void watchClock(zaaksysteem(), { proces: 'web', signal: stop.signal })
  void watchWorkers(zaaksysteem(), { signal: stop.signal })
}
const handle = app.getRequestHandler()
server.listen({ port, host, backlog: BACKLOG }, () => {
  log.info({ port, systems: platformEnv().SYSTEMS }, transport.certificate ? 'Listening, with TLS' : 'Listening')
})
server.on('error', (err) => {
  log.error({ err, port }, 'The server cannot listen')
  process.exit(1)
})

if (transport.certificate) process.on('SIGHUP', readCertificateAgain)
// With TLS, SIGHUP means that the certificate was renewed, as with other servers.
const signals = STOP_SIGNALS.filter((signal) => !transport.certificate || signal !== 'SIGHUP')
onShutdown(
  async () => {
    stop.abort()
    await Promise.all([
      hasSystem('zaaksysteem') && closeStromen(zaaksysteem()),
      // Stops the portal's tasks and ends the live streams; the browsers reconnect to another process.
      hasSystem('publieksportaal') && startPortal(publieksportaal()).then((portal) => portal.close()),
    ])
    await new Promise((resolve) => {
      server.close(resolve)
      setTimeout(resolve, GRACE_MS)
    })
  },
  { signals, limitMs: SHUTDOWN_LIMIT_MS },
)

function ownUrls(): Partial<Record<System, string>> {
  return {
    ...(hasSystem('zaaksysteem') && { zaaksysteem: zaaksysteemEnv().ZAAKSYSTEEM_URL }),
    ...(hasSystem('publieksportaal') && { publieksportaal: publieksportaalEnv().PUBLIEKSPORTAAL_URL }),
  }
}

/** The WebSocket over which the development server of Next.js sends code changes (hot reload). */
function hotReload(): Upgrade {
  return {
    takes: ({ url = '' }) => url.startsWith('/_next/hmr'),
    async handle(request, socket, head) {
      nextServer.emit('upgrade', request, socket, head)
      return undefined
    },
  }
}

function readCertificateAgain() {
  try {
    const { certificate } = readTransport(process.env)
    if (certificate) renewCertificate(server, certificate)
    log.info({ port }, 'The certificate was read again')
  } catch (err) {
    const reason = err instanceof ConfigurationError ? err.problems : undefined
    log.error({ err, reason }, 'The certificate could not be read again; the one before it stays')
  }
}
