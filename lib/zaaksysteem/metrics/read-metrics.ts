import { Gauge, Registry } from 'prom-client'
import { answerScrape, type MetricsSource } from '#lib/platform/metrics/answer-scrape.ts'
import { serveMetrics } from '#lib/platform/metrics/serve-metrics.ts'
import { countClock, isClockOff } from '#lib/platform/postgres/database-clock.ts'
import { countBezorgingen } from '#lib/zaaksysteem/bezorging/claim/count-bezorgingen.ts'
import { pogingMetrics } from '#lib/zaaksysteem/bezorging/record/poging-metrics.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { STROOMSOORTEN, type Stromen, startedStromen } from '#lib/zaaksysteem/stroom/start-stromen.ts'

type AbonnementState = QueueState['abonnementen'][number]

const GAUGES: { name: string; help: string; value: (abonnement: AbonnementState) => number }[] = [
  {
    name: 'zaakbode_queue_depth',
    help: 'Bezorgingen that wait, for their turn or for their next attempt',
    value: ({ depth }) => depth,
  },
  {
    name: 'zaakbode_oldest_due_age_seconds',
    help: 'Seconds since the oldest due bezorging became due',
    value: ({ oldestDueAgeSeconds }) => oldestDueAgeSeconds,
  },
  {
    name: 'zaakbode_circuit_open',
    help: '1 while the circuit is open, until a bezorging succeeds',
    value: ({ circuitOpen }) => Number(circuitOpen),
  },
  {
    name: 'zaakbode_dead_letters',
    help: 'Bezorgingen whose last attempt failed',
    value: ({ deadLetters }) => deadLetters,
  },
]

/**
 * Returns the metrics of the zaaksysteem: attempts and stromen of this process, and queues in the database.
 */
async function readMetrics(ctx: ZaaksysteemContext): Promise<Registry[]> {
  const stromen = await startedStromen(ctx)
  const own = stromen ? [countStromen(stromen)] : []
  return [
    pogingMetrics(ctx).registry,
    toGauges(await findQueueState(ctx)),
    ...own,
    ...countClock('zaakbode_clock_ahead_seconds', ctx.clock),
  ]
}

function countStromen({ count }: Stromen): Registry {
  const registry = new Registry()
  const gauge = new Gauge({
    name: 'zaakbode_streams',
    help: 'Open stromen of this process, and requests that wait for one',
    labelNames: ['kind'],
    registers: [registry],
  })
  for (const kind of STROOMSOORTEN) gauge.set({ kind }, count(kind))
  return registry
}

/** Makes a new registry each time: a kept one would go on reporting a deleted abonnement. */
function toGauges({ abonnementen, undistributedEvents, toScan }: QueueState): Registry {
  const registry = new Registry()
  const registers = [registry]
  for (const { value, ...options } of GAUGES) {
    const gauge = new Gauge({ ...options, labelNames: ['abonnement'], registers })
    for (const abonnement of abonnementen) gauge.set({ abonnement: abonnement.id }, value(abonnement))
  }
  const help = 'Events of which the bezorgingen are still to be made'
  new Gauge({ name: 'zaakbode_undistributed_events', help, registers }).set(undistributedEvents)
  const ofBestanden = 'Bestanden that the virus scanner did not look at yet'
  new Gauge({ name: 'zaakbode_bestanden_to_scan', help: ofBestanden, registers }).set(toScan)
  return registry
}

type QueueState = {
  abonnementen: {
    id: string
    depth: number
    /** 0 when nothing is due */
    oldestDueAgeSeconds: number
    /** true until a probe succeeds */
    circuitOpen: boolean
    deadLetters: number
  }[]
  undistributedEvents: number
  toScan: number
}

/** Reads the queues from the database, so every process reports the same. */
async function findQueueState(ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<QueueState> {
  const [telling, { rows: abonnementen }, { rows: undistributed }, { rows: bestanden }] = await Promise.all([
    countBezorgingen(ctx),
    ctx.pool.query<{ id: string; circuitOpen: boolean; oldestDueAgeSeconds: number }>(
      `select id, circuit_open_tot is not null as "circuitOpen",
              greatest(extract(epoch from $1 - oudste.volgende_poging), 0)::float as "oldestDueAgeSeconds"
       from abonnement cross join lateral (
         -- per lane, so that each minimum is the first entry in the index that claiming uses
         select min(eerste.volgende_poging) as volgende_poging
         from (values (false), (true)) lane (herhaling) cross join lateral (
           select min(volgende_poging) as volgende_poging from bezorging
           where status = 'wachtend' and volgende_poging is not null
             and abonnement_id = abonnement.id and bezorging.herhaling = lane.herhaling
         ) eerste
       ) oudste`,
      [ctx.clock()],
    ),
    ctx.pool.query<{ count: number }>(
      `select count(*)::int from gebeurtenis where sequence > (select max(tot_sequence) from verspreiding)`,
    ),
    ctx.pool.query<{ count: number }>('select count(*)::int from bestand where scannen_op is not null'),
  ])
  return {
    abonnementen: abonnementen.map((abonnement) => {
      const { wachtend: depth, dodeBrieven: deadLetters } = telling.of(abonnement.id)
      return { ...abonnement, depth, deadLetters }
    }),
    undistributedEvents: undistributed[0]?.count ?? 0,
    toScan: bestanden[0]?.count ?? 0,
  }
}

/** The zaaksysteem's part of `/api/metrics`. */
export function metricsSource(ctx: ZaaksysteemContext): MetricsSource {
  return { tokenHash: ctx.env.ZAAKSYSTEEM_METRICS_TOKEN_HASH, read: () => readMetrics(ctx) }
}

/** `/api/metrics` of a process that serves only the zaaksysteem. */
export function handleMetrics(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  return answerScrape(request, [metricsSource(ctx)])
}

/** Serves the metrics and the readiness of the worker when a port is configured for them. */
export async function startWorkerMetrics(
  ctx: ZaaksysteemContext,
): Promise<{ port?: number; host?: string; close(): Promise<void> }> {
  const { ZAAKSYSTEEM_WORKER_METRICS_PORT: port, ZAAKSYSTEEM_WORKER_METRICS_HOST: host } = ctx.env
  if (port === undefined) return { close: async () => {} }
  const answers = () =>
    ctx.pool.query('select 1').then(
      () => true,
      () => false,
    )
  return serveMetrics({
    port,
    host,
    log: ctx.log,
    isReady: async () => !isClockOff(ctx.clock) && (await answers()),
    answer: (request) => handleMetrics(ctx, request),
  })
}
