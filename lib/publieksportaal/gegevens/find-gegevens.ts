import type { PublieksportaalContext } from '../context.ts'
import type { Regel } from './onderdeel.ts'
import { ONDERDELEN, type OnderdeelNaam } from './onderdelen.ts'

/** A page shows no more of each onderdeel; the download has all. */
export const MOST_SHOWN = 50

/** What the portal holds about this citizen, the first of each onderdeel; `more` when that is not all. */
export async function findGegevens(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  burgerId: string,
): Promise<{ naam: OnderdeelNaam; regels: Regel[]; more: boolean }[]> {
  const found = []
  for (const naam of Object.keys(ONDERDELEN) as OnderdeelNaam[]) {
    const regels = await ONDERDELEN[naam](ctx, { burgerId, na: undefined, limit: MOST_SHOWN + 1 })
    found.push({ naam, regels: regels.slice(0, MOST_SHOWN), more: regels.length > MOST_SHOWN })
  }
  return found
}
