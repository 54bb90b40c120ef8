import { streamOf } from '../stream-of.ts'

/**
 * Returns the `fetch` options to stream a body. fetch keeps a copy in memory of a request that it may have to
 * resend, after a redirect or for a window. So a redirect is an error, and there is no window.
 */
export function streamedBody(bytes: AsyncIterable<Uint8Array>): RequestInit & { duplex: 'half' } {
  return { body: streamOf(bytes), duplex: 'half', redirect: 'error', window: null }
}
