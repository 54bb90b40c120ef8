import { createCipheriv, createDecipheriv } from 'node:crypto'
import { type ByteRange, ObjectMissingError } from './object-store.ts'

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

const CIPHER = 'aes-256-gcm'
const CHUNK_BYTES = 64 * 1024
const TAG_BYTES = 16
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES

/**
 * Encrypts bytes in chunks of 64 KiB, each AES-256-GCM with its tag behind it, so that a range can be
 * decrypted by itself. This is the construction STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, as age uses
 * it: the nonce holds the number of the chunk and a flag for the last one. So a chunk that is moved or comes
 * from another object does not decrypt, nor does an object that lacks a chunk.
 *
 * @param key 32 bytes, never used for another object, because a nonce may be used once per key
 */
export async function* seal(key: Uint8Array, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let index = 0
  for await (const { chunk, isLast } of inChunks(bytes, CHUNK_BYTES)) {
    const cipher = createCipheriv(CIPHER, key, nonceOf(index, isLast))
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
    index += 1
  }
}

/** Returns the length of `size` bytes once sealed. */
export function sealedSize(size: number): number {
  return size + chunksOf(size) * TAG_BYTES
}

/**
 * Decrypts a range of an object of `size` bytes that `seal` encrypted.
 *
 * @param options.read reads a range of the encrypted object
 * @throws ObjectMissingError when a chunk was changed, before it yields a byte of that chunk
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

/** An empty object is one empty chunk. */
function chunksOf(size: number): number {
  return Math.max(1, Math.ceil(size / CHUNK_BYTES))
}

function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = Number(isLast)
  return nonce
}
