import type { ZaaksysteemContext } from '../context.ts'
import { countBezorgingen } from '../delivery/claim/count-bezorgingen.ts'

export type QueueState = {
  abonnementen: {
    id: string
    depth: number
    /** 0 when nothing is due */
    oldestDueAgeSeconds: number
    /** also while a probe decides */
    circuitOpen: boolean
    deadLetters: number
  }[]
  unnumberedEvents: number
}

/** What waits, by the database: every process tells the same. */
export async function findQueueState(ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<QueueState> {
  const [telling, { rows: abonnementen }, { rows: unnumbered }] = await Promise.all([
    countBezorgingen(ctx),
    ctx.pool.query<{ id: string; circuitOpen: boolean; oldestDueAgeSeconds: number }>(
      `SELECT id, circuit_open_tot IS NOT NULL AS "circuitOpen",
              greatest(extract(epoch FROM $1 - oudste.volgende_poging), 0)::float AS "oldestDueAgeSeconds"
       FROM abonnement CROSS JOIN LATERAL (
         -- per lane, so that the index that claiming uses gives the first at once
         SELECT min(eerste.volgende_poging) AS volgende_poging
         FROM (VALUES (false), (true)) lane (herhaling) CROSS JOIN LATERAL (
           SELECT min(volgende_poging) AS volgende_poging FROM bezorging
           WHERE status = 'wachtend' AND volgende_poging IS NOT NULL
             AND abonnement_id = abonnement.id AND bezorging.herhaling = lane.herhaling
         ) eerste
       ) oudste`,
      [ctx.clock()],
    ),
    ctx.pool.query<{ count: number }>('SELECT count(*)::int FROM gebeurtenis WHERE sequence IS NULL'),
  ])
  return {
    abonnementen: abonnementen.map((abonnement) => {
      const { wachtend: depth, dodeBrieven: deadLetters } = telling.of(abonnement.id)
      return { ...abonnement, depth, deadLetters }
    }),
    unnumberedEvents: unnumbered[0]?.count ?? 0,
  }
}
