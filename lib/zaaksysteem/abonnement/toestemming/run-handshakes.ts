import { SECOND_MS } from '#lib/platform/durations.ts'
import type { Bell } from '#lib/platform/tasks/bell.ts'
import { runTasks } from '#lib/platform/tasks/run-tasks.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { askToestemming } from './ask-toestemming.ts'
import { type ClaimedHandshake, claimHandshakes } from './claim-handshakes.ts'

/** A sink that does not answer takes a place until its timeout. */
const PLACES = 128

/**
 * Performs ordered handshakes until `signal` aborts. Then it claims no more, waits for those under way and
 * returns. Any number of workers can run against one database.
 *
 * @param options.bell rings when a handshake was ordered
 */
export async function runHandshakes(
  ctx: ZaaksysteemContext,
  { bell, signal }: { bell: Bell; signal: AbortSignal },
): Promise<void> {
  const asking = new Set<Promise<void>>()

  async function ask(handshake: ClaimedHandshake) {
    try {
      await performHandshake(ctx, handshake)
    } catch (err) {
      ctx.log.error({ err, abonnementId: handshake.abonnementId }, 'A handshake broke off; trying again')
    }
  }

  async function look() {
    for (const handshake of await claimHandshakes(ctx, PLACES - asking.size)) {
      const asked = ask(handshake).then(() => {
        asking.delete(asked)
        // The client has a free place for its next handshake.
        bell.ring()
      })
      asking.add(asked)
    }
  }

  await runTasks(ctx, { tasks: [{ name: 'handshakes', run: look, everyMs: SECOND_MS, bell }], signal })
  await Promise.all(asking)
}

/**
 * Performs the handshake and ends the order once the outcome is recorded. A crash in between repeats it
 * rather than losing it.
 */
export async function performHandshake(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock' | 'log' | 'once'>,
  { id, abonnementId }: ClaimedHandshake,
): Promise<void> {
  const toestemming = await askToestemming(ctx, abonnementId)
  const foutdetail = toestemming?.ok === false ? toestemming.detail : undefined
  await ctx.db.handshake.updateMany({ where: { id }, data: { klaarOp: ctx.clock(), foutdetail } })
}
