import { Readable } from 'node:stream'

/**
 * Returns the `fetch` options to stream a body. fetch keeps a copy in memory of a request that it may have to
 * resend, after a redirect or for a window. So a redirect is an error, and there is no window.
 */
export function streamedBody(bytes: AsyncIterable<Uint8Array>): RequestInit & { duplex: 'half' } {
  const body = Readable.toWeb(Readable.from(bytes)) as BodyInit
  return { body, duplex: 'half', redirect: 'error', window: null }
}
