import { hostname } from 'node:os'
import type pg from 'pg'
import { Gauge, Registry } from 'prom-client'
import { v7 as uuidv7 } from 'uuid'
import { type Clock, systemClock, systemWait } from '../clock.ts'
import { MINUTE_MS, SECOND_MS } from '../durations.ts'
import type { Logger } from '../logger.ts'

/**
 * The largest difference between the clocks of process and database at which the process works. Decisions use
 * the database's clock. If that is the wrong one, receivers refuse our tokens: they hold for two minutes,
 * with a tolerance of 5 seconds. A clock that NTP keeps is off by milliseconds.
 */
const CLOCK_BOUND_MS = 30 * SECOND_MS

/** Uses the fastest of several round trips, which bounds the clock difference most tightly. */
const QUESTIONS = 3

/** The time of the database, which all processes use for leases, due times and other shared state. */
export type DatabaseClock = Clock & {
  /** reads the time of the database */
  measure(): Promise<void>
  /** the lead of this process's clock over the database's; `undefined` before the first measurement */
  aheadMs(): number | undefined
}

/**
 * Creates a clock that is monotonic between two measurements, so that setting the host's clock changes
 * nothing. Before the first measurement it returns the time of the process.
 *
 * @param own the clock of this process
 */
export function createDatabaseClock(pool: pg.Pool, own: Clock = systemClock): DatabaseClock {
  let anchor: { databaseMs: number; runningMs: number } | undefined

  function now() {
    return anchor ? new Date(anchor.databaseMs + performance.now() - anchor.runningMs) : own()
  }

  async function measure() {
    let fastestMs = Number.POSITIVE_INFINITY
    for (let i = 0; i < QUESTIONS; i++) {
      const askedMs = performance.now()
      const { rows } = await pool.query<{ ms: number }>(
        'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
      )
      const tookMs = performance.now() - askedMs
      const [{ ms: databaseMs } = { ms: 0 }] = rows
      if (tookMs < fastestMs) anchor = { databaseMs, runningMs: askedMs + tookMs / 2 }
      fastestMs = Math.min(fastestMs, tookMs)
    }
  }

  return Object.assign(now, { measure, aheadMs: () => anchor && own().getTime() - now().getTime() })
}

const isDatabaseClock = (clock: Clock): clock is DatabaseClock => 'measure' in clock

/**
 * Returns the current time as a parameter of a statement. PostgreSQL reads `now` as the start of its
 * transaction, so the clock of the process plays no part. A test that freezes the clock passes its own time.
 */
export function sqlNow(clock: Clock): string {
  return isDatabaseClock(clock) ? 'now' : clock().toISOString()
}

const aheadMsOf = (clock: Clock) => (isDatabaseClock(clock) ? clock.aheadMs() : undefined)

/** True when the clocks of process and database differ too much, so that this process must take no work. */
export function isClockOff(clock: Clock): boolean {
  return Math.abs(aheadMsOf(clock) ?? 0) > CLOCK_BOUND_MS
}

/** A process whose clock is off. */
export type AfwijkendeKlok = {
  id: string
  proces: 'worker' | 'web'
  machine: string
  /** its lead over the database's clock */
  voorSeconden: number
  /** the start, by the clock of the database */
  sinds: Date
}

/** A process whose clock is off reports it each second. An older report no longer holds. */
const TOLD_LATELY = "gemeten_op > clock_timestamp() - interval '15 seconds'"

/** Both systems have the table. */
const TELL = `
  with stopped as (delete from afwijkende_klok where id <> $1 and not ${TOLD_LATELY})
  insert into afwijkende_klok (id, proces, machine, voor_seconden, sinds, gemeten_op)
  values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())
  on conflict (id) do update set voor_seconden = excluded.voor_seconden, gemeten_op = excluded.gemeten_op`
const TELL_IT_IS_RIGHT = "update afwijkende_klok set gemeten_op = gemeten_op - interval '15 seconds' where id = $1"

const FIND = `
  select id, proces, machine, voor_seconden as "voorSeconden", sinds from afwijkende_klok where ${TOLD_LATELY}
  order by sinds, id limit 50`

/** Returns the processes of a system whose clocks are off now, the longest first. */
export async function findAfwijkendeKlokken({ pool }: { pool: pg.Pool }): Promise<AfwijkendeKlok[]> {
  return (await pool.query<AfwijkendeKlok>(FIND)).rows
}

/**
 * Measures at once and then each minute until `signal` aborts; each second while the clock is off or the
 * database does not answer. While it is off, the table `afwijkende_klok` says so to the beheerder.
 *
 * @returns after the first measurement
 */
export async function watchClock(
  { clock, pool, log }: { clock: Clock; pool: pg.Pool; log: Logger },
  { proces, signal }: { proces: AfwijkendeKlok['proces']; signal: AbortSignal },
): Promise<{ ended: Promise<void> }> {
  if (!isDatabaseClock(clock)) return { ended: Promise.resolve() }
  const databaseClock = clock
  let id = uuidv7()
  let wasOff = false

  async function measureAndTell() {
    await databaseClock.measure()
    if (isClockOff(clock)) {
      const voorSeconden = (databaseClock.aheadMs() ?? 0) / SECOND_MS
      await pool.query(TELL, [id, proces, hostname(), voorSeconden])
    } else if (wasOff) {
      await pool.query(TELL_IT_IS_RIGHT, [id])
      id = uuidv7()
    }
  }

  async function look() {
    const isMeasured = await measureAndTell().then(
      () => true,
      (err) => {
        log.warn({ err }, 'The clock of the database could not be read; trying again')
        return false
      },
    )
    const isOff = isClockOff(clock)
    if (isOff && !wasOff)
      log.error({ durationMs: databaseClock.aheadMs() }, 'The clock of this process is off; it takes no work')
    if (wasOff && !isOff) log.info({}, 'The clock of this process is right again; it takes work')
    wasOff = isOff
    return isMeasured && !isOff ? MINUTE_MS : SECOND_MS
  }

  async function goOn(waitMs: number) {
    for (let ms = waitMs; !signal.aborted; ms = await look()) await systemWait(ms, signal)
  }

  return { ended: goOn(await look()) }
}

/** Returns a gauge of the current difference, including a step of the clock since the last measurement. */
export function countClock(name: `zaakbode_${string}`, clock: Clock): Registry[] {
  const aheadMs = aheadMsOf(clock)
  if (aheadMs === undefined) return []
  const registry = new Registry()
  new Gauge({
    name,
    help: 'How far the clock of this process is ahead of its database; beyond 30, either way, it takes no work',
    registers: [registry],
  }).set(aheadMs / SECOND_MS)
  return [registry]
}
