import type { IncomingMessage } from 'node:http'

/** Looks at the path as Next.js routes it, with dot segments resolved. */
export function isApi(url: string): boolean {
  return new URL(url, 'http://localhost').pathname.startsWith('/api/')
}

/**
 * True for a request whose answer a person reads in a browser. A health check gets what it asks, whoever
 * asks.
 */
export function seesPage({ url = '', headers }: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  return Boolean(headers.accept?.includes('text/html')) && !url.startsWith('/api/health/')
}

const ROUTER_HEADERS = /^(?:rsc|next-.*|x-nextjs-.*|x-middleware-.*)$/

/**
 * Deletes the headers with which the browser's part of Next.js steers its router. An API has no use for them,
 * and they would keep a request from it: Next.js redirects for `RSC`, and answers 200 by itself for
 * `X-Middleware-Prefetch`, so that a sender would take an event for delivered that nobody has seen.
 */
export function dropRouterHeaders({ headers }: Pick<IncomingMessage, 'headers'>): void {
  for (const name of Object.keys(headers)) if (ROUTER_HEADERS.test(name)) delete headers[name]
}
