import type { ZaaksysteemContext } from '../../context.ts'
import type { Abonnement, Melding } from '../../generated/client.ts'

const MOST = 50

export type MeldingRegel = Omit<Melding, 'gemaildOp'> & {
  abonnementNaam: string
}

/** The meldingen that no beheerder has seen yet, newest first. */
export async function findMeldingen({ db }: Pick<ZaaksysteemContext, 'db'>): Promise<MeldingRegel[]> {
  const meldingen = await db.melding.findMany({
    where: { gezienOp: null },
    orderBy: [{ aangemaaktOp: 'desc' }, { id: 'desc' }],
    take: MOST,
    include: { abonnement: true },
  })
  return meldingen.map(toMeldingRegel)
}

export function toMeldingRegel(melding: Melding & { abonnement: Pick<Abonnement, 'naam'> }): MeldingRegel {
  const { id, abonnementId, soort, gegeven, aangemaaktOp, gezienOp, abonnement } = melding
  return { id, abonnementId, abonnementNaam: abonnement.naam, soort, gegeven, aangemaaktOp, gezienOp }
}
