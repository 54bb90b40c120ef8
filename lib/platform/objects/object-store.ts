/** The bytes of an object from `start` up to, not including, `end`. */
export type ByteRange = { start: number; end: number }

/** The caller chooses a unique key of letters, digits and `-`, and writes it once. */
export type ObjectStore = {
  /** Resolves once the object is durable. When `bytes` or the store fails, there is no object. */
  write(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** @throws ObjectMissingError */
  read(key: string, range: ByteRange): AsyncGenerator<Uint8Array>
  /** In bytes; `undefined` when there is no such object. */
  size(key: string): Promise<number | undefined>
  /** Idempotent. Also removes the remains of a write that was killed. */
  remove(key: string): Promise<void>
}

/** A stored object is gone or was changed. */
export class ObjectMissingError extends Error {
  readonly code: 'object_missing' | 'object_corrupt'

  constructor(code: ObjectMissingError['code']) {
    super('An object is not as it was stored')
    this.name = 'ObjectMissingError'
    this.code = code
  }
}
