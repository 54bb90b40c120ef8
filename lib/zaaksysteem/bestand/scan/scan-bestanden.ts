import { scanStream } from '#lib/platform/clamd/scan-stream.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type OpgeslagenBestand, openBestand } from '../bestand-store.ts'

/** How long one scan may take; after it another worker takes the bestand. */
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
 * Has each bestand that waits for it looked at by the virus scanner, where there is one. When that fails it is tried again, at last each
 * hour: without an answer nothing is said of it.
 */
export async function scanBestanden(
  ctx: Pick<ZaaksysteemContext, 'env' | 'once' | 'pool' | 'clock' | 'log'>,
  { signal = new AbortController().signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const clamd = ctx.env.ZAAKSYSTEEM_CLAMD
  while (clamd && !signal.aborted) {
    const now = ctx.clock().getTime()
    const { rows } = await inTransaction(ctx.pool, async (client) => {
      await client.query(LOOK_UP_IN_INDEXES)
      return client.query<Claimed>(CLAIM, [new Date(now), new Date(now + LEASE_MS)])
    })
    const [bestand] = rows
    if (!bestand) break
    const ends = AbortSignal.any([signal, AbortSignal.timeout(LEASE_MS)])
    try {
      const virus = await scanStream(clamd, { bytes: openBestand(ctx, bestand), signal: ends })
      if (virus)
        ctx.log.warn({ objectSoort: 'bestand', objectId: bestand.id, reason: virus }, 'A bestand holds a virus')
      const outcome = virus ? 'besmet' : 'schoon'
      const values = [bestand.id, outcome]
      await ctx.pool.query(`update bestand set virusscan = $2::virusscan, scannen_op = null where id = $1`, values)
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
