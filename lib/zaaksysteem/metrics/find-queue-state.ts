import type { ZaaksysteemContext } from '../context.ts'
import { countBezorgingen } from '../delivery/claim/count-bezorgingen.ts'

export type QueueState = {
  abonnementen: {
    id: string
    depth: number
    /** 0 when nothing is due */
    oldestDueAgeSeconds: number
    /** true until a probe succeeds */
    circuitOpen: boolean
    deadLetters: number
  }[]
  unnumberedEvents: number
}

/** What waits, read from the database: every process reports the same. */
export async function findQueueState(ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<QueueState> {
  const [telling, { rows: abonnementen }, { rows: unnumbered }] = await Promise.all([
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
    ctx.pool.query<{ count: number }>('select count(*)::int from gebeurtenis where sequence is null'),
  ])
  return {
    abonnementen: abonnementen.map((abonnement) => {
      const { wachtend: depth, dodeBrieven: deadLetters } = telling.of(abonnement.id)
      return { ...abonnement, depth, deadLetters }
    }),
    unnumberedEvents: unnumbered[0]?.count ?? 0,
  }
}
