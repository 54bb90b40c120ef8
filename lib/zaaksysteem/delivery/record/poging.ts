import type { ErrorKind } from '../../egress/error-kind.ts'
import type { BezorgingStatus } from '../../generated/client.ts'
import { type ClaimedBezorging, REFUSED_FOR_CONTENT } from '../claim/claim-bezorgingen.ts'
import { nextPogingAt } from './retry-schedule.ts'

const GONE = 410

/** One POST of one delivery, as sent and answered. */
export type Poging = {
  bezorging: ClaimedBezorging
  /** how many deliveries shared the request */
  gedeeldMet: number
  begonnenOp: Date
  duurMs: number
  httpStatus: number | null
  /** null when the sink accepted it */
  foutsoort: ErrorKind | null
  /** the code of the error, e.g. CERT_HAS_EXPIRED */
  foutdetail: string | null
  requestHeaders: Record<string, string>
  responseHeaders: Record<string, string | string[] | undefined>
  /** at most the first 4096 bytes */
  responseBody: string | null
  responseAfgekapt: boolean
  /** the earliest next attempt that the sink asked for */
  retryAfter: Date | null
}

/** What follows from an attempt. `volgendePoging` is null when no further attempt does. */
export type Outcome = {
  status: BezorgingStatus
  volgendePoging: Date | null
  /** the attempt is no step in the retry schedule and does not count in statistics and circuit */
  buitenSchema: boolean
}

/** @param options.random - a number from 0 up to 1, as `Math.random()` gives */
export function outcomeOf(poging: Poging, { now, random }: { now: Date; random: number }): Outcome {
  const { bezorging, foutsoort, retryAfter } = poging
  if (foutsoort === null) return { status: 'bezorgd', volgendePoging: null, buitenSchema: false }
  if (isGone(poging)) return { status: 'overgeslagen', volgendePoging: null, buitenSchema: false }
  // A single event can make a sink refuse its whole batch: each is sent again at once, in a request of its own.
  if (isRefusedBatch(poging)) return { status: 'wachtend', volgendePoging: now, buitenSchema: true }

  const pogingen = bezorging.pogingen - bezorging.rondeVanaf + 1
  const next = nextPogingAt({ pogingen, schema: bezorging.herhaalschema, retryAfter, now, random })
  return { status: next ? 'wachtend' : 'mislukt', volgendePoging: next ?? null, buitenSchema: false }
}

/** The sink wants no deliveries any more, neither this one nor others. */
export function isGone({ httpStatus }: Pick<Poging, 'httpStatus'>): boolean {
  return httpStatus === GONE
}

function isRefusedBatch({ httpStatus, gedeeldMet }: Poging): boolean {
  return gedeeldMet > 1 && httpStatus !== null && REFUSED_FOR_CONTENT.includes(httpStatus)
}
