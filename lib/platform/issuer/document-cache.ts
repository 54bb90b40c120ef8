import type { Clock } from '../clock.ts'

/** For this long after a failed fetch no call waits for the same document again. */
export const PAUSE_AFTER_FAILURE_MS = 5_000

type Document<T> = {
  /** the last document, and when it was requested */
  known?: { value: T; askedAt: number }
  asking?: Promise<T | undefined> | undefined
  failedAt?: number
}

type Wish<T> = { fetch: (url: string) => Promise<T>; maxAgeMs: number }

/**
 * Caches the documents that an issuer publishes, so that a slow issuer does not delay every call. A call that
 * needs a newer document waits for it, or gets none; meanwhile the cached one serves calls for which it is
 * fresh enough.
 */
export function createDocumentCache({ clock, onFailure }: { clock: Clock; onFailure: (err: unknown) => void }) {
  const documents = new Map<string, Document<unknown>>()

  /** `undefined` when the issuer does not serve it. Concurrent calls share one fetch. */
  return async function load<T>(url: string, { fetch, maxAgeMs }: Wish<T>): Promise<T | undefined> {
    const now = clock().getTime()
    const document = (documents.get(url) ?? {}) as Document<T>
    documents.set(url, document)
    const { known, asking, failedAt = Number.NEGATIVE_INFINITY } = document
    if (known && Math.abs(now - known.askedAt) < maxAgeMs) return known.value
    if (asking) return asking
    if (Math.abs(now - failedAt) < PAUSE_AFTER_FAILURE_MS) return undefined

    document.asking = fetch(url).then(
      (value) => {
        Object.assign(document, { known: { value, askedAt: now }, asking: undefined })
        return value
      },
      (err) => {
        Object.assign(document, { failedAt: now, asking: undefined })
        onFailure(err)
        return undefined
      },
    )
    return document.asking
  }
}
