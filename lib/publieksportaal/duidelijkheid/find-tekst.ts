import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'

/** What was asked to be sent; any other text is that of a statuscode. */
export const AANVULLEN = 'aanvullen'

/** For so long after the end is it asked how that read. */
const ASK_AFTER_END = 'P6W'

/** After which a task of the citizen is done. */
const DONE: readonly ZaakVanBurger['statussen'][number]['soort'][] = ['aanvulling_gemeld', 'aanvulling_ontvangen']

/**
 * Which text a citizen can be asked about now: that of a task that he did, or that of how the zaak ended. null while neither is so, when
 * he has other things to read.
 */
export function findTekst(
  { einddatum, statuscode, opschorting, aanvullingen, gemeld, statussen }: ZaakVanBurger,
  now: Date,
): string | null {
  const today = dateInAmsterdam(now)
  if (einddatum) return today <= addToDate(einddatum, ASK_AFTER_END) ? statuscode : null
  const waits = opschorting?.soort === 'aanvulling' && opschorting.tot >= today
  const left = aanvullingen.filter(({ id, ontvangenOp }) => !ontvangenOp && !(id && gemeld.includes(id)))
  const isSaid = waits && aanvullingen.length > 0 && left.length === 0
  return isSaid || DONE.includes(statussen.at(-1)?.soort ?? 'registratie') ? AANVULLEN : null
}
