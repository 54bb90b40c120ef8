import { systemWait } from '#lib/platform/clock.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { BezorgingStatus } from '../../generated/client.ts'
import { LEASE_SECONDS } from '../claim/limits.ts'
import type { Poging } from './poging.ts'
import { observePoging } from './poging-metrics.ts'
import { type RecordedPoging, recordPogingen } from './record-pogingen.ts'

const RETRY_MS = 500
/**
 * At fifty or more changes a second, several attempts then share a transaction. After a kill in this time its
 * attempts are made again, like those under way.
 */
const GATHER_MS = 20
/**
 * After the leases end, other workers may have claimed the bezorgingen, and recording would change nothing.
 */
const MAX_TRIES = (LEASE_SECONDS * 1000) / RETRY_MS

/**
 * True for SQLSTATE classes 22 (data exception) and 23 (integrity constraint): a retry would be refused too.
 */
function isRefusal(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code))
}

/**
 * Records attempts in batches: those that end during one transaction go into the next. When nothing is due,
 * they also wait GATHER_MS for others.
 *
 * @param options.onDue called when recording may have made something due
 * @param options.isDue true when a place that a recorded attempt frees is needed now
 */
export function createRecorder(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'wait' | 'log' | 'once'>,
  options: { onDue?: () => void; isDue?: () => boolean } = {},
) {
  let waiting: Poging[] = []
  let next: Promise<void> | undefined
  let last: Promise<void> = Promise.resolve()

  async function flush(previous: Promise<void>) {
    await Promise.all([previous, options.isDue?.() === false && systemWait(GATHER_MS)])
    const pogingen = waiting
    waiting = []
    next = undefined
    const recorded = await recordPersistently(pogingen)
    for (const [index, poging] of pogingen.entries()) {
      logPoging(ctx, poging, recorded[index])
      observePoging(ctx, poging)
    }
  }

  /** Retries while the database is away: a bezorging whose attempt is not recorded would be sent twice. */
  async function recordPersistently(pogingen: Poging[]): Promise<(RecordedPoging | undefined)[]> {
    for (let tries = 1; tries <= MAX_TRIES; tries++) {
      try {
        return await recordPogingen(ctx, pogingen, options)
      } catch (err) {
        const count = pogingen.length
        ctx.log.error({ err, count }, 'Attempts could not be recorded; trying again')
        if (!isRefusal(err)) await ctx.wait(RETRY_MS)
        // PostgreSQL refused one of them, and with it the transaction: records each by itself.
        else if (count > 1) return (await Promise.all(pogingen.map((each) => recordPersistently([each])))).flat()
        else return [undefined]
      }
    }
    return pogingen.map(() => undefined)
  }

  return {
    /** Resolves when the attempts are recorded, or when recording was given up. */
    record(pogingen: readonly Poging[]): Promise<void> {
      waiting.push(...pogingen)
      next ??= last = flush(last)
      return next
    },
  }
}

const LINES: Readonly<Record<BezorgingStatus, readonly ['info' | 'warn' | 'error', string]>> = {
  bezorgd: ['info', 'An event was delivered'],
  wachtend: ['warn', 'A bezorging failed and will be tried again'],
  mislukt: ['error', 'A bezorging failed for the last time'],
  overgeslagen: ['warn', 'A sink is gone; its abonnement is disabled'],
}

/** @param recorded `undefined` when the attempt could not be recorded */
function logPoging(
  { log }: Pick<ZaaksysteemContext, 'log'>,
  { bezorging, httpStatus, foutsoort, foutdetail, duurMs, requestHeaders }: Poging,
  recorded: RecordedPoging | undefined,
) {
  const { id, gebeurtenisId, abonnementId, zaakId, pogingen } = bezorging
  const [level, message] = recorded?.ok
    ? LINES[recorded.status]
    : (['warn', 'An attempt outlived its lease and is not counted'] as const)
  log[level](
    {
      bezorgingId: id,
      eventId: gebeurtenisId,
      abonnementId,
      zaakId,
      poging: pogingen + 1,
      httpStatus: httpStatus ?? undefined,
      code: foutsoort ?? undefined,
      reason: foutdetail ?? undefined,
      durationMs: duurMs,
      traceId: requestHeaders.traceparent?.split('-')[1],
    },
    message,
  )
}
