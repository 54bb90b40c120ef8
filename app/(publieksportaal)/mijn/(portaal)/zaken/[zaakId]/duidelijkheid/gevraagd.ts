import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'

/** Cookie with the texts that this browser answered about. The server does not store them. */
const COOKIE = 'zb-duidelijk'
const YEAR_SECONDS = 365 * 24 * 60 * 60
/** The oldest is dropped beyond this number, and may be asked again. */
const MOST = 20

type Gevraagd = { burgerId: string; zaaktype: string; tekst: string }

/** Hashed, so that the cookie reveals neither the zaak's owner nor its zaaktype. */
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
