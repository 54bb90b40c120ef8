import type { ZaaksysteemContext } from '../../context.ts'
import { LEASE_SECONDS } from '../claim/claim-bezorgingen.ts'
import { logPoging } from './log-poging.ts'
import { observePoging } from './observe-poging.ts'
import type { Poging } from './poging.ts'
import { type RecordedPoging, recordPogingen } from './record-pogingen.ts'

const RETRY_MS = 500
/** When the leases are over, others have taken the deliveries and the records would be void. */
const MAX_TRIES = (LEASE_SECONDS * 1000) / RETRY_MS

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint): the same again would be refused again. */
function isRefusal(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code))
}

/** Records attempts. What ends while one transaction runs goes into the next, so no attempt waits for a timer. */
export function createRecorder(ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'wait' | 'log'>) {
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

  /** The outcome is known, so a database that is away for a moment must not cost the sink a second request. */
  async function recordPersistently(pogingen: Poging[]): Promise<(RecordedPoging | undefined)[]> {
    for (let tries = 1; tries <= MAX_TRIES; tries++) {
      try {
        return await recordPogingen(ctx, pogingen)
      } catch (err) {
        const count = pogingen.length
        ctx.log.error({ err, count }, 'Attempts could not be recorded; trying again')
        if (!isRefusal(err)) await ctx.wait(RETRY_MS)
        // One that the database does not take must not keep the others from being recorded.
        else if (count > 1) return (await Promise.all(pogingen.map((each) => recordPersistently([each])))).flat()
        else return [undefined]
      }
    }
    return pogingen.map(() => undefined)
  }

  return {
    /** Resolves when they are recorded, or void. */
    record(pogingen: readonly Poging[]): Promise<void> {
      waiting.push(...pogingen)
      next ??= last = flush(last)
      return next
    },
  }
}
