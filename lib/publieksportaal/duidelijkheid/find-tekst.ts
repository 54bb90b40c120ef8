import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'

/** The text of a request for things; any other text is named by its statuscode. */
export const AANVULLEN = 'aanvullen'

/** The closing text is asked about for this long after the end. */
const ASK_AFTER_END = 'P6W'

/** A task of the citizen is done after one of these. */
const DONE: readonly ZaakVanBurger['statussen'][number]['soort'][] = ['aanvulling_gemeld', 'aanvulling_ontvangen']

/**
 * Returns the text to ask the citizen about: that of a task that he did, or that of how the zaak ended. Null
 * otherwise, because he has other things to read.
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
