import { withIsoDates } from '#lib/platform/calendar.ts'
import { recordLook } from '../../audit/record-look.ts'
import type { TracedActor } from '../../audit/recorded-transaction.ts'
import { lookAtZaken } from '../../catalogus/look-at-zaken.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

/** The purposes of a search by BSN (AVG 5 lid 1 under b). `anders` comes with an explanation. */
export const DOELEN = ['contact', 'behandeling', 'bezwaar', 'avg_verzoek', 'anders'] as const
type Doel = { doel: (typeof DOELEN)[number]; toelichting: string }

export const MOST_ZAKEN = 100

export type ZaakOfBsn = Awaited<ReturnType<typeof findZakenOfBsn>>[number]

/**
 * Returns the zaken of the citizen with this BSN that the reader may find this way, newest first. The search
 * and its purpose are recorded before the answer, also when nothing is found: an empty answer tells that the
 * citizen is not known here.
 */
export async function findZakenOfBsn(
  ctx: ZaaksysteemContext,
  { bsn, doel, toelichting, lezer, actor }: Doel & { bsn: string; lezer: Gerechtigde; actor: TracedActor },
) {
  const begonnenOp = ctx.clock()
  const zaken = await ctx.db.zaak.findMany({
    where: { aanvragerBsn: bsn, AND: zakenMet(lezer, 'bsn_zoeken') },
    orderBy: { id: 'desc' },
    take: MOST_ZAKEN,
    select: {
      id: true,
      identificatie: true,
      omschrijving: true,
      zaaktypenaam: true,
      statusnaam: true,
      startdatum: true,
      einddatum: true,
    },
  })
  const object = { soort: 'doel', id: doel === 'anders' ? toelichting : doel } as const
  const look = { actor, handeling: 'bsn_zoeken', begonnenOp } as const
  await recordLook(ctx, { ...look, seen: [{ object, bsn, aantal: zaken.length }] })
  await lookAtZaken(ctx, { ...look, object, zaakIds: zaken.map(({ id }) => id), ofLijst: true })
  return zaken.map((zaak) => withIsoDates(zaak, ['startdatum', 'einddatum']))
}
