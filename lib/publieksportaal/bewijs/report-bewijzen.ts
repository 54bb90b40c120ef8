import { type Bewijsuitkomst, bewijzenAnswer } from '#lib/contract/bewijs/bewijzen.ts'
import { type Answer, callZaaksysteem, type ZaaksysteemApi } from '../sync/call-zaaksysteem.ts'
import type { UitgaandBewijs } from './claim-bewijzen.ts'

type Refused = { bewijs: UitgaandBewijs; reason: string; httpStatus?: number }

/** What became of reporting one: it was taken, it may be later, or never. */
export type Reported =
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
export async function reportBewijzen(api: ZaaksysteemApi, bewijzen: UitgaandBewijs[]): Promise<Reported[]> {
  const body = { bewijzen: bewijzen.map(({ id: _, ...bewijs }) => bewijs) }
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
