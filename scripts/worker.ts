import { ConfigurationError } from '#lib/platform/env.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { runWorker } from '#lib/zaaksysteem/delivery/run-worker.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'

/** The delivery process of the zaaksysteem. SIGTERM or SIGINT lets it finish what is in flight. */
async function main() {
  const stop = new AbortController()
  const ctx = createZaaksysteemContext(readZaaksysteemEnv(process.env), { log: createLogger('worker') })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      ctx.log.info({ signal }, 'Stopping: no new deliveries, finishing those in flight')
      stop.abort()
    })
  }
  ctx.log.info({ process: 'worker' }, 'Delivering')
  await runWorker(ctx, { signal: stop.signal })
  await ctx.db.$disconnect()
  if (!ctx.pool.ended) await ctx.pool.end()
  ctx.log.info({ process: 'worker' }, 'Stopped')
}

main().then(
  // Connections that sinks keep alive would hold the process for a few seconds more.
  () => process.exit(0),
  (error) => {
    console.error(error instanceof ConfigurationError ? error.message : error)
    process.exit(1)
  },
)
