import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'

/** Holds which texts were answered in this browser. Nothing of that is kept here. */
const COOKIE = 'zb-duidelijk'
const YEAR_SECONDS = 365 * 24 * 60 * 60
/** Then the oldest goes, and can be asked again. */
const MOST = 20

type Gevraagd = { burgerId: string; zaaktype: string; tekst: string }

/** Who reads a cookie learns nothing of whose zaak it was, or of what kind. */
function keyOf({ burgerId, zaaktype, tekst }: Gevraagd): string {
  return createHash('sha256').update(`${burgerId} ${zaaktype} ${tekst}`).digest('base64url').slice(0, 12)
}

const keysIn = (value: string | undefined) => value?.split('.').filter(Boolean) ?? []

export async function isGevraagd(gevraagd: Gevraagd): Promise<boolean> {
  return keysIn((await cookies()).get(COOKIE)?.value).includes(keyOf(gevraagd))
}

export async function keepGevraagd(gevraagd: Gevraagd): Promise<void> {
  const jar = await cookies()
  const keys = [...new Set([...keysIn(jar.get(COOKIE)?.value), keyOf(gevraagd)])].slice(-MOST)
  jar.set(COOKIE, keys.join('.'), { httpOnly: true, sameSite: 'lax', path: '/mijn', maxAge: YEAR_SECONDS })
}
