import { getNavigationBuildId } from 'next/dist/client/navigation-build-id'

/** `behind`: newer content did not come yet; `outdated`: it is of a newer version of the site, which only a new load shows. */
export type Kept = 'current' | 'behind' | 'outdated'

/** A whole answer. */
type Content = Pick<Response, 'url' | 'status' | 'headers'> & { body: ArrayBuffer }

const CONTENT_TYPE = 'text/x-component'
/** In the first row of the content. */
const BUILD_ID = /"b":"([^"]{0,64})"/
const RETRY_AFTER_MS = { first: 1_000, most: 30_000 }
const ANSWER_WITHIN_MS = 15_000

/**
 * Keeps the page when its refresh fails. Next.js leaves a page of which the new content does not come, comes broken or is none, for the
 * browser's own page without network or the error page of a proxy, and with it goes what was typed and read. Here a refresh waits
 * until its content came whole: it is asked for again after ever longer times, and at once when the browser is online again or
 * more happened.
 *
 * @returns stops keeping it
 */
export function keepPage(onChange: (kept: Kept) => void): () => void {
  const unkept = window.fetch
  const stop = new AbortController()
  let asked = 0
  let retrying: Promise<Content> | undefined
  let retryNow = () => {}

  async function refresh(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    asked += 1
    if (!retrying) {
      const content = await ask(input, init)
      if (content) return toResponse(content)
      retrying ??= retry(input, init).finally(() => {
        retrying = undefined
      })
    }
    retryNow()
    return toResponse(await retrying)
  }

  async function retry(input: RequestInfo | URL, init?: RequestInit): Promise<Content> {
    onChange('behind')
    for (let ms = RETRY_AFTER_MS.first; ; ms = Math.min(ms * 2, RETRY_AFTER_MS.most)) {
      await new Promise<void>((resolve) => {
        retryNow = resolve
        setTimeout(resolve, ms)
      })
      const before = asked
      const content = await ask(input, init)
      if (content && asked === before) {
        onChange('current')
        return content
      }
    }
  }

  /** Nothing when it did not come whole; an answer of a newer version never comes. */
  async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Content | undefined> {
    if (stop.signal.aborted) return new Promise(() => {})
    try {
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)])
      const response = await unkept(input, { ...init, signal })
      const { url, status, headers, redirected } = response
      const isContent = response.ok && !redirected && headers.get('content-type')?.startsWith(CONTENT_TYPE)
      if (!isContent) return
      const body = await response.arrayBuffer()
      if (BUILD_ID.exec(new TextDecoder().decode(body))?.[1] === getNavigationBuildId())
        return { url, status, headers, body }
    } catch {
      return
    }
    onChange('outdated')
    return new Promise(() => {})
  }

  window.fetch = (input, init) => (isRefresh(input, init) ? refresh(input, init) : unkept(input, init))
  window.addEventListener('online', () => retryNow(), { signal: stop.signal })
  return () => {
    window.fetch = unkept
    stop.abort()
  }
}

/** Whether Next.js asks for the content of this very page. */
function isRefresh(input: RequestInfo | URL, init?: RequestInit): boolean {
  const headers = new Headers(init?.headers)
  if (!headers.has('rsc') || headers.has('next-router-prefetch') || headers.has('next-action')) return false
  const { pathname, searchParams } = new URL(String(input), location.href)
  searchParams.delete('_rsc')
  return pathname === location.pathname && String(searchParams) === String(new URLSearchParams(location.search))
}

/** As it came: a Response that is made has no address. */
function toResponse({ url, status, headers, body }: Content): Response {
  return Object.defineProperty(new Response(body.slice(0), { status, headers }), 'url', { value: url })
}
