import { isOver } from '#lib/platform/is-over.ts'
import type { PublieksportaalContext } from '../context.ts'
import { vapid } from '../env.ts'
import { sendDue } from '../outbox/attempts.ts'
import { GIVE_UP_MS } from '../outbox/wachtrijen.ts'
import { type ClaimedPush, claimPush, endPush, forgetApparaat, retryPush } from './claim-push.ts'
import { type ComposedPush, composePush } from './compose-push.ts'
import { postPush } from './post-push.ts'

type Options = { signal?: AbortSignal; random?: () => number }

/**
 * Sends the due pushes. A row leaves the outbox only after the push service accepted it, so a process may die
 * at any moment: a push that is sent again replaces the first on the device. No transaction is open during a
 * call.
 */
export async function sendPushes(
  ctx: PublieksportaalContext,
  { signal, random = Math.random }: Options = {},
): Promise<void> {
  if (!vapid(ctx.env)) return
  await sendDue(async () => {
    const push = await claimPush(ctx)
    if (push) await sendPush(ctx, { push, random })
    return push !== undefined
  }, signal)
}

type Sending = { push: ClaimedPush; random: () => number }

/** A push that fails, for example because a key is missing, is retried later and does not block others. */
async function sendPush(ctx: PublieksportaalContext, sending: Sending): Promise<void> {
  const { push, random } = sending
  try {
    const composed = await composePush(ctx, push)
    if (!composed) return await endPush(ctx, { push, tot: push.vanVersie, isSent: false })
    const { tot, push: message } = composed
    if (!message) return await endPush(ctx, { push, tot, isSent: false })
    await deliver(ctx, sending, { tot, message })
  } catch (err) {
    ctx.log.error(
      { err, objectSoort: 'push', objectId: push.id },
      'A push could not be composed or recorded; trying again',
    )
    await retryPush(ctx, { push, random: random() })
  }
}

async function deliver(
  ctx: PublieksportaalContext,
  { push, random }: Sending,
  { tot, message }: { tot: number; message: ComposedPush },
): Promise<void> {
  const { apparaatId, aangemaaktOp, pogingen } = push
  const answer = await postPush(ctx, message)
  if (answer.outcome === 'accepted') return endPush(ctx, { push, tot, isSent: true })
  if (answer.outcome === 'gone') {
    const isForgotten = await forgetApparaat(ctx, { apparaatId, ...message })
    const fields = { objectSoort: 'apparaat', objectId: apparaatId }
    if (isForgotten) return ctx.log.info(fields, 'A device no longer accepts pushes; it is deleted')
    return retryPush(ctx, { push, random: random() })
  }
  const fields = { objectSoort: 'push', objectId: push.id, poging: pogingen, reason: answer.code }
  if (isOver(aangemaaktOp.getTime() + GIVE_UP_MS.push, { now: ctx.clock(), atMostMs: GIVE_UP_MS.push })) {
    await endPush(ctx, { push, tot, isSent: false })
    return ctx.log.warn(fields, 'A push is given up')
  }
  await retryPush(ctx, { push, random: random(), notBefore: answer.notBefore })
  if (answer.outcome === 'ours') ctx.log.error(fields, 'A push service refuses our push; trying again')
  else ctx.log.warn(fields, 'A push was not accepted; trying again later')
}
