import type { ZaaksysteemContext } from '../../context.ts'
import { LEASE_SECONDS } from '../claim/limits.ts'
import { logPoging } from './log-poging.ts'
import { observePoging } from './observe-poging.ts'
import type { Poging } from './poging.ts'
import { type RecordedPoging, recordPogingen } from './record-pogingen.ts'

const RETRY_MS = 500
/** After the leases end other workers may have claimed the deliveries, so that recording would change nothing. */
const MAX_TRIES = (LEASE_SECONDS * 1000) / RETRY_MS

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint): a repeat would be refused too. */
function isRefusal(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code))
}

/** Records attempts in batches without a timer: those that end during one transaction go into the next. */
export function createRecorder(ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'wait' | 'log' | 'once'>) {
  let waiting: Poging[] = []
  let next: Promise<void> | undefined
  let last: Promise<void> = Promise.resolve()

  async function flush(previous: Promise<void>) {
    await previous
    const pogingen = waiting
    waiting = []
    next = undefined
    const recorded = await recordPersistently(pogingen)
    for (const [index, poging] of pogingen.entries()) {
      logPoging(ctx, poging, recorded[index])
      observePoging(ctx, poging)
    }
  }

  /** Tries again while the database is away: a delivery whose attempt is not recorded would be sent a second time. */
  async function recordPersistently(pogingen: Poging[]): Promise<(RecordedPoging | undefined)[]> {
    for (let tries = 1; tries <= MAX_TRIES; tries++) {
      try {
        return await recordPogingen(ctx, pogingen)
      } catch (err) {
        const count = pogingen.length
        ctx.log.error({ err, count }, 'Attempts could not be recorded; trying again')
        if (!isRefusal(err)) await ctx.wait(RETRY_MS)
        // PostgreSQL refused one of them, and with it the transaction: record each by itself.
        else if (count > 1) return (await Promise.all(pogingen.map((each) => recordPersistently([each])))).flat()
        else return [undefined]
      }
    }
    return pogingen.map(() => undefined)
  }

  return {
    /** Resolves when they are recorded, or when that was given up. */
    record(pogingen: readonly Poging[]): Promise<void> {
      waiting.push(...pogingen)
      next ??= last = flush(last)
      return next
    },
  }
}
