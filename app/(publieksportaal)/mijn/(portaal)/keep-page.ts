/**
 * `behind`: newer content has not arrived yet; `outdated`: the content needs a newer build, so only a full
 * load shows it.
 */
export type Kept = 'current' | 'behind' | 'outdated'

type Content = 'whole' | 'missing' | 'outdated'

const CONTENT_TYPE = 'text/x-component'
const RETRY_AFTER_MS = { first: 1_000, most: 30_000 }
const ANSWER_WITHIN_MS = 15_000

/**
 * Keeps the page when its new content does not arrive, is broken or is the error page of a proxy. Next.js
 * would navigate away, and the citizen would lose the page and any typed text. Therefore a request of our own
 * goes first, and `refresh` is called only after that brought the whole content. It retries with backoff, and
 * at once when the browser is online again or the page changed once more.
 *
 * @param refresh shows the new content
 * @param onKept called when the new content is missing
 */
export function keepPage({ refresh, onKept }: { refresh: () => void; onKept: (kept: Kept) => void }) {
  const stop = new AbortController()
  let isAsking = false
  let retryNow = () => {}

  async function ask() {
    retryNow()
    if (isAsking) return
    isAsking = true
    for (let ms = RETRY_AFTER_MS.first; ; ms = Math.min(ms * 2, RETRY_AFTER_MS.most)) {
      const content = await fetchContent(stop.signal)
      if (stop.signal.aborted) return
      if (content === 'whole') break
      onKept(content === 'missing' ? 'behind' : 'outdated')
      if (content === 'outdated') return
      await new Promise<void>((resolve) => {
        retryNow = resolve
        setTimeout(resolve, ms)
      })
    }
    isAsking = false
    refresh()
  }

  window.addEventListener('online', () => retryNow(), { signal: stop.signal })
  return { refresh: ask, stop: () => stop.abort() }
}

/** Requests the content of the current page as Next.js does, and reads all of it. */
async function fetchContent(stop: AbortSignal): Promise<Content> {
  const url = new URL(location.href)
  // Next.js redirects a request for content that lacks this parameter.
  url.searchParams.set('_rsc', '')
  try {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(ANSWER_WITHIN_MS)])
    const response = await fetch(url, { headers: { RSC: '1' }, cache: 'no-store', redirect: 'manual', signal })
    if (!response.ok || !response.headers.get('content-type')?.startsWith(CONTENT_TYPE)) return 'missing'
    const content = await response.text()
    // biome-ignore lint/style/noProcessEnv: Next.js replaces it at build time
    return content.includes(`"${process.env.BUILD_ID}"`) ? 'whole' : 'outdated'
  } catch {
    return 'missing'
  }
}
