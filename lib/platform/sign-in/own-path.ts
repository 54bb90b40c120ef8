/** Header in which `proxy.ts` tells pages their own path and query; it overwrites what a client sent. */
export const REQUEST_PATH_HEADER = 'x-request-path'

/**
 * Returns `value` as a path at or below `root`, or else `root`, which prevents open redirects. An absolute
 * address is accepted when its origin is that of `url`.
 */
export function ownPath(value: unknown, site: { root: string; url: string }): string {
  const { root } = site
  if (typeof value !== 'string' || !URL.canParse(value, site.url)) return root
  const { origin, pathname, search } = new URL(value, site.url)
  const isOwn = origin === new URL(site.url).origin && (pathname === root || pathname.startsWith(`${root}/`))
  return isOwn ? pathname + search : root
}
