import { cookies } from 'next/headers'

export const DICHTHEID_COOKIE = 'zaakbode-dichtheid'
export const DICHTHEDEN = ['compact', 'ruim'] as const
export type Dichtheid = (typeof DICHTHEDEN)[number]

/** How high the rows of lists are, as was chosen in this browser. */
export async function currentDichtheid(): Promise<Dichtheid> {
  const chosen = (await cookies()).get(DICHTHEID_COOKIE)?.value
  return DICHTHEDEN.find((dichtheid) => dichtheid === chosen) ?? 'compact'
}
