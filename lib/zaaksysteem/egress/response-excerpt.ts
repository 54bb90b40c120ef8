import type { IncomingHttpHeaders } from 'node:http'

const MAX_READ_BYTES = 64 * 1024
const MAX_KEPT_BYTES = 4096

export type ResponseExcerpt = {
  /** the first 4096 bytes */
  text: string
  /** whether more was received */
  afgekapt: boolean
  /** why reading stopped before the end, undefined when it did not */
  error: unknown
}

class TooLargeError extends Error {
  readonly code = 'too_large'
}

/**
 * Reads the body of an answer to its end, which frees the connection for the next request. Beyond 64 kB reading stops
 * and the connection closes. The text that came before a failure is kept.
 */
export async function readExcerpt(body: AsyncIterable<Buffer>, headers: IncomingHttpHeaders): Promise<ResponseExcerpt> {
  const kept: Buffer[] = []
  let size = 0
  let error: unknown
  try {
    for await (const chunk of body) {
      if (size < MAX_KEPT_BYTES) kept.push(chunk.subarray(0, MAX_KEPT_BYTES - size))
      size += chunk.byteLength
      if (size > MAX_READ_BYTES) throw new TooLargeError('The answer is larger than what is read of it')
    }
  } catch (reason) {
    error = reason
  }
  const afgekapt = size > MAX_KEPT_BYTES
  return { text: size > 0 ? textOf(Buffer.concat(kept), { headers, afgekapt }) : '', afgekapt, error }
}

/** A body that is compressed although we ask for `identity` is not unpacked: a few bytes may become gigabytes. */
function textOf(bytes: Buffer, { headers, afgekapt }: { headers: IncomingHttpHeaders; afgekapt: boolean }): string {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return '[gecomprimeerd, niet uitgepakt]'
  // `stream` drops a character that was cut in two. PostgreSQL refuses NUL in text.
  return new TextDecoder().decode(bytes, { stream: afgekapt }).replaceAll('\0', '\uFFFD')
}
