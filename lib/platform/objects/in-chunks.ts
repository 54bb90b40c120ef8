/** Yields chunks of `size`; the last may be shorter. They share a buffer: the next one overwrites it. */
export async function* inChunks(bytes: AsyncIterable<Uint8Array>, size: number) {
  const chunk = Buffer.allocUnsafe(size)
  let filled = 0
  for await (const part of bytes) {
    for (let offset = 0; offset < part.byteLength; ) {
      if (filled === size) {
        yield { chunk, isLast: false }
        filled = 0
      }
      const taken = part.subarray(offset, offset + size - filled)
      chunk.set(taken, filled)
      filled += taken.byteLength
      offset += taken.byteLength
    }
  }
  yield { chunk: chunk.subarray(0, filled), isLast: true }
}
