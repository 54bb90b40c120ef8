import Negotiator from 'negotiator'
import { type NextRequest, NextResponse } from 'next/server'
import { hasSystem, platformEnv } from '#lib/platform/env.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { REQUEST_PATH_HEADER } from '#lib/platform/sign-in/own-path.ts'
import { isServed, systemOfPath } from '#lib/platform/system-of-path.ts'
import { publieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { DEFAULT_TAAL_HEADER, TALEN } from '#lib/ui/text/taal.ts'
import { zaaksysteemEnv } from '#lib/zaaksysteem/env.ts'

/**
 * Excludes static files and machine endpoints: for Next.js a proxy costs as much as a route, and it truncates
 * large request bodies. Those routes check for themselves that their system is enabled and that the request
 * came over TLS.
 */
export const config = {
  matcher: '/((?!api/(?!(?:zaaksysteem|publieksportaal)/(?:beheer-)?auth/)|_next/static|huisstijl/|robots.txt$).*)',
}

const SUPPLIER_PATHS = /^\/(?:ontwikkelaars|aansluiten)(\/|$)/
const API_PATHS = /^\/api\//
const NONCE_BYTES = 16

const PAGE_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // not no-referrer: a form would then be sent with Origin: null, which server actions refuse
  'Referrer-Policy': 'same-origin',
}

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const isApi = API_PATHS.test(pathname)
  const system = systemOfPath(pathname)
  const isHere = !system || isServed(system)
  if (isApi) {
    if (isHere) return NextResponse.next()
    const refusal = notFoundResponse()
    return new NextResponse(refusal.body, refusal)
  }

  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(NONCE_BYTES))))
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  // Next.js reads the nonce for its own scripts from this request header
  headers.set('Content-Security-Policy', policy)
  headers.set(REQUEST_PATH_HEADER, `${pathname}${search}`)
  headers.set(DEFAULT_TAAL_HEADER, defaultTaal(request))

  const forwarded = { request: { headers } }
  const response = isHere
    ? NextResponse.next(forwarded)
    : NextResponse.rewrite(new URL('/_not-found', request.url), forwarded)
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.headers.set(name, value)
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** Accept-Language decides for suppliers; citizens get Dutch until they choose English. */
function defaultTaal({ nextUrl: { pathname }, headers }: NextRequest): string {
  if (!SUPPLIER_PATHS.test(pathname)) return TALEN[0]
  return new Negotiator({ headers: Object.fromEntries(headers) }).language([...TALEN]) ?? TALEN[0]
}

function contentSecurityPolicy(nonce: string): string {
  const { DEMO } = platformEnv()
  // biome-ignore lint/style/noProcessEnv: Next.js replaces it at build time
  const isDev = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    // the development overlay of Next.js writes its styles without a nonce
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...oidcOrigins()].join(' ')}`,
    "frame-src 'self'",
    `frame-ancestors ${DEMO ? "'self'" : "'none'"}`,
  ].join('; ')
}

/** The identity providers: `form-action` also applies to the redirect that answers a sign-in form. */
function oidcOrigins(): string[] {
  const portal = hasSystem('publieksportaal') ? publieksportaalEnv() : undefined
  const issuers = [
    hasSystem('zaaksysteem') ? zaaksysteemEnv().ZAAKSYSTEEM_OIDC_ISSUER : undefined,
    portal?.PUBLIEKSPORTAAL_OIDC_ISSUER,
    portal?.PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER,
  ]
  return issuers.flatMap((issuer) => (issuer ? new URL(issuer).origin : []))
}
