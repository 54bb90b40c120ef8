import { EINDSTATUS } from '#lib/contract/zaak-event.ts'

/** The attributes that filters can match. An event without a status has no nieuweStatus. */
export type Kenmerken = {
  type: string
  subject: string
  zaaktype: string
  nieuweStatus?: string | undefined
  eindstatus?: string | undefined
}
type Verteld = Pick<Kenmerken, 'nieuweStatus' | 'eindstatus'>

const encoder = new TextEncoder()

/** An event of the log. Its bytes for readers are made once for all of them; `body` is null once purged. */
export class Gebeurtenis implements Kenmerken {
  readonly sequence: number
  readonly type: string
  readonly subject: string
  readonly zaaktype: string
  readonly body: string | null
  #verteld: Verteld | undefined
  #message: Uint8Array | undefined
  #serverSentEvent: Uint8Array | undefined

  /** @param verteld for a purged event */
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

  /** Read from the body only when a filter needs it. */
  #tell(): Verteld {
    this.#verteld ??= this.body === null ? {} : readVerteld(this.body)
    return this.#verteld
  }

  /** as sent over a WebSocket */
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
