import { inzendingAnswer } from '#lib/contract/inzendingen.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import { sweepBestanden } from '../bestand/sweep-bestanden.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Inzendingsoort } from '../generated/client.ts'
import { type Claimed, claimSql, retryStatement } from '../outbox/attempts.ts'
import { WACHTRIJEN, type Wachtrij } from '../outbox/wachtrijen.ts'
import { callZaaksysteem, configuredApi, type Failure, type ZaaksysteemApi } from '../sync/call-zaaksysteem.ts'
import { REFUSED } from '../zaak/zaak-van-burger.ts'
import { type GestuurdeAanvulling, mailReceipt, showAgain } from './record-inzending.ts'

const WACHTRIJ = WACHTRIJEN.citizen_message

/**
 * Statuses that no retry can change. Others may pass: a token can get the scope (403), and a zaaksysteem
 * without this resource (404) can be upgraded. The removal of a zaak (404) removes its inzendingen.
 */
const NEVER_RIGHT = [400, 409, 413, 415, 422]
/** The problem code of an inzending whose bestand the zaaksysteem dropped: it waited for more than a day. */
export const BESTAND_UNKNOWN = 'bestand_unknown'
/** About this zaak only; any other failure concerns all of them. */
export const NOT_FOUND = 404

export type Waiting = Claimed & {
  burgerId: string
  zaakId: string
  soort: Inzendingsoort
  nummer: string
  aanvullingen: GestuurdeAanvulling[]
  tekst: string | null
  tijdstip: Date
  doorGemachtigde: boolean
}

export type Told =
  | { uitkomst: string }
  | { again: { foutcode: string; httpStatus: number | null } }
  /** a bestand that the zaaksysteem refuses for good */
  | { bestandId: string; foutcode: string }

/** Claims inzendingen with bestanden, whose duration depends on their size, or those without. */
export const claimOf = (wachtrij: Wachtrij, { withBestanden }: { withBestanden: boolean }) =>
  claimSql(wachtrij, {
    where: `bestanden ${withBestanden ? '<>' : '='} '[]'`,
    returning: `burger_id as "burgerId", zaak_id as "zaakId", soort, nummer, aanvullingen, tekst, tijdstip,
      gemachtigde_id is not null as "doorGemachtigde"`,
  })
const CLAIM = claimOf(WACHTRIJ, { withBestanden: false })
/** Stores why a call failed, for the page of the beheerder. */
const NOTE_FAILURE = 'update inzending set foutcode = $2, http_status = $3::int where id = $1::uuid'

/**
 * Sends the inzendingen without bestanden, one by one. A row waits until the zaaksysteem has returned its
 * outcome, so a process may die at any moment: a repeat has the same kenmerk, which makes it idempotent. No
 * transaction is open during a call.
 *
 * @returns `more`: true when more may be due and the zaaksysteem accepts it
 */
export async function sendInzendingen(
  ctx: PublieksportaalContext,
  { random = Math.random }: { random?: () => number } = {},
): Promise<{ more: boolean }> {
  const claim = { name: 'claim-inzendingen', text: CLAIM, values: [sqlNow(ctx.clock)] }
  const [claimed] = (await runPipeline(ctx.pool, [claim])) as [Waiting[]]
  let failure: Told | undefined
  for (const waiting of claimed) {
    const told = failure ?? (await tell(configuredApi(ctx), waiting))
    await conclude(ctx, { waiting, told, random: random() })
    if ('again' in told && told.again.httpStatus !== NOT_FOUND) failure = told
  }
  return { more: claimed.length === WACHTRIJ.most && failure === undefined }
}

