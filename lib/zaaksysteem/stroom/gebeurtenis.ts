/** What filters look at. */
export type Kenmerken = { type: string; subject: string; zaaktype: string }

const encoder = new TextEncoder()

/** An event. The bytes that readers get are made once, for all of them; `body` is null once it was purged. */
export class Gebeurtenis {
  readonly sequence: number
  readonly kenmerken: Kenmerken
  readonly body: string | null
  #message: Uint8Array | undefined
  #serverSentEvent: Uint8Array | undefined

  constructor(sequence: number, kenmerken: Kenmerken, body: string | null) {
    this.sequence = sequence
    this.kenmerken = kenmerken
    this.body = body
  }

  /** as a WebSocket sends it */
  get message(): Uint8Array {
    this.#message ??= encoder.encode(this.body ?? '')
    return this.#message
  }

  /** The body is JSON without line breaks, so it fits in one `data` line. */
  get serverSentEvent(): Uint8Array {
    this.#serverSentEvent ??= encoder.encode(`id: ${this.sequence}\ndata: ${this.body}\n\n`)
    return this.#serverSentEvent
  }
}
