import { recordedTransaction, type TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** The amounts per day (Awb 4:17 lid 2) for ingebrekestellingen received on `vanaf` or later. */
export type Dwangsombedrag = {
  /** `yyyy-mm-dd` */
  vanaf: string
  /** its publication */
  bron: string
  /** in euros: for the first, the second and the third two weeks */
  eerste: number
  tweede: number
  derde: number
}

export async function findDwangsombedragen({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<Dwangsombedrag[]> {
  const text = 'select vanaf::text, bron, eerste, tweede, derde from dwangsombedrag order by vanaf desc'
  return (await pool.query<Dwangsombedrag>(text)).rows
}

/**
 * Adds amounts with a later `vanaf` than all others, or corrects the newest amounts. Older ones cannot
 * change, because besluiten were based on them.
 */
export function storeDwangsombedrag(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { actor, vanaf, ...bedrag }: Dwangsombedrag & { actor: TracedActor },
): Promise<{ ok: true } | { ok: false; reason: 'before_newest' }> {
  return recordedTransaction(ctx, async (tx, record) => {
    await tx.$executeRaw`lock table dwangsombedrag in share row exclusive mode`
    const newest = await tx.dwangsombedrag.findFirst({ orderBy: { vanaf: 'desc' } })
    const begin = new Date(vanaf)
    if (newest && begin < newest.vanaf) return { ok: false, reason: 'before_newest' }
    const was = newest?.vanaf.getTime() === begin.getTime() ? newest : undefined
    await tx.dwangsombedrag.upsert({ where: { vanaf: begin }, create: { vanaf: begin, ...bedrag }, update: bedrag })
    const wijzigingen = (['bron', 'eerste', 'tweede', 'derde'] as const).map((veld) => ({
      veld: [veld],
      van: was ? String(was[veld]) : null,
      naar: String(bedrag[veld]),
    }))
    const object = { soort: 'dwangsombedrag', id: vanaf }
    await record({ actor, handeling: 'dwangsombedrag_vastleggen', object, wijzigingen })
    return { ok: true }
  })
}
