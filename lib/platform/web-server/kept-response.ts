/**
 * A response whose body the process keeps. `sendResponse` sends it as it lies there; of any other it makes two copies, which
 * for half a megabyte, asked by many at once, keep the process from all else.
 */
export class KeptResponse extends Response {
  readonly kept: Buffer

  constructor(kept: Buffer, headers: HeadersInit) {
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          controller.enqueue(new Uint8Array(kept))
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
