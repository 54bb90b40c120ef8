import type { PublieksportaalContext } from '../context.ts'
import { type Inzenden, recordInzending, type Wanted } from './record-inzending.ts'

/**
 * The citizen says that things that were asked have been sent. What was said before is not said again: pressing twice gives the
 * nummer of the first time.
 *
 * @param report.aanvullingen their ids
 */
export function reportAanvullingen(
  ctx: PublieksportaalContext,
  { aanvullingen: ids, ...wanted }: Wanted & { aanvullingen: readonly string[] },
): Promise<Inzenden> {
  return recordInzending(ctx, wanted, ({ zaak, before, today }) => {
    const earlier = before.findLast(({ aanvullingen }) => aanvullingen.some(({ id }) => ids.includes(id)))
    const said = before.flatMap(({ aanvullingen }) => aanvullingen.map(({ id }) => id))
    const waits = zaak.opschorting?.soort === 'aanvulling' && zaak.opschorting.tot >= today
    const aanvullingen = zaak.aanvullingen.flatMap(({ id, naam, ontvangenOp }) =>
      waits && id !== null && !ontvangenOp && ids.includes(id) && !said.includes(id) ? [{ id, naam }] : [],
    )
    if (aanvullingen.length > 0) return { soort: 'aanvulling', aanvullingen }
    return earlier ? { ok: true, nummer: earlier.nummer } : { ok: false, reason: 'changed', versie: zaak.versie }
  })
}
