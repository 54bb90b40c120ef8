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
import { readSessionToken } from './read-session-token.ts'
import type { SessieToken, SignInConfig, SignInSite } from './sign-in-config.ts'

/** Below the `basePath`; what is registered at the provider as `backchannel_logout_uri`. */
const PROVIDER_LOGOUT_PATH = '/uitloggen'
/** The parameter in the address of the sign-in page with which somebody switches for whom to sign in. */
const SWITCHING = 'wissel'
/**
 * next-auth reads a body whole before it looks at it; what a provider or a page of ours posts is some
 * kilobytes.
 */
const MAX_BODY_BYTES = 16 * 1024

/** A visit to the sign-in page. */
export type SignInVisit = {
  /** path to go to after signing in */
  naar: string
  /** why the visitor was sent here: `fout` of our own redirects, or `error` of next-auth's */
  problem: string | string[] | undefined
  signedOut: boolean
  /** wants to sign in as another, or for another */
  switching: boolean
  /** the visitor sent a form, and was no longer signed in: nothing was done of it */
  isUndone: boolean
  /** the ways to sign in that the page offers */
  ways: { oidc: boolean; demo: boolean }
}

/**
 * One sign-in of one system. Calls `configure` at each request and not at import, because `next build`
 * imports this without the environment.
 */
export function createSignIn<Account, Person>(configure: () => SignInConfig<Account, Person>) {
  const auth = NextAuth((request) => {
    const config = configure()
    return authConfig(config, async () => readSessionToken(config.site, request?.headers ?? (await headers())))
  })

  /**
   * GET and POST below the `basePath`: the endpoints of next-auth, and where the provider says who signed out
   * there.
   */
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
   * The same, and extends the sessie when a browser opens a page. What a page fetches is no use of it: a live
   * message makes it do so by itself, and the page reports what the person does. Redirects a visitor who is
   * not signed in to the sign-in page, which leads back to the requested page.
   */
  const requirePerson = cache(async (): Promise<Person> => {
    const { site, sessies } = configure()
    const token = await sessionToken()
    const person = await current()
    if (!token || !person) {
      const request = await headers()
      const naar = request.get(REQUEST_PATH_HEADER) ?? site.root
      // a genuine cookie without an active sessie: the visitor was signed in before
      const fout = token && site.expiredCode
      // only a form that is sent has a body
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

  /**
   * For the form of the sign-in page: signs in as the demo person `persoon`, or starts at the identity
   * provider.
   */
  async function signIn(form: FormData): Promise<never> {
    if (!(form instanceof FormData)) notFound()
    const config = configure()
    const { site } = config
    const redirectTo = ownPath(form.get('naar'), site)
    const persoon = form.get('persoon')
    if (persoon === null) {
      // when next-auth finds no provider, it redirects to the Host of the request
      const isThere = await providerOf(config)?.discover()
      if (!isThere) redirect(`${site.signInPage}?${new URLSearchParams({ fout: FAILED, naar: redirectTo })}`)
      // who was refused or switches would else come back at once as the same person, from the session at the
      // provider
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
    // a path without host, so that the demo works under any host name
    redirect(ownPath(next, site))
  }

  /** Ends the sessie first, and then the session at the provider, which may be down. */
  async function signOut(): Promise<never> {
    const config = configure()
    const token = await endSessie()
    redirect((token?.atProvider && (await providerLogoutUrl(config))) || signedOutPath(config.site))
  }

  /** Ends the sessie, and leads to the sign-in page, from where the provider asks again who it is. */
  async function switchPerson(): Promise<never> {
    await endSessie()
    redirect(`${configure().site.signInPage}?${SWITCHING}=1`)
  }

  /** Goes on as `wanted`, where the sign-in has a choice of that. Who may not stays who he was. */
  async function goOnAs(wanted: Record<string, unknown>): Promise<void> {
    await auth.unstable_update(wanted)
  }

  async function endSessie(): Promise<SessieToken | undefined> {
    const token = await sessionToken()
    // before auth.signOut: when ending fails there, next-auth only logs it, and the visitor would seem to be
    // signed out
    if (token) await configure().sessies.end(token.sessieId)
    await auth.signOut({ redirect: false })
    return token
  }

  return { handleAuth, current, require: requirePerson, visit, signIn, signOut, switchPerson, goOnAs }
}

/**
 * The request as if it came in on `url`: Next.js gives the address that it listens on, not the one in the
 * browser. A POST loses its query: next-auth would add it to the request to the identity provider, so that a
 * link could change what is asked there (`prompt`, `acr_values`, `redirect_uri`).
 */
function onOwnUrl(request: NextRequest, url: string, body: Buffer | null = null): NextRequest {
  const { method, headers, nextUrl } = request
  const path = method === 'POST' ? nextUrl.pathname : nextUrl.pathname + nextUrl.search
  return new NextRequest(new URL(path, url), { method, headers, body: body?.length ? new Uint8Array(body) : null })
}

/** The sign-in page, which then says that the visitor is signed out. */
function signedOutPath({ signInPage }: Pick<SignInSite, 'signInPage'>): string {
  return `${signInPage}?uitgelogd=1`
}

/**
 * Returns the address at which the visitor signs out of the provider (OpenID Connect RP-Initiated Logout
 * 1.0); `undefined` when the provider has none, or does not answer. Names this client by its id: no id token
 * is kept as a hint, because it would travel in the address. There is no `state`, because nothing depends on
 * the return.
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
