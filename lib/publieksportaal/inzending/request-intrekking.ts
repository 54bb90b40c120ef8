import type { PublieksportaalContext } from '../context.ts'
import { findOpenVerzoek } from './find-inzendingen.ts'
import { type Inzenden, recordInzending, type Wanted } from './record-inzending.ts'

/** Requests to withdraw the aanvraag. Requesting twice returns the first nummer. */
export function requestIntrekking(ctx: PublieksportaalContext, wanted: Wanted): Promise<Inzenden> {
  return recordInzending(ctx, wanted, ({ zaak, before }) => {
    const asked = findOpenVerzoek('intrekking', zaak, before)
    if (asked) return { ok: true, nummer: asked.nummer }
    return zaak.einddatum
      ? { ok: false, reason: 'changed', versie: zaak.versie }
      : { soort: 'intrekking', aanvullingen: [], terugTeNemenTot: null }
  })
}
