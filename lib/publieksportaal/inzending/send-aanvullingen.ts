import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Inzenden, recordInzending, type Wanted } from './record-inzending.ts'
import { isGezegd, nogTeMelden, terugTeNemenTot } from './report-aanvullingen.ts'

/**
 * Sends all ready files for things that are still asked, and reports those things as sent. Skips files that
 * the zaaksysteem refused before. Pressing twice returns the first nummer.
 */
export function sendAanvullingen(ctx: PublieksportaalContext, wanted: Wanted): Promise<Inzenden> {
  return recordInzending(ctx, wanted, ({ zaak, before, ready, now }) => {
    const sendable = ready.filter(({ foutcode }) => foutcode === null)
    const aanvullingen = nogTeMelden(zaak, { inzendingen: before, today: dateInAmsterdam(now) }).filter(({ id }) =>
      sendable.some(({ aanvulling }) => aanvulling === id),
    )
    const bestanden = sendable.filter(({ aanvulling }) => aanvullingen.some(({ id }) => id === aanvulling))
    if (bestanden.length > 0)
      return { soort: 'aanvulling', aanvullingen, bestanden, terugTeNemenTot: terugTeNemenTot(ctx, zaak, now) }
    const earlier = before.findLast((one) => isGezegd(one) && one.bestanden.length > 0)
    return earlier ? { ok: true, nummer: earlier.nummer } : { ok: false, reason: 'changed', versie: zaak.versie }
  })
}
