/**
 * Returns the exact bytes of a body, or `undefined` as soon as there are more than `maxBytes`. Next.js does
 * not limit bodies, and `text()` would replace invalid UTF-8, which breaks signatures.
 */
export async function readBody(
  message: Pick<Request | Response, 'headers' | 'body'>,
  maxBytes: number,
): Promise<Buffer | undefined> {
  if (Number(message.headers.get('content-length') ?? 0) > maxBytes) return undefined
  if (!message.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of message.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}
