import { cookies } from 'next/headers'
import { TALEN, type Taal } from './taal.ts'

export const TAAL_COOKIE = 'taal'

/** The language that this visitor chose; Dutch when none was chosen. */
export async function currentTaal(): Promise<Taal> {
  const chosen = (await cookies()).get(TAAL_COOKIE)?.value
  return TALEN.find((taal) => taal === chosen) ?? 'nl'
}
