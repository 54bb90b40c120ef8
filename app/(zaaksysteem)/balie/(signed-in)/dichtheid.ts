import { cookies } from 'next/headers'

export const DICHTHEID_COOKIE = 'zaakbode-dichtheid'
export const DICHTHEDEN = ['compact', 'ruim'] as const
export type Dichtheid = (typeof DICHTHEDEN)[number]

/** The row height of lists, from this browser's cookie. */
export async function currentDichtheid(): Promise<Dichtheid> {
  const chosen = (await cookies()).get(DICHTHEID_COOKIE)?.value
  return DICHTHEDEN.find((dichtheid) => dichtheid === chosen) ?? 'compact'
}
