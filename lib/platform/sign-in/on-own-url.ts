import { NextRequest } from 'next/server'

/** The request as if it came in on `url`: Next.js gives the address that it listens on, not the one in the browser. */
export function onOwnUrl(request: NextRequest, url: string): NextRequest {
  return new NextRequest(new URL(request.nextUrl.pathname + request.nextUrl.search, url), request)
}
