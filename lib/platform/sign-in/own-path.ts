/**
 * `value` as a path at or below `root`, or `root` itself when it leads anywhere else: the only addresses that a
 * sign-in sends somebody on to. Absolute addresses are taken when they stay on the origin of `url`.
 */
export function ownPath(value: unknown, site: { root: string; url: string }): string {
  const { root } = site
  if (typeof value !== 'string' || !URL.canParse(value, site.url)) return root
  const { origin, pathname, search } = new URL(value, site.url)
  const isOwn = origin === new URL(site.url).origin && (pathname === root || pathname.startsWith(`${root}/`))
  return isOwn ? pathname + search : root
}
