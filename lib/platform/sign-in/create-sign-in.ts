import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import NextAuth, { AuthError } from 'next-auth'
import { cache } from 'react'
import { authConfig, hasProvider } from './auth-config.ts'
import { onOwnUrl } from './on-own-url.ts'
import { ownPath } from './own-path.ts'
import { readSessionToken } from './read-session-token.ts'
import { REQUEST_PATH_HEADER } from './request-path.ts'
import type { SignInConfig } from './sign-in-config.ts'

/** Somebody who came to the sign-in page. */
export type SignInVisit = {
  /** where they go once they are signed in */
  naar: string
  /** why they are here: `fout` of our own redirects, or `error` of next-auth's */
  problem: string | string[] | undefined
  signedOut: boolean
  /** what they can choose from */
  ways: { oidc: boolean; demo: boolean }
}

/**
 * A sign-in: who is signed in, and everything that changes that. The configuration is asked for at each request and
 * not before, because a build has no environment.
 */
export function createSignIn<Account, Person>(configure: () => SignInConfig<Account, Person>) {
  const auth = NextAuth(() => authConfig(configure()))

  /** GET and POST below the `basePath`. */
  function handleAuth(request: NextRequest): Promise<Response> {
    const handle = request.method === 'POST' ? auth.handlers.POST : auth.handlers.GET
    return handle(onOwnUrl(request, configure().site.url))
  }

  const sessionToken = cache(async () => readSessionToken(configure().site, await headers()))

  /**
   * Who sent the request that is being answered, checked in the database; once for each request. Does not extend the
   * sessie: right for what a browser opens by itself.
   */
  const current = cache(async (): Promise<Person | undefined> => {
    const token = await sessionToken()
    return token && configure().sessies.find(token)
  })

  /**
   * Who sent the request, whose sessie this use extends; anyone else goes to the sign-in page, and from there back to
   * where they were going.
   */
  const requirePerson = cache(async (): Promise<Person> => {
    const { site, sessies } = configure()
    const token = await sessionToken()
    const person = await current()
    if (!token || !person) {
      const naar = (await headers()).get(REQUEST_PATH_HEADER) ?? site.root
      // a cookie that no longer counts: they were signed in until a moment ago
      const fout = token && site.expiredCode
      redirect(`${site.signInPage}?${new URLSearchParams({ ...(fout && { fout }), naar })}`)
    }
    await sessies.extend?.(token)
    return person
  })

  /** The sign-in page is opened. Whoever is signed in already goes on at once. */
  async function visit(params: Record<string, string | string[] | undefined>): Promise<SignInVisit> {
    const { site, oidc, identifyDemopersoon_DEMO_ONLY } = configure()
    const naar = ownPath(params.naar ?? params.callbackUrl, site)
    if (await current()) redirect(naar)
    return {
      naar,
      problem: params.fout ?? params.error,
      signedOut: Boolean(params.uitgelogd),
      ways: { oidc: hasProvider(oidc), demo: Boolean(identifyDemopersoon_DEMO_ONLY) },
    }
  }

  /** The sign-in page's form: with a `persoon` as that demo person (demo), otherwise at the identity provider. */
  async function signIn(form: FormData): Promise<never> {
    const { site } = configure()
    const redirectTo = ownPath(form.get('naar'), site)
    const persoon = form.get('persoon')
    if (persoon === null) redirect(await auth.signIn('oidc', { redirect: false, redirectTo }))

    let next: string
    try {
      next = await auth.signIn('demopersoon', { persoon, redirect: false, redirectTo })
    } catch (error) {
      if (!(error instanceof AuthError)) throw error
      next = `${site.signInPage}?${new URLSearchParams({ error: error.type, naar: redirectTo })}`
    }
    // a path, so that the demo works under whatever name the machine has
    redirect(ownPath(next, site))
  }

  async function signOut(): Promise<never> {
    const { site, sessies } = configure()
    const token = await sessionToken()
    // before the cookie goes: next-auth only logs it when ending fails, and would say that somebody is signed out
    if (token) await sessies.end(token.sessieId)
    await auth.signOut({ redirect: false })
    redirect(`${site.signInPage}?uitgelogd=1`)
  }

  return { handleAuth, current, require: requirePerson, visit, signIn, signOut }
}
