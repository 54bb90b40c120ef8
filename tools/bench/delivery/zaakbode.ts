import { runWorker } from '#lib/zaaksysteem/bezorging/run-worker.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { insertGebeurtenissen } from '#lib/zaaksysteem/outbox/compose-gebeurtenis.ts'
import { DISTRIBUTION_BATCH, distributeGebeurtenissen } from '#lib/zaaksysteem/outbox/distribute-gebeurtenissen.ts'
import { addAbonnement } from '../add-abonnement.ts'
import type { Contestant, Job } from './job.ts'
import { until } from './pogingen.ts'

/** Inserts each zaak once, and the events as the outbox stores them. */
const STORE = `
  with jobs as (
    select row_number() over (order by id) as n, id as gebeurtenis_id, "zaakId" as zaak_id,
      event::json ->> 'type' as type, now() as vastgelegd_op, event
    from json_to_recordset($1::json) as job (id uuid, "zaakId" uuid, event text)
  ), zaken as (
    insert into zaak (id, identificatie, zaaktype, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
      einddatum_gepland, uiterlijke_einddatum, statustype, statuscode, team, gewijzigd_op)
    select distinct on (zaak_id) zaak_id, 'BENCH-' || zaak_id, 'APV-STAND', 'Standplaats', '', '999990342', now(),
      now(), now(), 'ontvangen', 'ontvangen', 'Vergunningen', now()
    from jobs
    on conflict do nothing
  )
  ${insertGebeurtenissen('jobs')}`

/** Creates the contestant with the real worker, in this process, with all its features. */
export async function createZaakbode(options: {
  ctx: ZaaksysteemContext
  sink: string
  atOnce: number
}): Promise<Contestant> {
  const { ctx } = options
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  await addAbonnement(ctx, { sink: options.sink, maxGelijktijdig: options.atOnce * 2 })

  async function insert(jobs: Job[]) {
    for (let from = 0; from < jobs.length; from += 1000) {
      await ctx.pool.query({ name: 'store', text: STORE, values: [JSON.stringify(jobs.slice(from, from + 1000))] })
    }
  }

  return {
    name: 'Zaakbode',
    async store(jobs) {
      await insert(jobs)
      while ((await distributeGebeurtenissen(ctx)) === DISTRIBUTION_BATCH) {}
    },
    async start() {
      running = runWorker(ctx, { signal: stopping.signal })
    },
    async offer(job) {
      await insert([job])
      await ctx.pool.query(`select pg_notify('gebeurtenis', '')`)
    },
    async recorded() {
      await until(async () => {
        const { rowCount } = await ctx.pool.query(`select from bezorging where status = 'wachtend' limit 1`)
        return rowCount === 0
      })
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
