import type { PublieksportaalContext } from '../context.ts'
import type { Inzendingsoort } from '../generated/client.ts'
import { REFUSED } from '../zaak/zaak-van-burger.ts'
import type { GestuurdBestand, GestuurdeAanvulling } from './record-inzending.ts'

export type InzendingVanBurger = {
  nummer: string
  soort: Inzendingsoort
  /** the versie of the zaak that the citizen saw */
  versie: number
  tijdstip: Date
  aanvullingen: GestuurdeAanvulling[]
  /** the files that were sent with it through this portal */
  bestanden: GestuurdBestand[]
  /** of a vraag: its text */
  tekst: string | null
  /** who acted for the burger; null when he did it himself */
  gemachtigdeId: string | null
  /** the outcome at the zaaksysteem; null while it is unknown */
  uitkomst: string | null
  /** why the zaaksysteem refuses it for good, when known */
  foutcode: string | null
  /** when the zaaksysteem received it */
  doorgegevenOp: Date | null
  /** the end of the time to take it back; null when that is no longer possible */
  terugTeNemenTot: Date | null
  /** when it was taken back: the zaaksysteem never receives it */
  teruggenomenOp: Date | null
}

/** The inzendingen of this citizen for an own zaak, oldest first. */
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
