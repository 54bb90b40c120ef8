import type { PublieksportaalContext } from '../context.ts'
import type { Inzendingsoort } from '../generated/client.ts'
import type { GestuurdeAanvulling } from './record-inzending.ts'

export type InzendingVanBurger = {
  nummer: string
  soort: Inzendingsoort
  /** the zaak's versie that the citizen saw */
  versie: number
  tijdstip: Date
  aanvullingen: GestuurdeAanvulling[]
  /** who said it for the burger; null when that did it himself */
  gemachtigdeId: string | null
  /** what the zaaksysteem made of it; null while that is not known */
  uitkomst: string | null
}

/** What this citizen said of an own zaak, oldest first. */
export async function findInzendingen(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId, zaakId }: { burgerId: string; zaakId: string },
): Promise<InzendingVanBurger[]> {
  const rows = await db.inzending.findMany({
    where: { burgerId, zaakId, zaak: { burgerId } },
    orderBy: { id: 'asc' },
    omit: {
      id: true,
      burgerId: true,
      zaakId: true,
      pogingen: true,
      volgendePoging: true,
      foutcode: true,
      httpStatus: true,
    },
  })
  return rows.map((row) => ({ ...row, aanvullingen: row.aanvullingen as GestuurdeAanvulling[] }))
}
