/** A part of an object: from byte `start`, up to and without byte `end`. */
export type ByteRange = { start: number; end: number }

/** Bytes by a key of letters, digits and `-` that the caller makes up and writes once. */
export type ObjectStore = {
  /** Resolves once all of it is durable; when `bytes` or the store fails, there is no object. */
  write(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** @throws ObjectMissingError */
  read(key: string, range: ByteRange): AsyncGenerator<Uint8Array>
  /** in bytes; undefined when there is no such object */
  size(key: string): Promise<number | undefined>
  /** resolves too when there is none; also takes away what a write that was killed left */
  remove(key: string): Promise<void>
}

/** A durable object is gone, or was changed. */
export class ObjectMissingError extends Error {
  readonly code: 'object_missing' | 'object_corrupt'

  constructor(code: ObjectMissingError['code']) {
    super('An object is not as it was stored')
    this.name = 'ObjectMissingError'
    this.code = code
  }
}
