import { Gauge, Registry } from 'prom-client'
import type { MetricsSource } from '#lib/platform/metrics/answer-scrape.ts'
import { countClock } from '#lib/platform/postgres/database-clock.ts'
import { countOldHashes } from '../burger/require-bsn-keys.ts'
import type { PublieksportaalContext } from '../context.ts'
import { mailMetrics } from '../mail/mail-metrics.ts'
import { WACHTRIJEN, type Wachtrij } from '../outbox/wachtrijen.ts'
import { webhookMetrics } from '../receiver/webhook-metrics.ts'
import { startPortal } from '../start-portal.ts'
import { countOldEncryptions } from '../upkeep/encrypt-anew.ts'

/** Returns the portal's metrics: webhooks and live streams of this process, and queues in the database. */
async function readMetrics(ctx: PublieksportaalContext): Promise<Registry[]> {
  const { live } = await startPortal(ctx)
  const registry = new Registry()
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  gauge('zaakbode_live_connections', 'Open live streams of this process').set(live.size())
  const depth = gauge('zaakbode_outbox_depth', 'What waits to go out, and zaken that wait to be fetched', ['queue'])
  const age = gauge('zaakbode_outbox_oldest_age_seconds', 'How long ago the oldest of it was ordered', ['queue'])
  for (const { queue, waiting, oldestAgeSeconds } of await countWaiting(ctx)) {
    depth.set({ queue }, waiting)
    if (oldestAgeSeconds !== null) age.set({ queue }, oldestAgeSeconds)
  }
  gauge('zaakbode_old_bsn_hashes', 'Burgers that are hashed with an older key than the newest').set(
    await countOldHashes(ctx),
  )
  gauge('zaakbode_old_encryptions', 'Addresses and secrets that are encrypted with an older key than the newest').set(
    await countOldEncryptions(ctx),
  )
  if (ctx.liveBus) {
    gauge(
      'zaakbode_live_bus_connected',
      'Whether this process is connected to NATS, by which processes tell each other of changes',
    ).set(ctx.liveBus.isConnected() ? 1 : 0)
  }
  return [
    webhookMetrics(ctx).registry,
    mailMetrics(ctx).registry,
    registry,
    ...countClock('zaakbode_portal_clock_ahead_seconds', ctx.clock),
  ]
}

/** Returns the portal's part of `/api/metrics`. */
export function metricsSource(ctx: PublieksportaalContext): MetricsSource {
  return { tokenHash: ctx.env.PUBLIEKSPORTAAL_METRICS_TOKEN_HASH, read: () => readMetrics(ctx) }
}

type WaitingCount = { queue: string; waiting: number; oldestAgeSeconds: number | null }

const COUNT = Object.entries<Wachtrij>(WACHTRIJEN)
  .map(
    ([queue, { table, waits, since }]) => `
      select '${queue}' as queue, count(*)::int as waiting,
        ${since ? `coalesce(greatest(extract(epoch from $1::timestamptz - min(${since})), 0), 0)` : 'null'}::float as "oldestAgeSeconds"
      from ${table} where ${waits}`,
  )
  .join('\n    union all')

/** Returns the length of each wachtrij and the age of its oldest row; 0 when it is empty. */
async function countWaiting({ pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<WaitingCount[]> {
  return (await pool.query<WaitingCount>(COUNT, [clock()])).rows
}
