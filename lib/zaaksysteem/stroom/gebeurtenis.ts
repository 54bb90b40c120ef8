import { EINDSTATUS } from '#lib/contract/zaak-event.ts'

/** What filters look at. An event that tells no status has none. */
export type Kenmerken = {
  type: string
  subject: string
  zaaktype: string
  nieuweStatus?: string | undefined
  eindstatus?: string | undefined
}
type Verteld = Pick<Kenmerken, 'nieuweStatus' | 'eindstatus'>

const encoder = new TextEncoder()

/** An event. The bytes that readers get are made once, for all of them; `body` is null once it was purged. */
export class Gebeurtenis implements Kenmerken {
  readonly sequence: number
  readonly type: string
  readonly subject: string
  readonly zaaktype: string
  readonly body: string | null
  #verteld: Verteld | undefined
  #message: Uint8Array | undefined
  #serverSentEvent: Uint8Array | undefined

  /** @param verteld of an event that was purged */
  constructor(
    sequence: number,
    { type, subject, zaaktype }: Omit<Kenmerken, keyof Verteld>,
    body: string | null,
    verteld?: Verteld,
  ) {
    this.sequence = sequence
    this.type = type
    this.subject = subject
    this.zaaktype = zaaktype
    this.body = body
    this.#verteld = verteld
  }

  get nieuweStatus(): string | undefined {
    return this.#tell().nieuweStatus
  }

  get eindstatus(): string | undefined {
    return this.#tell().eindstatus
  }

  /** Read from the body only for a filter that asks. */
  #tell(): Verteld {
    this.#verteld ??= this.body === null ? {} : readVerteld(this.body)
    return this.#verteld
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

function readVerteld(body: string): Verteld {
  const { data, [EINDSTATUS]: eindstatus } = JSON.parse(body)
  return { nieuweStatus: data?.nieuweStatus, ...(eindstatus && { eindstatus: 'true' }) }
}
