import { Readable } from 'node:stream'

/**
 * What fetch is given to send bytes as they are read. It would clone a request that it may have to send
 * again, after a redirect or for a window, and the copy keeps all of them in memory until the answer comes.
 * So a redirect is an error, and there is no window.
 */
export function streamedBody(bytes: AsyncIterable<Uint8Array>): RequestInit & { duplex: 'half' } {
  const body = Readable.toWeb(Readable.from(bytes)) as BodyInit
  return { body, duplex: 'half', redirect: 'error', window: null }
}
