import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { NextRequest } from 'next/server'
import NextAuth, { AuthError } from 'next-auth'
import { cache } from 'react'
import { problemResponse } from '../http/problem-json.ts'
import { readBody } from '../http/read-body.ts'
import { authConfig } from './auth-config.ts'
import { handleProviderLogout } from './handle-provider-logout.ts'
import { FAILED, providerOf } from './oidc-provider.ts'
import { ownPath, REQUEST_PATH_HEADER } from './own-path.ts'
import { readSessionToken } from './session-cookie.ts'
import type { SessieToken, SignInConfig, SignInSite } from './sign-in-config.ts'

/** The path below `basePath` that is registered at the provider as `backchannel_logout_uri`. */
const PROVIDER_LOGOUT_PATH = '/uitloggen'
/** Query parameter of the sign-in page for a visitor who switches to another person. */
const SWITCHING = 'wissel'
/** next-auth buffers a whole body. A form of a provider or of our pages has a few kilobytes. */
const MAX_BODY_BYTES = 16 * 1024

/** A visit to the sign-in page. */
export type SignInVisit = {
  /** path to go to after signing in */
  naar: string
  /** the reason of the redirect: `fout` of our own, or `error` of next-auth */
  problem: string | string[] | undefined
  signedOut: boolean
  /** true when the visitor switches to another person */
  switching: boolean
  /** true when the visitor sent a form but was no longer signed in, so that it had no effect */
  isUndone: boolean
  /** the sign-in options of the page */
  ways: { oidc: boolean; demo: boolean }
}

/**
 * Creates the sign-in of a system. Calls `configure` at each request, because `next build` imports this
 * without the environment.
 */
