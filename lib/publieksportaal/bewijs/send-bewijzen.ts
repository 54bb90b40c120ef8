import { type Bewijsuitkomst, bewijzenAnswer, MAX_BEWIJZEN } from '#lib/contract/bewijzen.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { Bewijssoort } from '#lib/publieksportaal/generated/client.ts'
import { type Claimed, claimSql, retryStatement } from '#lib/publieksportaal/outbox/attempts.ts'
import { GIVE_UP_MS, WACHTRIJEN } from '#lib/publieksportaal/outbox/wachtrijen.ts'
import {
  type Answer,
  callZaaksysteem,
  configuredApi,
  type ZaaksysteemApi,
} from '#lib/publieksportaal/sync/call-zaaksysteem.ts'

const WACHTRIJ = WACHTRIJEN.evidence

type UitgaandBewijs = Claimed & { gebeurtenisId: string; soort: Bewijssoort; tijdstip: Date }

/**
 * Reports at least the time of the change, because our clock may be behind and the zaaksysteem permanently
 * refuses an earlier time.
 */
const CLAIM = claimSql(WACHTRIJ, {
  where: 'bron = $2',
  returning: `gebeurtenis_id as "gebeurtenisId", soort,
    greatest(
      tijdstip, (select datum_status_gezet from status where status.gebeurtenis_id = bewijs.gebeurtenis_id)
    ) as tijdstip`,
})

/** Leases one request full of due bewijzen for the configured zaaksysteem. */
export async function claimBewijzen(ctx: PublieksportaalContext): Promise<UitgaandBewijs[]> {
  const values = [sqlNow(ctx.clock), ctx.env.PUBLIEKSPORTAAL_BRON]
  const [claimed = []] = await runPipeline(ctx.pool, [{ name: 'claim-bewijzen', text: CLAIM, values }])
  return claimed as UitgaandBewijs[]
}

/** Skips locked rows, as `retryStatement` does. */
const END = `
  update bewijs set volgende_poging = null, gemeld_op = case when $2::boolean then $3::timestamptz end
  where id = any (array(select id from bewijs where id = any ($1::bigint[]) for update skip locked))`

/**
 * Ends the lease: `told` and `givenUp` leave the queue, `again` waits for its next attempt.
 *
 * @param options.random from 0 up to 1, as `Math.random()` returns
 */
export async function settleBewijzen(
  ctx: PublieksportaalContext,
  outcome: { told: UitgaandBewijs[]; givenUp: UitgaandBewijs[]; again: UitgaandBewijs[]; random: number },
): Promise<void> {
  const { told, givenUp, again, random } = outcome
  const now = ctx.clock()
  const end = (bewijzen: UitgaandBewijs[], isTold: boolean) => ({
    name: 'end-bewijzen',
    text: END,
    values: [`{${bewijzen.map(({ id }) => id)}}`, String(isTold), now.toISOString()],
  })
  await runPipeline(ctx.pool, [end(told, true), end(givenUp, false), retryStatement(WACHTRIJ, again, { now, random })])
}

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

const BATCH = 500

const GIVE_UP = `
  update bewijs set volgende_poging = null where id = any (array(
    select id from bewijs where volgende_poging is not null and tijdstip < $1 order by tijdstip limit ${BATCH}
    for update skip locked
  ))
  returning id`

/**
 * Stops reporting bewijzen that the zaaksysteem did not accept in GIVE_UP_MS, or that belong to another bron.
 * The rows stay.
 */
export async function giveUpBewijzen(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const before = new Date(ctx.clock().getTime() - GIVE_UP_MS.evidence).toISOString()
  let count = 0
  for (let ended = BATCH; ended === BATCH && !signal?.aborted; count += ended) {
    const [rows = []] = await runPipeline(ctx.pool, [{ name: 'give-up-bewijzen', text: GIVE_UP, values: [before] }])
    ended = rows.length
  }
  if (count > 0) ctx.log.error({ count }, 'The zaaksysteem accepted no bewijzen for too long; given up')
}
