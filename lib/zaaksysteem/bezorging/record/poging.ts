import { SECOND_MS } from '#lib/platform/durations.ts'
import type { ErrorKind } from '#lib/zaaksysteem/egress/error-kind.ts'
import type { BezorgingStatus } from '#lib/zaaksysteem/generated/client.ts'
import type { ClaimedBezorging } from '../claim/claim-bezorgingen.ts'
import { LEASE_SECONDS } from '../claim/limits.ts'
import { isMessageRefusal } from '../message-refusal.ts'

/**
 * Attempts of the last five minutes decide if there are at least MIN_POGINGEN. Refusals of a message do not
 * count.
 */
const WINDOW = "interval '5 minutes'"
const MIN_POGINGEN = 10
const FAILURE_RATIO = 0.7

/** The time for which a circuit stays open before a probe may go, and the time that the probe may take. */
const OPEN = `interval '${LEASE_SECONDS} seconds'`
const CIRCUIT_OPEN_MS = LEASE_SECONDS * 1000

/**
 * When the circuit opened, or its probe was claimed. A bezorging claimed since then is the probe; attempts
 * that were under way when the circuit opened do not change it. A process of an older version sets only
 * `circuit_open_tot`.
 */
const OPENED = `coalesce(abonnement.circuit_geopend_op, abonnement.circuit_open_tot - ${OPEN})`
export const PROBE_SUCCEEDED = `
  coalesce(abonnement.circuit_open_tot is not null and total."reactieGeclaimdOp" >= ${OPENED}, false)`
const PROBE_FAILED = `total."foutGeclaimdOp" >= ${OPENED}`

/**
 * The next `circuit_open_tot`, for a statement with `abonnement`, and with `total`: PogingTotals and `now`. A
 * pause that the sink asks for opens the circuit until its end; the longest one counts. Adds `total` to the
 * sums, because bezorgstatistiek does not hold these attempts yet. A time in the future was written before a
 * clock was set back.
 */
export const NEXT_CIRCUIT_OPEN_TOT = `
  case
    when total."pauzeTot" is not null then greatest(
      total."pauzeTot",
      case when abonnement.circuit_geopend_op <= total.now + ${OPEN} and not ${PROBE_FAILED}
           then abonnement.circuit_open_tot end
    )
    when abonnement.circuit_open_tot is not null then case
      when ${PROBE_SUCCEEDED} then null
      when ${PROBE_FAILED} then total.now + ${OPEN}
      else abonnement.circuit_open_tot
    end
    when total.mislukt > total.geweigerd and (
      select pogingen >= ${MIN_POGINGEN} and failures >= pogingen * ${FAILURE_RATIO}
      from (
        select coalesce(sum(mislukt - geweigerd), 0) + total.mislukt - total.geweigerd as failures,
               coalesce(sum(geslaagd + mislukt - geweigerd), 0) + total.geslaagd + total.mislukt - total.geweigerd as pogingen
        from bezorgstatistiek
        where abonnement_id = abonnement.id and begin > total.now - ${WINDOW} and begin <= total.now + ${OPEN}
          and (abonnement.circuit_gesloten_op > total.now + ${OPEN} or begin >= abonnement.circuit_gesloten_op) is not false
      ) recent
    ) then total.now + ${OPEN}
  end`

/** The next `circuit_geopend_op`. Meaningless while the circuit is closed. */
export const NEXT_CIRCUIT_GEOPEND_OP = `
  case when total."pauzeTot" is not null or abonnement.circuit_open_tot is null or ${PROBE_FAILED}
       then total.now else abonnement.circuit_geopend_op end`

const GONE = 410
const TOO_MANY_REQUESTS = 429
const SERVICE_UNAVAILABLE = 503

/** Applies to `Retry-After: 0` too, so that a sink is not retried without a pause. */
const MIN_PAUSE_MS = SECOND_MS