export function createSignIn<Account, Person>(configure: () => SignInConfig<Account, Person>) {
  const auth = NextAuth((request) => {
    const config = configure()
    return authConfig(config, async () => readSessionToken(config.site, request?.headers ?? (await headers())))
  })

  /** GET and POST below the `basePath`: the endpoints of next-auth and the back-channel logout. */
  async function handleAuth(request: NextRequest): Promise<Response> {
    const config = configure()
    if (request.nextUrl.pathname === `${config.site.basePath}${PROVIDER_LOGOUT_PATH}`) {
      return handleProviderLogout(config, request)
    }
    const { url } = config.site
    if (request.method !== 'POST') return auth.handlers.GET(onOwnUrl(request, url))
    const body = await readBody(request, MAX_BODY_BYTES)
    if (body) return auth.handlers.POST(onOwnUrl(request, url, body))
    const detail = `Send at most ${MAX_BODY_BYTES} bytes.`
    return problemResponse({ status: 413, code: 'body_too_large', detail })
  }

  const sessionToken = cache(async () => readSessionToken(configure().site, await headers()))

  /**
   * Returns the person of the current request, checked in the database once per request. Does not extend the
   * sessie, so that automatic requests, such as the live stream, do not keep somebody signed in.
   */
  const current = cache(async (): Promise<Person | undefined> => {
    const token = await sessionToken()
    return token && configure().sessies.find(token)
  })

  /**
   * The same, and extends the sessie when a browser opens a page. Fetches do not count as use, because a live
   * message triggers them. Redirects a visitor who is not signed in to the sign-in page, and back afterwards.
   */
  const requirePerson = cache(async (): Promise<Person> => {
    const { site, sessies } = configure()
    const token = await sessionToken()
    const person = await current()
    if (!token || !person) {
      const request = await headers()
      const naar = request.get(REQUEST_PATH_HEADER) ?? site.root
      // A genuine cookie without an active sessie: the visitor was signed in before.
      const fout = token && site.expiredCode
      // Only a submitted form has a body.
      const isUndone = request.has('content-type')
      const why = { ...(fout && { fout }), ...(isUndone && { ongedaan: '1' }) }
      redirect(`${site.signInPage}?${new URLSearchParams({ ...why, naar })}`)
    }
    const isOpened = (await headers()).get('sec-fetch-dest') !== 'empty'
    if (isOpened) await sessies.extend?.(token)
    return person
  })

  /** For the sign-in page: redirects a visitor who is already signed in. */
  async function visit(params: Record<string, string | string[] | undefined>): Promise<SignInVisit> {
    const config = configure()
    const { site, identifyDemopersoon_DEMO_ONLY } = config
    const naar = ownPath(params.naar ?? params.callbackUrl, site)
    if (await current()) redirect(naar)
    return {
      naar,
      problem: params.fout ?? params.error,
      signedOut: Boolean(params.uitgelogd),
      switching: Boolean(params[SWITCHING]),
      isUndone: Boolean(params.ongedaan),
      ways: { oidc: Boolean(providerOf(config)), demo: Boolean(identifyDemopersoon_DEMO_ONLY) },
    }
  }

  /** The action of the form: signs in as the demo person `persoon`, or goes to the identity provider. */
  async function signIn(form: FormData): Promise<never> {
    if (!(form instanceof FormData)) notFound()
    const config = configure()
    const { site } = config
    const redirectTo = ownPath(form.get('naar'), site)
    const persoon = form.get('persoon')
    if (persoon === null) {
      // Without the provider's metadata next-auth would redirect to the Host of the request.
      const isThere = await providerOf(config)?.discover()
      if (!isThere) redirect(`${site.signInPage}?${new URLSearchParams({ fout: FAILED, naar: redirectTo })}`)
      // After a refusal or to switch: the provider's own session would sign in the same person again.
      const params = form.has('opnieuw') ? { prompt: 'login' } : undefined
      redirect(await auth.signIn('oidc', { redirect: false, redirectTo }, params))
    }

    let next: string
    try {
      next = await auth.signIn('demopersoon', { persoon, redirect: false, redirectTo })
    } catch (error) {
      if (!(error instanceof AuthError)) throw error
      next = `${site.signInPage}?${new URLSearchParams({ error: error.type, naar: redirectTo })}`
    }
    // A path without host, so that the demo works under any host name.
    redirect(ownPath(next, site))
  }

  /** Ends the sessie before the provider's session, because the provider may be down. */
  async function signOut(): Promise<never> {
    const config = configure()
    const token = await endSessie()
    redirect((token?.atProvider && (await providerLogoutUrl(config))) || signedOutPath(config.site))
  }

  /** Ends the sessie and redirects to the sign-in page, which makes the provider authenticate again. */
  async function switchPerson(): Promise<never> {
    await endSessie()
    redirect(`${configure().site.signInPage}?${SWITCHING}=1`)
  }

  /** Continues as `wanted`. Without the right to do so the sessie stays as it is. */
  async function goOnAs(wanted: Record<string, unknown>): Promise<void> {
    await auth.unstable_update(wanted)
  }

  async function endSessie(): Promise<SessieToken | undefined> {
    const token = await sessionToken()
    // Not left to auth.signOut, which only logs a failure and would make the visitor seem signed out.
    if (token) await configure().sessies.end(token.sessieId)
    await auth.signOut({ redirect: false })
    return token
  }

  return { handleAuth, current, require: requirePerson, visit, signIn, signOut, switchPerson, goOnAs }
}

/**
 * Returns the request with the browser's address instead of the one on which Next.js listens. Drops the query
 * of a POST: next-auth would pass it to the identity provider, so a link could change `prompt`, `acr_values`
 * or `redirect_uri`.
 */
function onOwnUrl(request: NextRequest, url: string, body: Buffer | null = null): NextRequest {
  const { method, headers, nextUrl } = request
  const path = method === 'POST' ? nextUrl.pathname : nextUrl.pathname + nextUrl.search
  return new NextRequest(new URL(path, url), { method, headers, body: body?.length ? new Uint8Array(body) : null })
}

/** Returns the path of the sign-in page with the message that the visitor is signed out. */
function signedOutPath({ signInPage }: Pick<SignInSite, 'signInPage'>): string {
  return `${signInPage}?uitgelogd=1`
}

/**
 * Returns the address for signing out of the provider (OpenID Connect RP-Initiated Logout 1.0); `undefined`
 * when the provider has none or is down. Sends the client id instead of an id token, which does not belong in
 * an address, and no `state`, because nothing depends on the return.
 */
async function providerLogoutUrl<Account, Person>(config: SignInConfig<Account, Person>): Promise<string | undefined> {
  const { site, oidc } = config
  const endpoint = (await providerOf(config)?.discover())?.end_session_endpoint
  if (!endpoint) return undefined
  const url = new URL(endpoint)
  url.searchParams.set('client_id', String(oidc.clientId))
  url.searchParams.set('post_logout_redirect_uri', new URL(signedOutPath(site), site.url).href)
  return url.href
}
