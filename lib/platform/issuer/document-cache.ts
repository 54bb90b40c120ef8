import type { Clock } from '../clock.ts'

/** After a failed fetch nobody waits for the same document again for this long. */
export const PAUSE_AFTER_FAILURE_MS = 5_000

type Document<T> = { value: Promise<T | undefined>; askedAt: number; failed: boolean }

type Wish<T> = { fetch: (url: string) => Promise<T>; maxAgeMs: number }

/** The documents that an issuer publishes, so that a slow one does not hold up every question anew. */
export function createDocumentCache({ clock, onFailure }: { clock: Clock; onFailure: (err: unknown) => void }) {
  const documents = new Map<string, Document<unknown>>()

  /** `undefined` when the issuer does not give it. All callers at one moment share one fetch. */
  return function load<T>(url: string, { fetch, maxAgeMs }: Wish<T>): Promise<T | undefined> {
    const now = clock().getTime()
    const known = documents.get(url) as Document<T> | undefined
    if (known && Math.abs(now - known.askedAt) < (known.failed ? PAUSE_AFTER_FAILURE_MS : maxAgeMs)) return known.value

    const document: Document<T> = { value: fetch(url).catch(fail), askedAt: now, failed: false }
    function fail(err: unknown) {
      document.failed = true
      onFailure(err)
      return undefined
    }
    documents.set(url, document)
    return document.value
  }
}
