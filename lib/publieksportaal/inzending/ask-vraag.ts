import type { PublieksportaalContext } from '../context.ts'
import { findOpenVerzoek } from './find-open-verzoek.ts'
import { type Inzenden, recordInzending, type Wanted } from './record-inzending.ts'

/**
 * The citizen asks something of who handles an own zaak, whatever happened to that meanwhile. One question is open at a time; asking the
 * same twice gives the nummer of the first time.
 *
 * @returns `changed` when another question is open, or the zaak is closed
 */
export function askVraag(
  ctx: PublieksportaalContext,
  { tekst, ...wanted }: Omit<Wanted, 'versie'> & { tekst: string },
): Promise<Inzenden> {
  return recordInzending(ctx, { ...wanted, versie: null }, ({ zaak, before }) => {
    const asked = findOpenVerzoek('vraag', zaak, before)
    if (asked?.tekst === tekst) return { ok: true, nummer: asked.nummer }
    if (asked || zaak.einddatum) return { ok: false, reason: 'changed', versie: zaak.versie }
    return { soort: 'vraag', aanvullingen: [], tekst, terugTeNemenTot: null }
  })
}
