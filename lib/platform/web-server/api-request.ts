import type { IncomingMessage } from 'node:http'

/** Looks at the path as Next.js routes it, with dot segments resolved. */
export function isApi(url: string): boolean {
  return new URL(url, 'http://localhost').pathname.startsWith('/api/')
}

/** True when a person reads the response in a browser. A health check always gets JSON. */
export function seesPage({ url = '', headers }: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  return Boolean(headers.accept?.includes('text/html')) && !url.startsWith('/api/health/')
}

const ROUTER_HEADERS = /^(?:rsc|next-.*|x-nextjs-.*|x-middleware-.*)$/

/**
 * Deletes the router headers of Next.js from an API request. Next.js redirects for `RSC`, and answers 200
 * itself for `X-Middleware-Prefetch`, so a sender would take an unseen event for delivered.
 */
export function dropRouterHeaders({ headers }: Pick<IncomingMessage, 'headers'>): void {
  for (const name of Object.keys(headers)) if (ROUTER_HEADERS.test(name)) delete headers[name]
}
