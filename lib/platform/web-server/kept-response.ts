import type { Coding } from '../negotiation/entity-tag.ts'

/** A cached body with its compressed forms. */
export class KeptBody {
  readonly bytes: Buffer
  readonly coded = new Map<Coding, Promise<Buffer>>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
}

/**
 * A response whose body is in memory. `sendResponse` sends it without the two copies that any other response
 * takes, which block the process when many ask for half a megabyte at once.
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
      // Copied only when it is read.
      { highWaterMark: 0 },
    )
    super(body, { headers })
    this.kept = kept
  }
}
