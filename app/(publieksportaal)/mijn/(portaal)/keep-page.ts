import { getNavigationBuildId } from 'next/dist/client/navigation-build-id'

/**
 * `behind`: newer content has not arrived yet; `outdated`: the content needs a newer build, so only a full
 * load shows it.
 */
export type Kept = 'current' | 'behind' | 'outdated'

/** A response whose body was read completely. */
type Content = Pick<Response, 'url' | 'status' | 'headers'> & { body: ArrayBuffer }

const CONTENT_TYPE = 'text/x-component'
/** Matches the build id in the first row of the payload. */
const BUILD_ID = /"b":"([^"]{0,64})"/
const RETRY_AFTER_MS = { first: 1_000, most: 30_000 }
const ANSWER_WITHIN_MS = 15_000

/**
 * Keeps the page when its refresh fails. By default Next.js navigates away when the new content does not
 * arrive, is broken or is the error page of a proxy. Then the citizen loses the page and any typed text. Here
 * a refresh waits until its content arrived completely. It retries with backoff, and at once when the browser
 * is online again or another refresh is requested.
 *
 * @returns a function that stops this
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

  /** Returns `undefined` for an incomplete response; never resolves for a response of a newer build. */
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

/** True when Next.js requests the content of the current page. */
function isRefresh(input: RequestInfo | URL, init?: RequestInit): boolean {
  const headers = new Headers(init?.headers)
  if (!headers.has('rsc') || headers.has('next-router-prefetch') || headers.has('next-action')) return false
  const { pathname, searchParams } = new URL(String(input), location.href)
  searchParams.delete('_rsc')
  return pathname === location.pathname && String(searchParams) === String(new URLSearchParams(location.search))
}

/** Restores `url`, which a constructed Response lacks. */
function toResponse({ url, status, headers, body }: Content): Response {
  return Object.defineProperty(new Response(body.slice(0), { status, headers }), 'url', { value: url })
}
