import type { Coding } from '../negotiation/entity-tag.ts'

/** A body that a process keeps, with what was made of it. */
export class KeptBody {
  readonly bytes: Buffer
  readonly coded = new Map<Coding, Promise<Buffer>>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
}

/**
 * A response whose body the process has as bytes. `sendResponse` sends them as they lie there; of any other
 * it makes two copies, which for half a megabyte, asked by many at once, keep the process from all else.
 */
export class KeptResponse extends Response {
  readonly kept: KeptBody

  constructor(kept: KeptBody, headers: HeadersInit) {
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          controller.enqueue(new Uint8Array(kept.bytes))
          controller.close()
        },
      },
      // copied only when it is read
      { highWaterMark: 0 },
    )
    super(body, { headers })
    this.kept = kept
  }
}
