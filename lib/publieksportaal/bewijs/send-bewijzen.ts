import { MAX_BEWIJZEN } from '#lib/contract/bewijs/bewijzen.ts'
import type { PublieksportaalContext } from '../context.ts'
import { configuredApi } from '../sync/call-zaaksysteem.ts'
import { claimBewijzen, settleBewijzen } from './claim-bewijzen.ts'
import { reportBewijzen } from './report-bewijzen.ts'

/**
 * Tells the zaaksysteem what became of its changes, at most one request full. A row stops waiting only when the answer
 * says what became of it, so a process may die at any moment: what it had sent is sent again, which changes nothing. No
 * transaction is open during a call.
 *
 * @returns `more`: more may be due, and the zaaksysteem takes it
 */
export async function sendBewijzen(
  ctx: PublieksportaalContext,
  { random = Math.random }: { random?: () => number } = {},
): Promise<{ more: boolean }> {
  const claimed = await claimBewijzen(ctx)
  if (claimed.length === 0) return { more: false }

  const reported = await reportBewijzen(configuredApi(ctx), claimed)
  const again = reported.filter((one) => one.next === 'again')
  const givenUp = reported.filter((one) => one.next === 'give_up')
  const told = reported.filter((one) => one.next === 'done')
  // one line for all of them, because an hour without the zaaksysteem is one cause
  const [first] = again
  if (first) {
    const { reason, httpStatus } = first
    ctx.log.warn({ count: again.length, reason, httpStatus }, 'What was seen could not be reported; trying again later')
  }
  for (const { bewijs, reason, httpStatus } of givenUp) {
    const fields = { eventId: bewijs.gebeurtenisId, type: bewijs.soort, reason, httpStatus }
    ctx.log.error(fields, 'The zaaksysteem can never take what became of this change; given up')
  }
  await settleBewijzen(ctx, {
    told: told.map(({ bewijs }) => bewijs),
    givenUp: givenUp.map(({ bewijs }) => bewijs),
    again: again.map(({ bewijs }) => bewijs),
    random: random(),
  })
  return { more: claimed.length === MAX_BEWIJZEN && again.length === 0 }
}
