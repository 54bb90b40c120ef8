import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { System } from '#lib/platform/env.ts'
import { segmentsOf } from '#lib/platform/http/match-path.ts'
import { problemResponse } from '#lib/platform/http/problem-json.ts'
import { PROTOCOL_HEADER } from '#lib/platform/http/refuse-plaintext.ts'
import { isServed, systemOfPath } from '#lib/platform/system-of-path.ts'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Paths that need no Origin, because cookies give no access there. */
const WITHOUT_ORIGIN = [
  // Authenticated by a token in a header, which no browser adds by itself.
  /^\/api\/(?:zaaksysteem|publieksportaal)\/v1\//,
  // Events, authenticated by their signature.
  /^\/api\/publieksportaal\/(?:webhooks$|proefdeuren\/)/,
  // One-click unsubscribe (RFC 8058), which a mail provider's server posts: the code in the path is the only
  // proof.
  /^\/api\/publieksportaal\/afmelden\//,
  // OpenID Connect Back-Channel Logout: the identity provider's server posts a signed token.
  /^\/api\/(?:zaaksysteem\/auth|publieksportaal\/(?:beheer-)?auth)\/uitloggen$/,
  // Read-only, and absent without DEMO=1.
  /^\/api\/(?:zaaksysteem|publieksportaal)\/demo\//,
]

/** Maps the id of each server action to the first path segments of its pages. */
type Actions = ReadonlyMap<string, readonly string[]>

/**
 * Refuses requests that change something and come from another site, as CSRF protection in front of Next.js.
 * Next.js itself answers a foreign Origin with 500, accepts a request without one, ignores the scheme, and
 * runs an action at any page's path. A form without JavaScript names its action in its body, and Next.js
 * accepts it only at the action's own pages.
 *
 * @param urls the public address of each system; the demo accepts any name of its own machine
 * @param actions absent in development, where they appear as pages are opened
 */
export function formAdmission({
  urls,
  demo,
  actions,
}: {
  urls: Partial<Record<System, string>>
  demo: boolean
  actions: Actions | undefined
}): (request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) => Response | undefined {
  function originAt(pathname: string, headers: IncomingHttpHeaders): string | undefined {
    const system = systemOfPath(pathname)
    if (!system || !isServed(system)) return undefined
    if (demo || system === 'demo') return originOfRequest(headers)
    return urls[system] && new URL(urls[system]).origin
  }
  return ({ method = '', url = '', headers }) => {
    if (SAFE_METHODS.includes(method)) return undefined
    const { pathname } = new URL(url, 'http://localhost')
    // decoded, as our own router compares them
    const origin = originAt(segmentsOf(pathname).join('/'), headers)
    if (origin && !isSentFrom(origin, headers) && !WITHOUT_ORIGIN.some((path) => path.test(pathname))) {
      return problemResponse({ status: 403, code: 'other_origin', detail: `Only a page at ${origin} sends this.` })
    }
    const action = headers['next-action']
    if (!actions || action === undefined) return undefined
    // not decoded, as Next.js compares them
    return actions.get(String(action))?.includes(pathname.split('/')[1] as string) ? undefined : unknownAction()
  }
}

/** Browsers send an Origin with each form, or at least Sec-Fetch-Site. */
function isSentFrom(expected: string, { origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  return origin === undefined ? site === 'same-origin' : origin === expected
}

/** The origin that a browser requested. It cannot forge these headers; the demo only accepts local ones. */
function originOfRequest(headers: IncomingHttpHeaders): string {
  const forwarded = (headers['x-forwarded-host'] as string | undefined)?.split(',')[0]?.trim()
  return `${headers[PROTOCOL_HEADER]}://${forwarded ?? headers.host}`
}

/** Has the header by which Next.js' script detects another build. */
function unknownAction(): Response {
  const detail = 'There is no such action here. Load the page again.'
  return problemResponse({ status: 404, code: 'action_unknown', detail }, { 'x-nextjs-action-not-found': '1' })
}

const MANIFEST = '.next/server/server-reference-manifest.json'

/**
 * Reads the actions of the build that this process serves. `workers` names the pages that bundle each action.
 */
export function readActions(): Actions {
  const { node } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    node: Record<string, { workers: Record<string, unknown> }>
  }
  return new Map(Object.entries(node).map(([id, { workers }]) => [id, prefixesOf(Object.keys(workers))]))
}

/** @param pages such as `app/(zaaksysteem)/balie/(signed-in)/page` */
function prefixesOf(pages: readonly string[]): string[] {
  const prefixes = pages.map((page) => page.split('/').filter((segment) => !segment.startsWith('('))[1] ?? '')
  return [...new Set(prefixes)].filter((prefix) => {
    const system = systemOfPath(`/${prefix}`)
    return system && isServed(system)
  })
}
