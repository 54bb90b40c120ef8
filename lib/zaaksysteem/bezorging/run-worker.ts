import { systemWait } from '#lib/platform/clock.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { isClockOff } from '#lib/platform/postgres/database-clock.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { createBell } from '#lib/platform/tasks/bell.ts'
import { runTasks } from '#lib/platform/tasks/run-tasks.ts'
import { runHandshakes } from '../abonnement/toestemming/run-handshakes.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { DISTRIBUTION_BATCH, distributeGebeurtenissen } from '../outbox/distribute-gebeurtenissen.ts'
import { forgetSigningKeys, seeSigningKids } from '../signing/signing-keys.ts'
import { createBrake } from './brake.ts'
import { catchUp } from './catch-up.ts'
import { type ClaimedBezorging, claimBezorgingen, type FreePlaces } from './claim/claim-bezorgingen.ts'
import { distributeAndClaim } from './claim/distribute-and-claim.ts'
import { createInFlight } from './in-flight.ts'
import { createRecorder } from './record/recorder.ts'
import { deliver, type Parcel } from './send/deliver.ts'
import { makeParcels } from './send/make-parcels.ts'

const MAX_IN_FLIGHT = 1024
/** NOTIFY only shortens a wait; the poll guarantees that it ends. */
const POLL_MS = 1_000

/**
 * Makes bezorgingen of what is new, claims and delivers, and asks sinks for their toestemming, until `signal` aborts; then claims no more, lets
 * what is in flight finish and returns. Any number of workers can run against one database.
 */
export async function runWorker(ctx: ZaaksysteemContext, { signal }: { signal: AbortSignal }): Promise<void> {
  const bell = createBell()
  const handshakeBell = createBell()
  // A bezorging that ended leaves a free place: for nobody, when a claim took all that was due and it made nothing due.
  const inFlight = createInFlight({ places: MAX_IN_FLIGHT, onFree: () => moreMayBeDue && bell.ring() })
  const recorder = createRecorder(ctx, { onDue: seeMoreDue })
  const brake = createBrake()
  let eventsMayWait = true
  let moreMayBeDue = true

  function seeMoreDue() {
    moreMayBeDue = true
  }

  function ringForEvents() {
    eventsMayWait = true
    bell.ring()
  }

  const listener = await listen({
    connectionString: ctx.env.ZAAKSYSTEEM_DATABASE_URL,
    channels: {
      gebeurtenis: ringForEvents,
      handshake: handshakeBell.ring,
      sleutel: () => forgetSigningKeys(ctx),
    },
    log: ctx.log,
    onReconnect: ringForEvents,
  })
  const handshaking = runHandshakes(ctx, { bell: handshakeBell, signal })
  const catchingUp = runTasks(ctx, { tasks: [{ name: 'catchUp', run: catchUp, everyMs: SECOND_MS }], signal })
  signal.addEventListener('abort', bell.ring)

  async function deliverAndRecord(parcel: Parcel) {
    const [{ id, gebeurtenisId }] = parcel
    try {
      await recorder.record(await deliver(ctx, parcel))
    } catch (err) {
      // A fault of ours costs the receiver no attempt: the bezorging can be claimed again when its lease ends.
      ctx.log.error({ err, bezorgingId: id, eventId: gebeurtenisId, count: parcel.length }, 'An attempt broke off')
    }
  }

  async function look() {
    if (isClockOff(ctx.clock)) return
    const claimed = await claimNext(inFlight.free())
    if (claimed[0]) seeSigningKids(ctx, claimed[0].sleutels)
    const allowed = claimed.filter(brake.allows)
    const count = claimed.length - allowed.length
    if (count > 0) ctx.log.error({ count }, 'Claimed more often in a minute than can be; not sent')
    for (const parcel of makeParcels(allowed)) inFlight.add(parcel, deliverAndRecord(parcel))
  }

  async function claimNext(places: FreePlaces): Promise<ClaimedBezorging[]> {
    // Until the claim says otherwise: what ends meanwhile was under way for it.
    seeMoreDue()
    const isFull = places.limit <= 0
    if (!eventsMayWait) return isFull ? [] : claimBezorgingen(ctx, places)
    eventsMayWait = false
    const { distributed, claimed, meerTeDoen } = isFull
      ? { distributed: await distributeGebeurtenissen(ctx), claimed: [], meerTeDoen: true }
      : await distributeAndClaim(ctx, places)
    if (distributed === DISTRIBUTION_BATCH) ringForEvents()
    // Said by a claim without new bezorgingen it would say nothing of those that another worker makes meanwhile.
    moreMayBeDue = meerTeDoen
    return claimed
  }

  while (!signal.aborted) {
    const rung = bell.next()
    await look().catch((err) => ctx.log.error({ err }, 'Looking for bezorgingen failed; trying again'))
    await systemWait(POLL_MS, rung)
    if (!rung.aborted) eventsMayWait = true
  }

  await Promise.all([inFlight.settled(), handshaking, catchingUp])
  await listener.close()
}
