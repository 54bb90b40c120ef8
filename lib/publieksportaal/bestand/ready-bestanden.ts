import type { PublieksportaalContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { READY_MS, sweepBestanden } from './sweep-bestanden.ts'

type OfZaak = { burgerId: string; zaakId: string }

/** The files of an own zaak that are ready and not sent. */
export const readyOf = ({ burgerId, zaakId }: OfZaak) =>
  ({ burgerId, zaakId, zaak: { burgerId }, inzendingId: null, status: 'opgeslagen' }) satisfies Prisma.BestandWhereInput

export type KlaargezetBestand = {
  id: string
  /** id of the thing that was asked */
  aanvulling: string
  naam: string
  /** in bytes */
  grootte: number
  /** the reason of its refusal by the zaaksysteem; null when it was not sent before */
  foutcode: string | null
  /** the time of its removal, unless it is sent */
  tot: Date
}

/** Returns the earliest removal among the files that were never sent. */
export function readyUntil(bestanden: readonly KlaargezetBestand[]): Date | undefined {
  return bestanden
    .filter(({ foutcode }) => foutcode === null)
    .map(({ tot }) => tot)
    .toSorted((one, other) => one.getTime() - other.getTime())[0]
}

/** Returns the ready files of this citizen for an own zaak, oldest first. */
export async function findReadyBestanden(
  { db }: Pick<PublieksportaalContext, 'db'>,
  of: OfZaak,
): Promise<KlaargezetBestand[]> {
  const rows = await db.bestand.findMany({
    where: readyOf(of),
    orderBy: { id: 'asc' },
    select: { id: true, aanvulling: true, naam: true, grootte: true, foutcode: true, aangemaaktOp: true },
  })
  return rows.map(({ aangemaaktOp, ...row }) => ({
    ...row,
    grootte: row.grootte as number,
    tot: new Date(aangemaaktOp.getTime() + READY_MS),
  }))
}

/** Withdraws a ready file. Does nothing when it does not exist or was sent. */
export async function removeBestand(
  ctx: Pick<PublieksportaalContext, 'env' | 'once' | 'db' | 'pool' | 'clock'>,
  { id, ...of }: OfZaak & { id: string },
): Promise<void> {
  const { count } = await ctx.db.bestand.updateMany({ where: { ...readyOf(of), id }, data: { status: 'vervallen' } })
  if (count > 0) await sweepBestanden(ctx)
}
