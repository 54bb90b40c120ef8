import { once } from 'node:events'
import { Readable } from 'node:stream'

type Bytes = {
  /** media type */
  type: string
  /** how it is saved: one line, without a path */
  naam: string
  size: number
  /** in hex, of all of them */
  sha256: string
}

/** The types that a browser may show on request; it saves all others. */
const TOONBAAR = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp']
/** In the address of bytes: that they are to be shown. */
const TOON = 'toon'

/** One range of bytes; others are answered whole, as they may be (RFC 9110 section 14.2). */
const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/
/** The characters that RFC 8187 forbids and encodeURIComponent leaves unencoded. */
const UNENCODED = /['()*]/g

/**
 * Answers with bytes that somebody else made, streamed, whole or the range that is asked for. No browser
 * reads them as a page, runs what they hold or guesses another type.
 *
 * @param open the bytes from `start` up to `end`, without it
 * @throws what `open` throws before the first of them, when there is no answer yet that would break off
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
  const bytes = Readable.from(open({ start, end }))
  await once(bytes, 'readable')
  const isHead = request.method === 'HEAD'
  if (isHead) bytes.destroy()
  return new Response(isHead ? null : (Readable.toWeb(bytes) as ReadableStream<Uint8Array>), {
    status: range ? 206 : 200,
    headers: { ...headers, ...partial, 'Content-Length': String(end - start) },
  })
}

/** Foreign bytes may not run or load anything, nor use the viewer's session; no other site may frame them. */
const SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'self'"

/** Headers of bytes that somebody else made. */
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

/** `undefined`: all of it; `null`: there is no such part. */
function rangeOf(header: string | null, size: number): { start: number; end: number } | undefined | null {
  const [, first = '', last = ''] = RANGE.exec(header ?? '') ?? []
  if (!first && !last) return undefined
  if (!first) return Number(last) > 0 ? { start: Math.max(0, size - Number(last)), end: size } : null
  const [start, end] = [Number(first), last ? Math.min(Number(last) + 1, size) : size]
  if (last && Number(last) < start) return undefined
  return start < size ? { start, end } : null
}
