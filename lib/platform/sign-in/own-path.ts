/**
 * `value` as a path at or below `root`, or `root` itself when it leads anywhere else: the only addresses that a
 * sign-in sends somebody on to. Absolute addresses are taken when they stay on `origin`.
 */
export function ownPath(value: unknown, { root, origin }: { root: string; origin: string }): string {
  if (typeof value !== 'string' || !URL.canParse(value, origin)) return root
  const url = new URL(value, origin)
  const isOwn = url.origin === new URL(origin).origin && (url.pathname === root || url.pathname.startsWith(`${root}/`))
  return isOwn ? url.pathname + url.search : root
}
