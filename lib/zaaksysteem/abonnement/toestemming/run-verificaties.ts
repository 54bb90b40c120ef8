import { SECOND_MS } from '#lib/platform/durations.ts'
import type { Bell } from '#lib/platform/tasks/bell.ts'
import { runTasks } from '#lib/platform/tasks/run-tasks.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type ClaimedVerificatie, claimVerificaties } from './claim-verificaties.ts'
import { performVerificatie } from './perform-verificatie.ts'

/** A sink that does not answer takes a place until its time-out. */
const PLACES = 128

/**
 * Performs the handshakes that were ordered until `signal` aborts; then claims no more, lets those under way end and
 * returns. Any number of workers can do so on one database.
 *
 * @param options.bell rings when a handshake was ordered
 */
export async function runVerificaties(
  ctx: ZaaksysteemContext,
  { bell, signal }: { bell: Bell; signal: AbortSignal },
): Promise<void> {
  const asking = new Set<Promise<void>>()

  async function ask(verificatie: ClaimedVerificatie) {
    try {
      await performVerificatie(ctx, verificatie)
    } catch (err) {
      ctx.log.error({ err, abonnementId: verificatie.abonnementId }, 'A handshake broke off; trying again')
    }
  }

  async function look() {
    for (const verificatie of await claimVerificaties(ctx, PLACES - asking.size)) {
      const asked = ask(verificatie).then(() => {
        asking.delete(asked)
        // Its client has a place free for the next one.
        bell.ring()
      })
      asking.add(asked)
    }
  }

  await runTasks(ctx, { tasks: [{ name: 'verificaties', run: look, everyMs: SECOND_MS, bell }], signal })
  await Promise.all(asking)
}
