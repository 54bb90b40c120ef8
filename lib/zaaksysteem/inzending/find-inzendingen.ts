import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Inzendingsoort } from '../generated/client.ts'
import { type Gerechtigde, zakenMet } from '../rechten/mag.ts'

export type InzendingRegel = {
  id: string
  soort: Inzendingsoort
  /** what the aanvrager calls it too */
  kenmerk: string
  /** when the aanvrager said it */
  op: Date
  /** what was sent */
  aanvullingen: { id: string; naam: string }[]
}

/** What the aanvrager said of a zaak, oldest first. */
export async function findInzendingen(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  zaakId: string,
  lezer: Gerechtigde,
): Promise<InzendingRegel[]> {
  const zaak = await db.zaak.findUnique({
    where: { id: zaakId, AND: zakenMet(lezer, 'lezen') },
    select: {
      inzendingen: { orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }] },
      aanvullingen: { orderBy: { volgnummer: 'asc' }, select: { id: true, naam: true } },
    },
  })
  return (zaak?.inzendingen ?? []).map(({ id, soort, kenmerk, tijdstip, aanvullingIds }) => ({
    id,
    soort,
    kenmerk,
    op: tijdstip,
    aanvullingen: zaak?.aanvullingen.filter((one) => aanvullingIds.includes(one.id)) ?? [],
  }))
}

/** The names of what is asked and was not said to be sent. */
export function notYetReported(asked: ZaakResource['aanvullingen'], inzendingen: readonly InzendingRegel[]): string[] {
  const said = inzendingen.flatMap(({ aanvullingen }) => aanvullingen.map(({ id }) => id))
  return asked.flatMap(({ id, naam }) => (id !== null && said.includes(id) ? [] : [naam]))
}
