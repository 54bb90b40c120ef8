import type { Clock } from '../clock.ts'

/** After a failed fetch nobody waits for the same document again for this long. */
export const PAUSE_AFTER_FAILURE_MS = 5_000

type Document<T> = {
  /** the last one that came, and when it was asked for */
  known?: { value: T; askedAt: number }
  asking?: Promise<T | undefined> | undefined
  failedAt?: number
}

type Wish<T> = { fetch: (url: string) => Promise<T>; maxAgeMs: number }

/**
 * The documents that an issuer publishes, so that a slow one does not hold up every question anew. Who wants
 * a newer one waits for it, or does not get it; meanwhile the known one serves whom it is new enough for.
 */
export function createDocumentCache({ clock, onFailure }: { clock: Clock; onFailure: (err: unknown) => void }) {
  const documents = new Map<string, Document<unknown>>()

  /** `undefined` when the issuer does not give it. All callers at one moment share one fetch. */
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