/** Stores the outcome. @param options.random as `Math.random()` returns */
export async function conclude(
  ctx: PublieksportaalContext,
  { waiting, told, random }: { waiting: Waiting; told: Told; random: number },
): Promise<void> {
  if (!('again' in told)) return settle(ctx, waiting, told)
  const { foutcode, httpStatus } = told.again
  const values = [waiting.id, foutcode, httpStatus?.toString() ?? null]
  await runPipeline(ctx.pool, [
    { name: 'note-inzending', text: NOTE_FAILURE, values },
    retryStatement(WACHTRIJ, [waiting], { now: ctx.clock(), random }),
  ])
  const fields = { objectSoort: 'inzending', objectId: waiting.id, reason: foutcode, httpStatus }
  ctx.log.warn(fields, 'An inzending could not be sent; retrying later')
}

/** @param bestanden the ids at the zaaksysteem of the files that were sent with it */
export async function tell(
  api: ZaaksysteemApi,
  waiting: Waiting,
  bestanden: { bestand: string; aanvulling: string; naam: string }[] = [],
): Promise<Told> {
  const { zaakId, soort, nummer, aanvullingen, tekst, tijdstip, doorGemachtigde } = waiting
  const said = soort === 'aanvulling' ? { aanvullingen: aanvullingen.map(({ id }) => id) } : tekst !== null && { tekst }
  // absent when false or empty, because an older zaaksysteem refuses an unknown member
  const more = { ...(doorGemachtigde && { doorGemachtigde }), ...(bestanden.length > 0 && { bestanden }) }
  const body = { kenmerk: nummer, soort, tijdstip, ...said, ...more }
  const answer = await callZaaksysteem(api, { path: `/zaken/${zaakId}/inzendingen`, body, schema: inzendingAnswer })
  if (answer.ok) return { uitkomst: answer.value.uitkomst }
  return toldOf(answer)
}

/** Decides whether a failure is retried. */
export function toldOf(failure: Failure): Told {
  const [httpStatus, code] = failure.reason === 'refused' ? [failure.httpStatus, failure.code] : [null, undefined]
  if (httpStatus === null || !NEVER_RIGHT.includes(httpStatus)) {
    return { again: { foutcode: failure.reason, httpStatus } }
  }
  return code === BESTAND_UNKNOWN ? { again: { foutcode: code, httpStatus } } : { uitkomst: REFUSED }
}

/**
 * Locks the burger first, as every change of a zaak does, to avoid a deadlock. Deletes the bytes that the
 * zaaksysteem has. Files that it refused for good are ready again for another day, so that the citizen reads
 * why and sends the rest.
 */
async function settle(
  ctx: PublieksportaalContext,
  { id, burgerId, zaakId }: Waiting,
  told: Exclude<Told, { again: object }>,
): Promise<void> {
  const uitkomst = 'uitkomst' in told ? told.uitkomst : REFUSED
  const isRefused = uitkomst === REFUSED
  if (isRefused) {
    const fields = { objectSoort: 'inzending', objectId: id, ...('foutcode' in told && { reason: told.foutcode }) }
    ctx.log.error(fields, 'The zaaksysteem refused an inzending for good; the citizen is shown that')
  }
  const now = ctx.clock()
  const { count } = await ctx.db.$transaction(async (tx) => {
    await showAgain(ctx, tx, { burgerId, zaakId })
    const doorgegevenOp = isRefused ? null : now
    const foutcode = 'foutcode' in told ? told.foutcode : null
    const data = { uitkomst, doorgegevenOp, volgendePoging: null, foutcode, httpStatus: null }
    await tx.inzending.updateMany({ where: { id }, data })
    if (isRefused) await mailReceipt(ctx, tx, { burgerId, zaakId, inzendingId: id })
    if ('bestandId' in told) {
      await tx.bestand.updateMany({ where: { id: told.bestandId }, data: { foutcode: told.foutcode } })
    }
    return tx.bestand.updateMany({
      where: { inzendingId: id },
      data: isRefused
        ? { inzendingId: null, overgedragenAls: null, aangemaaktOp: now, herinnerdOp: null }
        : { status: 'vervallen' },
    })
  })
  ctx.liveBus?.publish({ burgerIds: [burgerId], ordered: false })
  if (count > 0 && !isRefused) await sweepBestanden(ctx)
}
