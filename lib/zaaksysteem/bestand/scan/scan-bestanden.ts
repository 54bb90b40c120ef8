import { scanStream } from '#lib/platform/clamd/scan-stream.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type OpgeslagenBestand, openBestand } from '../bestand-store.ts'

/** The lease of a scan; after it another worker takes the bestand. */
const LEASE_MS = 30 * MINUTE_MS
const LONGEST_WAIT_MS = HOUR_MS

type Claimed = OpgeslagenBestand & { scanpogingen: number }

const CLAIM = `
  update bestand set scannen_op = $2, scanpogingen = scanpogingen + 1
  where id = (
    select id from bestand where scannen_op <= $1 and status <> 'vervallen'
    order by scannen_op limit 1 for update skip locked
  )
  returning id, grootte, versleuteld, sleutel_id as "sleutelId", scanpogingen`

/**
 * Records the verdict of the scanner, and signals a virus in a document of the aanvrager to the behandelaar.
 * Locks the zaak before the bestand, in the order of a removal, so that the two cannot deadlock.
 */
const RECORD = `
  with sent as materialized (
    select document.id, zaak_id, behandelaar_id from document join zaak on zaak.id = zaak_id
    where bestand_id = $1 and $2 = 'besmet' and richting = 'inkomend' and vervallen_versie is null
      and behandelaar_id is not null
    for key share of zaak
  ), signaleerd as (
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select gen_random_uuid(), behandelaar_id, zaak_id, 'virus_gevonden', id::text, $3 from sent
    on conflict do nothing
    returning id
  )
  update bestand set virusscan = $2::virusscan, scannen_op = null
  from (select count(*) from signaleerd) as told
  where bestand.id = $1`

/**
 * Scans each waiting bestand when there is a virus scanner. A failed scan is retried with backoff, in the end
 * each hour; the bestand stays unscanned.
 */
export async function scanBestanden(
  ctx: Pick<ZaaksysteemContext, 'env' | 'once' | 'pool' | 'clock' | 'log'>,
  { signal = new AbortController().signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const clamd = ctx.env.ZAAKSYSTEEM_CLAMD
  while (clamd && !signal.aborted) {
    const now = ctx.clock().getTime()
    const { rows } = await queryByIndex<Claimed>(ctx.pool, CLAIM, [new Date(now), new Date(now + LEASE_MS)])
    const [bestand] = rows
    if (!bestand) break
    const ends = AbortSignal.any([signal, AbortSignal.timeout(LEASE_MS)])
    try {
      const virus = await scanStream(clamd, { bytes: openBestand(ctx, bestand), signal: ends })
      if (virus)
        ctx.log.warn({ objectSoort: 'bestand', objectId: bestand.id, reason: virus }, 'A bestand holds a virus')
      const outcome = virus ? 'besmet' : 'schoon'
      await ctx.pool.query(RECORD, [bestand.id, outcome, ctx.clock()])
    } catch (err) {
      ctx.log.warn(
        { err, objectSoort: 'bestand', objectId: bestand.id },
        'A bestand could not be scanned; trying again',
      )
      const waitMs = Math.min(MINUTE_MS * 2 ** (bestand.scanpogingen - 1), LONGEST_WAIT_MS)
      const next = new Date(ctx.clock().getTime() + (signal.aborted ? 0 : waitMs))
      await ctx.pool.query('update bestand set scannen_op = $2 where id = $1', [bestand.id, next])
    }
  }
}

const COUNT = `
  select (select count(*)::int from bestand where scannen_op is not null) as wachtend,
    (select count(*)::int from bestand where virusscan = 'besmet') as besmet`

/** Counts the bestanden that wait for the virus scanner, when there is one, and those with a virus. */
export async function countScans({
  pool,
  env,
}: Pick<ZaaksysteemContext, 'pool' | 'env'>): Promise<{ wachtend: number; besmet: number }> {
  const { rows } = await queryByIndex<{ wachtend: number; besmet: number }>(pool, COUNT)
  const { wachtend = 0, besmet = 0 } = rows[0] ?? {}
  return { wachtend: env.ZAAKSYSTEEM_CLAMD ? wachtend : 0, besmet }
}
