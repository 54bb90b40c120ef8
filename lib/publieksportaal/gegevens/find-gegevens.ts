import type { PublieksportaalContext } from '../context.ts'
import { ONDERDELEN, type OnderdeelNaam, type Regel } from './onderdelen.ts'

export const PAGE_SIZE = 50

type Found = {
  naam: OnderdeelNaam
  regels: Regel[]
  /** true when there are older ones */
  more: boolean
}

/** Returns the newest of each onderdeel that the portal holds about this citizen. */
export async function findGegevens(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  burgerId: string,
): Promise<Found[]> {
  const found = []
  for (const naam of Object.keys(ONDERDELEN) as OnderdeelNaam[]) {
    found.push(await findOnderdeel(ctx, { burgerId, naam, blad: 1 }))
  }
  return found
}

/**
 * Returns the records of an onderdeel, newest first.
 *
 * @param options.blad from 1. A page number, because a cursor in the address could be secret, such as the id
 * of a sign-in
 */
export async function findOnderdeel(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  { burgerId, naam, blad }: { burgerId: string; naam: OnderdeelNaam; blad: number },
): Promise<Found> {
  const end = blad * PAGE_SIZE
  const regels: Regel[] = await ONDERDELEN[naam](ctx, { burgerId, na: undefined, limit: end + 1 })
  return { naam, regels: regels.slice(end - PAGE_SIZE, end), more: regels.length > end }
}
