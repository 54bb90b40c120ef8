import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import {
  CLIENT_SESSIE_SECONDS,
  findClientOfCookie,
  type SignedInClient,
  signOutClient,
} from '#lib/zaaksysteem/api-client/client-sessie.ts'
import { apiActor } from '#lib/zaaksysteem/audit/api-actor.ts'
import type { TracedActor } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { ApiScope } from '#lib/zaaksysteem/env.ts'

const SUPPLIERS = '/ontwikkelaars'
const OVERVIEW = `${SUPPLIERS}/mijn`

/** The scope that the API requires for abonnementen too. */
export const ABONNEMENTEN_SCOPE: ApiScope = 'abonnementen.beheren'

/** Returns the API client that signed in here with its token, cached per request for title and page. */
export const currentClient = cache(async (): Promise<SignedInClient | undefined> => {
  const { name } = cookie()
  return findClientOfCookie(zaaksysteem(), (await cookies()).get(name)?.value)
})

/** Redirects to the sign-in page, which also names the missing scope, unless the client has access. */
export async function requireClient(scope?: ApiScope): Promise<{ client: string; token: string; actor: TracedActor }> {
  const signedIn = await currentClient()
  if (!signedIn || (scope && !signedIn.scopes.includes(scope))) redirect(OVERVIEW)
  const { client, token } = signedIn
  return { client, token, actor: apiActor(client, { headers: await headers() }) }
}

/** Ends this browser's previous sessie first: nobody could sign it out once its cookie is overwritten. */
export async function keepClient(sealed: string): Promise<void> {
  const jar = await endFormer()
  const { name, options } = cookie()
  jar.set(name, sealed, { ...options, maxAge: CLIENT_SESSIE_SECONDS })
}

export async function forgetClient(): Promise<void> {
  const jar = await endFormer()
  const { name, options } = cookie()
  jar.set(name, '', { ...options, maxAge: 0 })
}

async function endFormer() {
  const jar = await cookies()
  await signOutClient(zaaksysteem(), { cookie: jar.get(cookie().name)?.value, headers: await headers() })
  return jar
}

/** Limits the cookie to these pages, and to requests from this site. */
function cookie() {
  const secure = new URL(zaaksysteem().env.ZAAKSYSTEEM_URL).protocol === 'https:'
  return {
    name: `${secure ? '__Secure-' : ''}zaakbode-ontwikkelaars.session`,
    options: { httpOnly: true, secure, sameSite: 'strict', path: SUPPLIERS } as const,
  }
}