/** An attempt at a bezorging, as sent and answered. */
export type Poging = {
  bezorging: ClaimedBezorging
  /** the number of bezorgingen that shared the request */
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

/** The outcome of an attempt. `volgendePoging` is null when no retry follows. */
export type Outcome = {
  status: BezorgingStatus
  volgendePoging: Date | null
  /**
   * true when the attempt is no step in the retry schedule and counts neither in statistics nor in the
   * circuit
   */
  buitenSchema: boolean
}

/** @param options.random - a number from 0 up to 1, as `Math.random()` gives */
export function outcomeOf(poging: Poging, { now, random }: { now: Date; random: number }): Outcome {
  const { bezorging, foutsoort, retryAfter } = poging
  if (foutsoort === null) return { status: 'bezorgd', volgendePoging: null, buitenSchema: false }
  if (isGone(poging)) return { status: 'overgeslagen', volgendePoging: null, buitenSchema: false }
  // A retry within the deduplication window would be reported as a duplicate again, which then would count
  // as delivered.
  if (foutsoort === 'duplicate') return { status: 'mislukt', volgendePoging: null, buitenSchema: false }
  // A single event can make a sink refuse its whole batch. Each is sent again at once, in a request of its
  // own.
  if (isRefusedBatch(poging)) return { status: 'wachtend', volgendePoging: now, buitenSchema: true }

  const pogingen = bezorging.pogingen - bezorging.rondeVanaf + 1
  const next = nextPogingAt({ pogingen, schema: bezorging.herhaalschema, retryAfter, now, random })
  return { status: next ? 'wachtend' : 'mislukt', volgendePoging: next ?? null, buitenSchema: false }
}

/** True when the sink wants no bezorgingen any more, neither this one nor others. */
export function isGone({ httpStatus }: Pick<Poging, 'httpStatus'>): boolean {
  return httpStatus === GONE
}

function isRefusedBatch(poging: Poging): boolean {
  return poging.gedeeldMet > 1 && isMessageRefusal(poging)
}

/**
 * Returns the end of the pause that the sink asks for, by 429 or by 503 with Retry-After; null when it asks
 * for none.
 */
export function pauseOf({ httpStatus, retryAfter }: Pick<Poging, 'httpStatus' | 'retryAfter'>, now: Date): Date | null {
  const pauses = httpStatus === TOO_MANY_REQUESTS || (httpStatus === SERVICE_UNAVAILABLE && retryAfter !== null)
  if (!pauses) return null
  const untilMs = retryAfter?.getTime() ?? now.getTime() + CIRCUIT_OPEN_MS
  return new Date(Math.max(untilMs, now.getTime() + MIN_PAUSE_MS))
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Seconds before each further attempt, counted from the end of the one before it (Standard Webhooks 1.0.0).
 */
export const STANDARD_SCHEDULE = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** Spreads the retries of bezorgingen that failed together, and of those that got the same Retry-After. */
const JITTER = 0.2

/** Attempts in the standard schedule, including the first. */
export const MAX_POGINGEN = STANDARD_SCHEDULE.length + 1

/**
 * Returns when to retry after `pogingen` failed attempts; `undefined` when that was the last one.
 *
 * @param options.schema - the schedule of the abonnement in seconds; the standard one when empty
 * @param options.retryAfter - the attempt comes at that time or a little later, never earlier
 * @param options.random - a number from 0 up to 1, as `Math.random()` gives
 */
export function nextPogingAt(options: {
  pogingen: number
  schema: readonly number[]
  retryAfter: Date | null
  now: Date
  random: number
}): Date | undefined {
  const { pogingen, schema, retryAfter, now, random } = options
  const delayS = (schema.length > 0 ? schema : STANDARD_SCHEDULE)[pogingen - 1]
  if (delayS === undefined) return undefined
  const factor = 1 + JITTER * (2 * random - 1)
  const planned = now.getTime() + Math.round(delayS * 1000 * factor)
  if (!retryAfter) return new Date(planned)
  const spreadMs = Math.round(JITTER * random * Math.max(retryAfter.getTime() - now.getTime(), 0))
  return new Date(Math.max(planned, retryAfter.getTime() + spreadMs))
}
