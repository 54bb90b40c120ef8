import { type Bewijsuitkomst, bewijzenAnswer, MAX_BEWIJZEN } from '#lib/contract/bewijzen.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Answer, callZaaksysteem, configuredApi, type ZaaksysteemApi } from '../sync/call-zaaksysteem.ts'
import { claimBewijzen, settleBewijzen, type UitgaandBewijs } from './claim-bewijzen.ts'

/**
 * Reports the outcome of changes to the zaaksysteem, one request full at most. A row leaves the queue only
 * when the response names its outcome: a process may die at any moment, and reporting is idempotent. No
 * transaction is open during the call.
 *
 * @returns `more`: true when more may be due and the zaaksysteem accepts it
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
  // one log line for all, because an outage of the zaaksysteem is one cause
  const [first] = again
  if (first) {
    const { reason, httpStatus } = first
    ctx.log.warn({ count: again.length, reason, httpStatus }, 'Bewijzen could not be reported; retrying later')
  }
  for (const { bewijs, reason, httpStatus } of givenUp) {
    const fields = { eventId: bewijs.gebeurtenisId, type: bewijs.soort, reason, httpStatus }
    ctx.log.error(fields, 'The zaaksysteem refused a bewijs for good; given up')
  }
  await settleBewijzen(ctx, {
    told: told.map(({ bewijs }) => bewijs),
    givenUp: givenUp.map(({ bewijs }) => bewijs),
    again: again.map(({ bewijs }) => bewijs),
    random: random(),
  })
  return { more: claimed.length === MAX_BEWIJZEN && again.length === 0 }
}

type Refused = { bewijs: UitgaandBewijs; reason: string; httpStatus?: number }

/** The result for one bewijs: accepted, to be retried, or refused for good. */
type Reported =
  | { next: 'done'; bewijs: UitgaandBewijs }
  | ({ next: 'again' } & Refused)
  | ({ next: 'give_up' } & Refused)

/**
 * Statuses that no retry can change, such as for a soort that an older zaaksysteem lacks. Others may pass: a
 * token can get the scope (403), and a zaaksysteem without this resource (404) can be upgraded.
 */
const NEVER_RIGHT = [400, 413, 415, 422]
const LATER: Bewijsuitkomst = 'tijdstip_in_future'
const TAKEN: Bewijsuitkomst = 'recorded'

/** Reports in one request. When that is refused for good, bisects until only the bad bewijs is given up. */
async function reportBewijzen(api: ZaaksysteemApi, bewijzen: UitgaandBewijs[]): Promise<Reported[]> {
  const body = { bewijzen: bewijzen.map(({ gebeurtenisId, soort, tijdstip }) => ({ gebeurtenisId, soort, tijdstip })) }
  const answer = await callZaaksysteem(api, { path: '/bewijzen', body, schema: bewijzenAnswer })
  if (answer.ok && answer.value.bewijzen.length === bewijzen.length) {
    return bewijzen.map((bewijs, index) => judge(bewijs, answer.value.bewijzen[index]?.uitkomst as string))
  }
  if (!isNeverRight(answer)) return bewijzen.map((bewijs) => ({ bewijs, next: 'again', ...reasonOf(answer) }))
  const [only] = bewijzen
  if (only && bewijzen.length === 1) return [{ bewijs: only, next: 'give_up', ...reasonOf(answer) }]

  const half = Math.ceil(bewijzen.length / 2)
  const halves = [bewijzen.slice(0, half), bewijzen.slice(half)]
  const reported: Reported[] = []
  for (const part of halves) reported.push(...(await reportBewijzen(api, part)))
  return reported
}

function judge(bewijs: UitgaandBewijs, uitkomst: string): Reported {
  if (uitkomst === TAKEN) return { bewijs, next: 'done' }
  return uitkomst === LATER
    ? { bewijs, next: 'again', reason: uitkomst }
    : { bewijs, next: 'give_up', reason: uitkomst }
}

function isNeverRight(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.reason === 'refused' && NEVER_RIGHT.includes(answer.httpStatus)
}

function reasonOf(answer: Answer<unknown>): { reason: string; httpStatus?: number } {
  if (answer.ok) return { reason: 'invalid_answer' }
  const { ok: _, ...why } = answer
  return why
}
