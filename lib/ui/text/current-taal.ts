import { cookies, headers } from 'next/headers'
import { DEFAULT_TAAL_HEADER, TAAL_COOKIE, TALEN, type Taal } from './taal.ts'

/** Returns the language that this visitor chose, or else the default that `proxy.ts` set. */
export async function currentTaal(): Promise<Taal> {
  const chosen = (await cookies()).get(TAAL_COOKIE)?.value ?? (await headers()).get(DEFAULT_TAAL_HEADER)
  return TALEN.find((taal) => taal === chosen) ?? 'nl'
}
