import { Gauge, Registry } from 'prom-client'
import type { PublieksportaalContext } from '../context.ts'
import { webhookMetrics } from '../receiver/webhook-metrics.ts'
import { startPortal } from '../start-portal.ts'

/** The metrics of the portal: webhooks and live streams of this process, and what waits in the database. */
export async function readMetrics(ctx: PublieksportaalContext): Promise<Registry[]> {
  const { live } = await startPortal(ctx)
  const waiting = await ctx.pool.query<{ count: number }>('select count(*)::int from ophaalopdracht')
  const registry = new Registry()
  const registers = [registry]
  new Gauge({
    name: 'zaakbode_live_connections',
    help: 'Open live streams of this process',
    registers,
  }).set(live.size())
  new Gauge({
    name: 'zaakbode_fetch_queue_depth',
    help: 'Zaken that wait to be fetched from the zaaksysteem',
    registers,
  }).set(waiting.rows[0]?.count ?? 0)
  if (ctx.liveBus) {
    new Gauge({
      name: 'zaakbode_live_bus_connected',
      help: 'Whether this process is connected to NATS, by which processes tell each other of changes',
      registers,
    }).set(ctx.liveBus.isConnected() ? 1 : 0)
  }
  return [webhookMetrics(ctx).registry, registry]
}
