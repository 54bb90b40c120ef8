import type { PublieksportaalContext } from '../context.ts'
import type { Inzendingsoort } from '../generated/client.ts'
import { REFUSED } from '../zaak/zaak-van-burger.ts'
import type { GestuurdBestand, GestuurdeAanvulling } from './record-inzending.ts'

export type InzendingVanBurger = {
  nummer: string
  soort: Inzendingsoort
  /** the zaak's versie that the citizen saw */
  versie: number
  tijdstip: Date
  aanvullingen: GestuurdeAanvulling[]
  /** what was sent with it, through this portal */
  bestanden: GestuurdBestand[]
  /** vraag: what was asked */
  tekst: string | null
  /** who said it for the burger; null when that did it himself */
  gemachtigdeId: string | null
  /** what the zaaksysteem made of it; null while that is not known */
  uitkomst: string | null
  /** why the zaaksysteem can never take it, where that is known */
  foutcode: string | null
  /** when the zaaksysteem had it */
  doorgegevenOp: Date | null
  /** until when it can be taken back, while that is so */
  terugTeNemenTot: Date | null
  /** when it was: then the zaaksysteem never heard of it */
  teruggenomenOp: Date | null
}

/** What this citizen said of an own zaak, oldest first. */
export async function findInzendingen(
  { db, clock }: Pick<PublieksportaalContext, 'db' | 'clock'>,
  { burgerId, zaakId }: { burgerId: string; zaakId: string },
): Promise<InzendingVanBurger[]> {
  const rows = await db.inzending.findMany({
    where: { burgerId, zaakId, zaak: { burgerId } },
    orderBy: { id: 'asc' },
    omit: { id: true, burgerId: true, zaakId: true, volgendePoging: true, httpStatus: true },
  })
  const now = clock()
  return rows.map(({ pogingen, terugTeNemenTot: tot, ...row }) => ({
    ...row,
    foutcode: row.uitkomst === REFUSED ? row.foutcode : null,
    aanvullingen: row.aanvullingen as GestuurdeAanvulling[],
    bestanden: row.bestanden as GestuurdBestand[],
    terugTeNemenTot: tot && tot > now && pogingen === 0 && !row.teruggenomenOp ? tot : null,
  }))
}
