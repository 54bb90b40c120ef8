import type { IncomingHttpHeaders } from 'node:http'

const MAX_READ_BYTES = 64 * 1024
const MAX_KEPT_BYTES = 4096

export type ResponseExcerpt = {
  /** the first 4096 bytes */
  text: string
  /** whether that is not all of the answer */
  afgekapt: boolean
}

/** The beginning of the body of an answer, which comes in chunks. */
export function createExcerpt() {
  const kept: Buffer[] = []
  let size = 0
  return {
    /** @returns whether to read on: until 64 kB, because reading to the end frees the connection for the next request */
    add(chunk: Buffer): boolean {
      if (size < MAX_KEPT_BYTES) kept.push(chunk.subarray(0, MAX_KEPT_BYTES - size))
      size += chunk.byteLength
      return size <= MAX_READ_BYTES
    },
    /** @param broken whether the answer broke off; what came before is kept */
    end(headers: IncomingHttpHeaders, broken: boolean): ResponseExcerpt {
      const afgekapt = broken || size > MAX_KEPT_BYTES
      return { text: size > 0 ? textOf(Buffer.concat(kept), { headers, afgekapt }) : '', afgekapt }
    },
  }
}

/** A body that is compressed although we ask for `identity` is not unpacked: a few bytes may become gigabytes. */
function textOf(bytes: Buffer, { headers, afgekapt }: { headers: IncomingHttpHeaders; afgekapt: boolean }): string {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return '[gecomprimeerd, niet uitgepakt]'
  // `stream` drops a character that was cut in two. PostgreSQL refuses NUL in text.
  return new TextDecoder().decode(bytes, { stream: afgekapt }).replaceAll('\0', '\uFFFD')
}
