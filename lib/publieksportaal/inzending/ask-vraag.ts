import type { PublieksportaalContext } from '../context.ts'
import { findOpenVerzoek } from './find-inzendingen.ts'
import { type Inzenden, recordInzending, type Wanted } from './record-inzending.ts'

/**
 * Sends a question of the citizen about an own zaak, whatever changed meanwhile. One question is open at a
 * time; the same question again returns the first nummer.
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
