import { listen } from '#lib/platform/postgres/listener.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { NUMBERING_BATCH, numberGebeurtenissen } from '../outbox/number-gebeurtenissen.ts'
import { type ClaimedBezorging, claimBezorgingen } from './claim-bezorgingen.ts'
import { deliver } from './deliver.ts'
import { numberAndClaim } from './number-and-claim.ts'

const MAX_IN_FLIGHT = 32
/** A NOTIFY only shortens a wait; this guarantees that it ends. */
const POLL_MS = 1_000

/**
 * Numbers, claims and delivers until `signal` aborts; then claims no more, lets what is in flight finish and returns.
 * Any number of workers can run against one database.
 */
export async function runWorker(ctx: ZaaksysteemContext, { signal }: { signal: AbortSignal }): Promise<void> {
  const inFlight = new Set<Promise<void>>()
  const bell = createBell()
  let eventsMayWait = true
  let slotsWanted = false

  function ringForEvents() {
    eventsMayWait = true
    bell.ring()
  }

  const listener = await listen({
    connectionString: ctx.env.ZAAKSYSTEEM_DATABASE_URL,
    channels: { gebeurtenis: ringForEvents },
    log: ctx.log,
    onReconnect: ringForEvents,
  })
  signal.addEventListener('abort', bell.ring)

  async function deliverInFlight(bezorging: ClaimedBezorging) {
    try {
      const recorded = await deliver(ctx, bezorging)
      if (recorded.ok && recorded.volgendeWacht) bell.ring()
    } catch (err) {
      // A fault of our own side: it costs the receiver no attempt, the delivery is due again when its lease ends.
      ctx.log.error({ err, bezorgingId: bezorging.id, eventId: bezorging.gebeurtenisId }, 'An attempt broke off')
    }
  }

  async function look() {
    const limit = MAX_IN_FLIGHT - inFlight.size
    const claimed = await claimNext(limit)
    slotsWanted = claimed.length === limit
    for (const bezorging of claimed) {
      const delivery = deliverInFlight(bezorging).finally(() => {
        inFlight.delete(delivery)
        if (slotsWanted) bell.ring()
      })
      inFlight.add(delivery)
    }
  }

  async function claimNext(limit: number): Promise<ClaimedBezorging[]> {
    if (!eventsMayWait) return limit > 0 ? claimBezorgingen(ctx, { limit }) : []
    eventsMayWait = false
    const { numbered, claimed } =
      limit > 0 ? await numberAndClaim(ctx, { limit }) : { numbered: await numberGebeurtenissen(ctx), claimed: [] }
    if (numbered === NUMBERING_BATCH) ringForEvents()
    return claimed
  }

  while (!signal.aborted) {
    const rung = bell.next()
    await look().catch((err) => ctx.log.error({ err }, 'Looking for deliveries failed; trying again'))
    const timer = setTimeout(ringForEvents, POLL_MS)
    if (!signal.aborted) await rung
    clearTimeout(timer)
  }

  await Promise.all(inFlight)
  await listener.close()
}

/** Rings are not counted: one that comes while its owner is busy makes the next wait end at once. */
function createBell() {
  let wake = () => {}
  return {
    ring: () => wake(),
    next: () =>
      new Promise<void>((resolve) => {
        wake = resolve
      }),
  }
}
