import { streamOf } from '../stream-of.ts'

type Bytes = {
  /** media type */
  type: string
  /** file name: one line, without a path */
  naam: string
  size: number
  /** in hex, of the whole file */
  sha256: string
}

/** The types that a browser may show on request; it saves all others. */
const TOONBAAR = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp']
/** Query parameter that asks to show the file instead of saving it. */
const TOON = 'toon'

/** A single range. Other requests for ranges get the whole file, as RFC 9110 section 14.2 allows. */
const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/
/** The characters that RFC 8187 forbids and encodeURIComponent leaves unencoded. */
const UNENCODED = /['()*]/g

/**
 * Streams an untrusted file, whole or the requested range. No browser reads it as a page, runs its scripts or
 * guesses another type.
 *
 * @param open yields the bytes from `start` up to, not including, `end`
 * @throws the error that `open` throws before the first byte, so that the caller can still send a response
 */
export async function serveBytes(
  request: Request,
  { type, naam, size, sha256 }: Bytes,
  open: (range: { start: number; end: number }) => AsyncIterable<Uint8Array>,
): Promise<Response> {
  const tag = `"${sha256}"`
  const headers = { ...bytesHeaders(request, { type, naam }), 'Accept-Ranges': 'bytes', ETag: tag }
  const ifRange = request.headers.get('If-Range')
  const range = ifRange === null || ifRange === tag ? rangeOf(request.headers.get('Range'), size) : undefined
  if (range === null) {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  }
  const { start, end } = range ?? { start: 0, end: size }
  const partial = range && { 'Content-Range': `bytes ${start}-${end - 1}/${size}` }
  const bytes = open({ start, end })[Symbol.asyncIterator]()
  const first = await bytes.next()
  const isHead = request.method === 'HEAD'
  if (isHead) await bytes.return?.()
  return new Response(isHead ? null : streamOf(startingWith(first, bytes)), {
    status: range ? 206 : 200,
    headers: { ...headers, ...partial, 'Content-Length': String(end - start) },
  })
}

/** Iterates over `first` and `rest`. Unlike a generator it ends `rest` also when nothing was read. */
function startingWith<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncIterable<T> {
  const results = [first]
  const next = async () => results.pop() ?? rest.next()
  return {
    [Symbol.asyncIterator]: () => ({ next, return: async () => rest.return?.() ?? { done: true, value: undefined } }),
  }
}

/** The file may not run or load anything, nor use the viewer's session; no other site may frame it. */
const SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'self'"

/** Headers of an untrusted file. */
export function bytesHeaders(request: Request, { type, naam }: Pick<Bytes, 'type' | 'naam'>) {
  const isShown = TOONBAAR.includes(type) && new URL(request.url).searchParams.has(TOON)
  const plain = naam.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(naam).replaceAll(UNENCODED, (one) => `%${one.charCodeAt(0).toString(16)}`)
  return {
    'Content-Type': type,
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': SANDBOX,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'no-referrer',
  }
}

/** `undefined` for the whole file; `null` when the range is outside of it. */
function rangeOf(header: string | null, size: number): { start: number; end: number } | undefined | null {
  const [, first = '', last = ''] = RANGE.exec(header ?? '') ?? []
  if (!first && !last) return undefined
  if (!first) return Number(last) > 0 ? { start: Math.max(0, size - Number(last)), end: size } : null
  const [start, end] = [Number(first), last ? Math.min(Number(last) + 1, size) : size]
  if (last && Number(last) < start) return undefined
  return start < size ? { start, end } : null
}
