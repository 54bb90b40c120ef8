import { logAllOutput } from '#lib/platform/log-all-output.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { watchClock } from '#lib/platform/postgres/database-clock.ts'
import { runWorker } from '#lib/zaaksysteem/bezorging/run-worker.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { TOTAL_TIMEOUT_MS } from '#lib/zaaksysteem/egress/request-sink.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { startWorkerMetrics } from '#lib/zaaksysteem/metrics/read-metrics.ts'
import { runUpkeep } from '#lib/zaaksysteem/upkeep/run-upkeep.ts'
import { failToStart, requireZaaksysteemDatabase } from './configuration.ts'
import { onShutdown } from './process/shutdown.ts'

/** A bezorging in flight can take its whole timeout, and is recorded after it. */
const SHUTDOWN_LIMIT_MS = TOTAL_TIMEOUT_MS + 5_000

/** Delivers for the zaaksysteem and runs its periodic tasks. On a stop signal it finishes work in flight. */
async function main() {
  const stop = new AbortController()
  const { signal } = stop
  // Before the logger is made, so that an invalid LOG_LEVEL does not hide the other problems.
  const env = readZaaksysteemEnv(process.env)
  const log = createLogger('worker')
  logAllOutput(log)
  const ctx = createZaaksysteemContext(env, { log })
  const metrics = await startWorkerMetrics(ctx)
  const running = run(ctx, signal)
  onShutdown(
    async () => {
      ctx.log.info({ process: 'worker' }, 'Stopping: no new bezorgingen, finishing those in flight')
      stop.abort()
      await running
      await metrics.close()
      await ctx.close()
      ctx.log.info({ process: 'worker' }, 'Stopped')
    },
    { limitMs: SHUTDOWN_LIMIT_MS },
  )
  await running
}

async function run(ctx: ZaaksysteemContext, signal: AbortSignal) {
  await requireZaaksysteemDatabase(ctx, signal)
  ctx.log.info({ process: 'worker' }, 'Delivering')
  const clock = await watchClock(ctx, { proces: 'worker', signal })
  await Promise.all([runWorker(ctx, { signal }), runUpkeep(ctx, { signal }), clock.ended])
}

main().catch(failToStart)
