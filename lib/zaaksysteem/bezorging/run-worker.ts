import { systemWait } from '#lib/platform/clock.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { isClockOff } from '#lib/platform/postgres/database-clock.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { createBell, runTasks } from '#lib/platform/tasks/run-tasks.ts'
import { runHandshakes } from '../abonnement/toestemming/run-handshakes.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { DISTRIBUTION_BATCH, distributeGebeurtenissen } from '../outbox/distribute-gebeurtenissen.ts'
import { forgetSigningKeys, seeSigningKids } from '../signing/signing-keys.ts'
import { catchUp } from './catch-up.ts'
import { type ClaimedBezorging, claimBezorgingen, type FreePlaces } from './claim/claim-bezorgingen.ts'
import { distributeAndClaim, distributeAndLease } from './claim/distribute-and-lease.ts'
import { createInFlight } from './in-flight.ts'
import { createRecorder } from './record/recorder.ts'
import { deliver, makeParcels, type Parcel } from './send/deliver.ts'

const MAX_IN_FLIGHT = 1024
/** NOTIFY only shortens a wait; the poll guarantees that it ends. */
const POLL_MS = 1_000

type Take = typeof distributeAndClaim

const nothing: Take = async () => ({ distributed: 0, claimed: [], meerTeDoen: true })

const distributeOnly: Take = async (ctx) => ({
  distributed: await distributeGebeurtenissen(ctx),
  claimed: [],
  meerTeDoen: true,
})

/** Reports `meerTeDoen`, because it does not know of bezorgingen that another worker makes meanwhile. */
const claimOnly: Take = async (ctx, places) => ({
  distributed: 0,
  claimed: await claimBezorgingen(ctx, places),
  meerTeDoen: true,
})

/**
 * Makes bezorgingen of new events, claims and delivers them, and asks sinks for their toestemming, until
 * `signal` aborts. Then it claims no more, waits for what is in flight and returns. Any number of workers can
 * run against one database.
 */
export async function runWorker(ctx: ZaaksysteemContext, { signal }: { signal: AbortSignal }): Promise<void> {
  const bell = createBell()
  const handshakeBell = createBell()
  const inFlight = createInFlight({ places: MAX_IN_FLIGHT, onFree: seeFree })
  const recorder = createRecorder(ctx, { onDue: seeDue, isDue: () => dueMayWait })
  const brake = createBrake()
  /** True when new events may be waiting for their bezorgingen. */
  let eventsMayWait = true
  /**
   * True when older bezorgingen may be due: the last claim left some, or something has made them due since.
   */
  let dueMayWait = true
  let lookedForDueMs = performance.now()
  let isFreed = false

  function seeEvents() {
    eventsMayWait = true
  }

  function seeDue() {
    dueMayWait = true
  }

  /** A free place is of no use when the last claim took all that was due. */
  function seeFree() {
    isFreed = true
    if (dueMayWait) bell.ring()
  }

  function ringFor(...seen: (() => void)[]) {
    return () => {
      for (const see of seen) see()
      bell.ring()
    }
  }

  const listener = await listen({
    connectionString: ctx.env.ZAAKSYSTEEM_DATABASE_URL,
    channels: {
      gebeurtenis: ringFor(seeEvents),
      bezorging: ringFor(seeDue),
      handshake: handshakeBell.ring,
      sleutel: () => forgetSigningKeys(ctx),
    },
    log: ctx.log,
    onReconnect: ringFor(seeEvents, seeDue),
  })
  const handshaking = runHandshakes(ctx, { bell: handshakeBell, signal })
  const catchingUp = runTasks(ctx, { tasks: [{ name: 'catchUp', run: catchUp, everyMs: SECOND_MS }], signal })
  signal.addEventListener('abort', bell.ring)

  async function deliverAndRecord(parcel: Parcel) {
    const [{ id, gebeurtenisId }] = parcel
    try {
      await recorder.record(await deliver(ctx, parcel))
    } catch (err) {
      // A fault of ours costs the receiver no attempt. The bezorging can be claimed again when its lease
      // ends.
      ctx.log.error({ err, bezorgingId: id, eventId: gebeurtenisId, count: parcel.length }, 'An attempt broke off')
    }
  }

  async function look() {
    if (isClockOff(ctx.clock)) return
    const claimed = await claimNext(inFlight.free())
    if (claimed[0]) seeSigningKids(ctx, claimed[0].sleutels)
    const allowed = claimed.filter(brake.allows)
    const count = claimed.length - allowed.length
    if (count > 0) ctx.log.error({ count }, 'Claimed more often in a minute than a schedule allows; not sent')
    for (const parcel of makeParcels(allowed)) inFlight.add(parcel, deliverAndRecord(parcel))
  }

  /**
   * Returns the cheapest statement that suffices: starting a statement costs more than the rows that it
   * finds.
   */
  function chooseTake({ limit }: FreePlaces, alsoDue: boolean): Take {
    if (limit <= 0) return eventsMayWait ? distributeOnly : nothing
    if (!eventsMayWait) return claimOnly
    return alsoDue ? distributeAndClaim : distributeAndLease
  }

  async function claimNext(places: FreePlaces): Promise<ClaimedBezorging[]> {
    // Retries become due with time, and a poll does not come while events do.
    const alsoDue = dueMayWait || performance.now() - lookedForDueMs >= POLL_MS
    const take = chooseTake(places, alsoDue)
    if (alsoDue) lookedForDueMs = performance.now()
    eventsMayWait = false
    dueMayWait = false
    isFreed = false
    const { distributed, claimed, meerTeDoen } = await take(ctx, places)
    if (distributed === DISTRIBUTION_BATCH) ringFor(seeEvents)()
    if (meerTeDoen) seeDue()
    if (meerTeDoen && (isFreed || take === distributeAndLease)) bell.ring()
    return claimed
  }

  while (!signal.aborted) {
    const rung = bell.next()
    await look().catch((err) => ctx.log.error({ err }, 'Looking for bezorgingen failed; trying again'))
    await systemWait(POLL_MS, rung)
    if (!rung.aborted) {
      seeEvents()
      seeDue()
    }
  }

  await Promise.all([inFlight.settled(), handshaking, catchingUp])
  await listener.close()
}

/** More than the shortest schedule needs. */
const MOST_RESENDS_PER_MINUTE = 20

/**
 * Limits how often per minute a worker resends one bezorging, so that a fault in leases or due times does
 * not become a flood. A bezorging that it holds back can be claimed again when its lease ends.
 *
 * @param options.nowMs a monotonic clock
 */
export function createBrake({ nowMs = () => performance.now() }: { nowMs?: () => number } = {}) {
  let again = new Map<string, number>()
  let beganMs = nowMs()

  return {
    allows({ id, herhaling, hervat }: Pick<ClaimedBezorging, 'id' | 'herhaling' | 'hervat'>): boolean {
      if (!herhaling && !hervat) return true
      if (nowMs() - beganMs >= MINUTE_MS) {
        again = new Map()
        beganMs = nowMs()
      }
      const times = (again.get(id) ?? 0) + 1
      again.set(id, times)
      return times <= MOST_RESENDS_PER_MINUTE
    },
  }
}
