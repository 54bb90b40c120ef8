import type { ZaaksysteemContext } from '../../context.ts'

type AbonnementKeuze = { id: string; naam: string; sink: string }

/** Returns the abonnementen to filter bezorgingen by, without counts, which would make the query slow. */
export async function findAbonnementKeuzes({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<AbonnementKeuze[]> {
  const { rows } = await pool.query<AbonnementKeuze>('select id, naam, sink from abonnement order by naam, id')
  return rows
}
