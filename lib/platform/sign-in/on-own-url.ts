import { NextRequest } from 'next/server'

/**
 * The request as if it came in on `url`: Next.js gives the address that it listens on, not the one in the browser. A
 * POST loses its query: next-auth would add it to the request to the identity provider, so that a link could change
 * what is asked there (`prompt`, `acr_values`, `redirect_uri`).
 */
export function onOwnUrl(request: NextRequest, url: string): NextRequest {
  const { pathname, search } = request.nextUrl
  return new NextRequest(new URL(request.method === 'POST' ? pathname : pathname + search, url), request)
}
