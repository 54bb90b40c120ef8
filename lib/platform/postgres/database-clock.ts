import { hostname } from 'node:os'
import type pg from 'pg'
import { Gauge, Registry } from 'prom-client'
import { v7 as uuidv7 } from 'uuid'
import { type Clock, systemClock, systemWait } from '../clock.ts'
import { MINUTE_MS, SECOND_MS } from '../durations.ts'
import type { Logger } from '../logger.ts'

/**
 * How far the clock of a process may be off before it takes no work. Nothing is judged by that clock, so that
 * what it says harms nothing by itself. But one of the two is wrong then, and when it is the database's,
 * receivers refuse what is signed by it: they allow 5 seconds around the two minutes for which a token holds.
 * A clock that NTP keeps is off by milliseconds.
 */
const CLOCK_BOUND_MS = 30 * SECOND_MS

/** Uses the fastest of several round trips, which bounds the clock difference most tightly. */
const QUESTIONS = 3

/** The time of the database, by which all processes judge leases, due times and all else that they share. */
export type DatabaseClock = Clock & {
  /** asks the database what time it has */
  measure(): Promise<void>
  /**
   * how far the clock of this process is ahead of the database's; negative when behind, undefined before it
   * was measured
   */
  aheadMs(): number | undefined
}

/**
 * Between two measurements time goes on by a clock that only runs forwards, so that setting the clock of the
 * host changes nothing. Until the first one it is the time of the process.
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
 * Now, as a parameter of a statement: PostgreSQL reads `now` as when its own transaction began, so that no
 * clock of a process has a part in what the statement judges. A test that freezes the clock gives its own
 * time.
 */
export function sqlNow(clock: Clock): string {
  return isDatabaseClock(clock) ? 'now' : clock().toISOString()
}

const aheadMsOf = (clock: Clock) => (isDatabaseClock(clock) ? clock.aheadMs() : undefined)

/**
 * True when this process must take no work, because its clock and the database's differ too much for both to
 * be right.
 */
export function isClockOff(clock: Clock): boolean {
  return Math.abs(aheadMsOf(clock) ?? 0) > CLOCK_BOUND_MS
}

/** A process whose clock is off. */
export type AfwijkendeKlok = {
  id: string
  proces: 'worker' | 'web'
  machine: string
  /** how far it is ahead of the database; negative when behind */
  voorSeconden: number
  /** by the clock of the database */
  sinds: Date
}

/**
 * A process says each second that its clock is off. One that does not any more has stopped, or cannot reach
 * the database.
 */
export const TOLD_LATELY = "gemeten_op > clock_timestamp() - interval '15 seconds'"
/** True when a mail about the machine of the row was sent recently enough. */
export const MAILED_LATELY = "gemaild_op > clock_timestamp() - interval '1 day'"

/** The table is the same in each system. */
const TELL = `
  with stopped as (delete from afwijkende_klok where id <> $1 and not ${TOLD_LATELY} and (${MAILED_LATELY}) is not true)
  insert into afwijkende_klok (id, proces, machine, voor_seconden, sinds, gemeten_op)
  values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())
  on conflict (id) do update set voor_seconden = excluded.voor_seconden, gemeten_op = excluded.gemeten_op`
const TELL_IT_IS_RIGHT = "update afwijkende_klok set gemeten_op = gemeten_op - interval '15 seconds' where id = $1"

const FIND = `
  select id, proces, machine, voor_seconden as "voorSeconden", sinds from afwijkende_klok where ${TOLD_LATELY}
  order by sinds, id limit 50`

/**
 * The processes of a system whose clocks are off now, for who looks after it; the one that began first comes
 * first.
 */
export async function findAfwijkendeKlokken({ pool }: { pool: pg.Pool }): Promise<AfwijkendeKlok[]> {
  return (await pool.query<AfwijkendeKlok>(FIND)).rows
}

/**
 * Measures at once and each minute, and each second while the clock is off or the database did not answer,
 * until `signal` aborts. While it is off, the database has it for who looks after the system.
 *
 * @returns after the first time
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

/** A scrape reads how far it is off now, also when the clock was stepped since the last measurement. */
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
