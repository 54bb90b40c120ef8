import type { PublieksportaalContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { sweepBestanden } from './sweep-bestanden.ts'

type OfZaak = { burgerId: string; zaakId: string }

/** Of an own zaak, what was put ready and not sent. */
export const readyOf = ({ burgerId, zaakId }: OfZaak) =>
  ({ burgerId, zaakId, zaak: { burgerId }, inzendingId: null, status: 'opgeslagen' }) satisfies Prisma.BestandWhereInput

export type KlaargezetBestand = {
  id: string
  /** of the thing that was asked */
  aanvulling: string
  naam: string
  /** in bytes */
  grootte: number
  /** why the zaaksysteem did not want it; null when it was not sent before */
  foutcode: string | null
}

/** What this citizen put ready for an own zaak, in the order in which it came. */
export async function findReadyBestanden(
  { db }: Pick<PublieksportaalContext, 'db'>,
  of: OfZaak,
): Promise<KlaargezetBestand[]> {
  const rows = await db.bestand.findMany({
    where: readyOf(of),
    orderBy: { id: 'asc' },
    select: { id: true, aanvulling: true, naam: true, grootte: true, foutcode: true },
  })
  return rows.map((row) => ({ ...row, grootte: row.grootte as number }))
}

/** The citizen does not want to send it after all. What is not there, or was sent, stays as it is. */
export async function removeBestand(
  ctx: Pick<PublieksportaalContext, 'env' | 'once' | 'db' | 'pool' | 'clock'>,
  { id, ...of }: OfZaak & { id: string },
): Promise<void> {
  const { count } = await ctx.db.bestand.updateMany({ where: { ...readyOf(of), id }, data: { status: 'vervallen' } })
  if (count > 0) await sweepBestanden(ctx)
}
