import { createCipheriv, createDecipheriv } from 'node:crypto'
import { inChunks } from './in-chunks.ts'
import { type ByteRange, ObjectMissingError } from './object-store.ts'

const CIPHER = 'aes-256-gcm'
const CHUNK_BYTES = 64 * 1024
const TAG_BYTES = 16
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES

/**
 * Bytes of any length under a key of their own, so that each part can be read and proven by itself: chunks of
 * 64 KiB, each AES-256-GCM with its tag behind it. The nonce of a chunk is its number, and whether it is the
 * last one (the construction STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, as age has it): a chunk that
 * is left out, moved, or of another object does not decrypt, nor does what was cut off behind one. As no key
 * seals twice, no nonce comes twice.
 *
 * @param key 32 bytes, for this object alone
 */
export async function* seal(key: Uint8Array, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let index = 0
  for await (const { chunk, isLast } of inChunks(bytes, CHUNK_BYTES)) {
    const cipher = createCipheriv(CIPHER, key, nonceOf(index, isLast))
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
    index += 1
  }
}

/** How long the sealed form of `size` bytes is. */
export function sealedSize(size: number): number {
  return size + chunksOf(size) * TAG_BYTES
}

/**
 * Opens a part of what `seal` made of `size` bytes.
 *
 * @param options.read gives a part of the sealed form
 * @throws ObjectMissingError when a byte of it is another one than was sealed, before any byte of its chunk
 * is given
 */
export async function* unseal(
  key: Uint8Array,
  { size, range, read }: { size: number; range: ByteRange; read: (range: ByteRange) => AsyncIterable<Uint8Array> },
): AsyncGenerator<Uint8Array> {
  if (range.end <= range.start) return
  const last = chunksOf(size) - 1
  let index = Math.floor(range.start / CHUNK_BYTES)
  const end = Math.min(Math.ceil(range.end / CHUNK_BYTES) * SEALED_BYTES, sealedSize(size))
  for await (const { chunk } of inChunks(read({ start: index * SEALED_BYTES, end }), SEALED_BYTES)) {
    const opened = openChunk(key, chunk, nonceOf(index, index === last))
    const from = index * CHUNK_BYTES
    yield opened.subarray(Math.max(range.start - from, 0), range.end - from)
    index += 1
  }
  if (index * CHUNK_BYTES < range.end) throw new ObjectMissingError('object_corrupt')
}

function openChunk(key: Uint8Array, chunk: Uint8Array, nonce: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    decipher.setAuthTag(chunk.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(chunk.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    throw new ObjectMissingError('object_corrupt')
  }
}

/** Nothing is one empty chunk. */
function chunksOf(size: number): number {
  return Math.max(1, Math.ceil(size / CHUNK_BYTES))
}

function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = Number(isLast)
  return nonce
}
