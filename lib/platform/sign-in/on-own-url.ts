import { NextRequest } from 'next/server'

/** The request as if it came in on `url`: Next.js tells the address of the server, not the one in the browser. */
export function onOwnUrl(request: NextRequest, url: string): NextRequest {
  return new NextRequest(new URL(request.nextUrl.pathname + request.nextUrl.search, url), request)
}
