import { type Bewijsuitkomst, bewijzenAnswer, MAX_BEWIJZEN } from '#lib/contract/bewijzen.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Answer, callZaaksysteem, configuredApi, type ZaaksysteemApi } from '../sync/call-zaaksysteem.ts'
import { claimBewijzen, settleBewijzen, type UitgaandBewijs } from './claim-bewijzen.ts'

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

type Refused = { bewijs: UitgaandBewijs; reason: string; httpStatus?: number }

/** What became of reporting one: it was taken, it may be later, or never. */
type Reported =
  | { next: 'done'; bewijs: UitgaandBewijs }
  | ({ next: 'again' } & Refused)
  | ({ next: 'give_up' } & Refused)

/**
 * Statuses that say that the request can never be right, as a zaaksysteem answers that does not know a soort yet. Others may
 * pass: a token without the scope is given it, and a zaaksysteem without this resource (404) is replaced.
 */
const NEVER_RIGHT = [400, 413, 415, 422]
const LATER: Bewijsuitkomst = 'tijdstip_in_future'
const TAKEN: Bewijsuitkomst = 'recorded'

/** Reports them in one request; when that can never be right, in halves, until only the one that spoils it is given up. */
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
