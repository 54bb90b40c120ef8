import type { ZaaksysteemContext } from '../../context.ts'

type AbonnementKeuze = { id: string; naam: string; sink: string }

/** The abonnementen whose bezorgingen can be looked for, by name; not how they fare, which takes counting. */
export async function findAbonnementKeuzes({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<AbonnementKeuze[]> {
  const { rows } = await pool.query<AbonnementKeuze>('select id, naam, sink from abonnement order by naam, id')
  return rows
}
