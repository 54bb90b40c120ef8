import type { ZaaksysteemContext } from '../../context.ts'
import type { Abonnement, Melding } from '../../generated/client.ts'

const MOST = 50

const COUNT = `select count(*)::int as count from (select from melding where gezien_op is null limit ${MOST}) ongezien`

export type MeldingRegel = Omit<Melding, 'gemaildOp'> & {
  abonnementNaam: string
}

/** Returns the meldingen that no beheerder has seen yet, newest first. */
export async function findMeldingen({ db }: Pick<ZaaksysteemContext, 'db'>): Promise<MeldingRegel[]> {
  const meldingen = await db.melding.findMany({
    where: { gezienOp: null },
    orderBy: [{ aangemaaktOp: 'desc' }, { id: 'desc' }],
    take: MOST,
    include: { abonnement: true },
  })
  return meldingen.map(toMeldingRegel)
}

/** Returns the number of unseen meldingen, for the menu of each page. */
export async function countMeldingen({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(COUNT)
  return rows[0]?.count ?? 0
}

export function toMeldingRegel(melding: Melding & { abonnement: Pick<Abonnement, 'naam'> }): MeldingRegel {
  const { id, abonnementId, soort, gegeven, aangemaaktOp, gezienOp, abonnement } = melding
  return { id, abonnementId, abonnementNaam: abonnement.naam, soort, gegeven, aangemaaktOp, gezienOp }
}
