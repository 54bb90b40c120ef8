import { DAY_MS } from '#lib/platform/durations.ts'
import { platformEnv } from '#lib/platform/env.ts'

/** Half of the year that RFC 9116 recommends at most. */
const VALID_MS = 180 * DAY_MS

/** The contact for reporting vulnerabilities (RFC 9116). */
export function GET(): Response {
  const contact = platformEnv().SECURITY_CONTACT
  if (!contact) return new Response('Not found\n', { status: 404 })
  const expires = new Date(Date.now() + VALID_MS).toISOString()
  return new Response(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: nl, en\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

export const dynamic = 'force-dynamic'
