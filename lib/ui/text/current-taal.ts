import { cookies, headers } from 'next/headers'
import { DEFAULT_TAAL_HEADER, TAAL_COOKIE, TALEN, type Taal } from './taal.ts'

/** The language that this visitor chose, or what `proxy.ts` takes for it. */
export async function currentTaal(): Promise<Taal> {
  const chosen = (await cookies()).get(TAAL_COOKIE)?.value ?? (await headers()).get(DEFAULT_TAAL_HEADER)
  return TALEN.find((taal) => taal === chosen) ?? 'nl'
}
