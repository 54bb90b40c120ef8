import { MAX_GEBEURTENISSEN_BYTES, MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { ALLES, choose, type Selectie, wantsAll } from './gebeurtenissen-query.ts'
import { readGebeurtenissen, readOudsteSequence } from './read-gebeurtenissen.ts'

/** The most reads for one page when few events match. */
const MAX_READS = 5
const READ_SIZE = 1_000

/**
 * `batch`: a JSON array of the events, byte for byte as delivered. `totSequence`: the reader has all its
 * events up to there. `oudsteSequence`: the first kept event after the purged ones.
 */
export type GebeurtenissenPage = { hoogsteSequence: number } & (
  | { ok: true; totSequence: number; batch: string; isEmpty: boolean }
  | { ok: false; reason: 'events_purged'; oudsteSequence: number | undefined }
  | { ok: false; reason: 'sequence_unknown' }
)

/** Returns the events after `vanaf`, in order and without gaps. `MAX_SEQUENCE` returns the end of the log. */
export async function findGebeurtenissen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool'>,
  { vanaf, limiet, selectie = ALLES }: { vanaf: number; limiet: number; selectie?: Selectie },
): Promise<GebeurtenissenPage> {
  const isAll = wantsAll(selectie)
  const bodies: string[] = []
  let bytes = 0
  let tot = vanaf
  for (let reads = 1; ; reads += 1) {
    const gelezen = await readGebeurtenissen(ctx, {
      vanaf: tot,
      limiet: isAll ? limiet : READ_SIZE,
      maxBytes: MAX_GEBEURTENISSEN_BYTES,
    })
    const { hoogsteSequence } = gelezen
    if (vanaf === MAX_SEQUENCE) return page([], { hoogsteSequence, totSequence: hoogsteSequence })
    if (tot > hoogsteSequence) return { ok: false, reason: 'sequence_unknown', hoogsteSequence }
    const { gewenst, tot: end, isPurged } = choose(selectie, tot, gelezen)
    for (const { sequence, body } of gewenst) {
      bytes += Buffer.byteLength(body as string) + 1
      const isFull = bodies.length === limiet || (bodies.length > 0 && bytes >= MAX_GEBEURTENISSEN_BYTES)
      if (isFull) return page(bodies, { hoogsteSequence, totSequence: sequence - 1 })
      bodies.push(body as string)
    }
    tot = end
    if (isPurged && bodies.length === 0) {
      return { ok: false, reason: 'events_purged', hoogsteSequence, oudsteSequence: await readOudsteSequence(ctx, tot) }
    }
    const hasMore = !isPurged && tot < hoogsteSequence && bodies.length < limiet
    if (isAll || !hasMore || reads === MAX_READS) return page(bodies, { hoogsteSequence, totSequence: tot })
  }
}

function page(bodies: string[], position: { hoogsteSequence: number; totSequence: number }): GebeurtenissenPage {
  return { ok: true, batch: `[${bodies.join(',')}]`, isEmpty: bodies.length === 0, ...position }
}
