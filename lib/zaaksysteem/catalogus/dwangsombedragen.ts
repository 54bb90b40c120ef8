import { recordedTransaction, type TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** The amounts for each day that a besluit is late (Awb 4:17 lid 2), for ingebrekestellingen that come on `vanaf` or later. */
export type Dwangsombedrag = {
  /** `yyyy-mm-dd` */
  vanaf: string
  /** where it was published */
  bron: string
  /** in euros, in the first two weeks, the two after that, and the last two */
  eerste: number
  tweede: number
  derde: number
}

/** The newest first. */
export async function findDwangsombedragen({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<Dwangsombedrag[]> {
  const text = 'select vanaf::text, bron, eerste, tweede, derde from dwangsombedrag order by vanaf desc'
  return (await pool.query<Dwangsombedrag>(text)).rows
}

/**
 * Adds amounts that hold from a later day than all others, or puts the newest right. Older ones stay as they are: besluiten were based on
 * them.
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
