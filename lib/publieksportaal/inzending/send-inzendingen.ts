import { inzendingAnswer } from '#lib/contract/inzendingen.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Inzendingsoort } from '../generated/client.ts'
import { type Claimed, claimSql, retryStatement } from '../outbox/attempts.ts'
import { WACHTRIJEN } from '../outbox/wachtrijen.ts'
import { type Answer, callZaaksysteem, configuredApi, type ZaaksysteemApi } from '../sync/call-zaaksysteem.ts'
import { type GestuurdeAanvulling, showAgain } from './record-inzending.ts'

const WACHTRIJ = WACHTRIJEN.citizen_message

/** The uitkomst of what the zaaksysteem can never take. The citizen is asked to call. */
export const REFUSED = 'refused'

/**
 * Statuses that say that the request can never be right. Others may pass: a token without the scope is given it, a zaaksysteem
 * without this resource (404) is replaced, and a zaak that was removed (404) takes its inzendingen with it.
 */
const NEVER_RIGHT = [400, 409, 413, 415, 422]
/** Says something of this zaak only; any other failure is that of all of them. */
const NOT_FOUND = 404

type Waiting = Claimed & {
  burgerId: string
  zaakId: string
  soort: Inzendingsoort
  nummer: string
  aanvullingen: GestuurdeAanvulling[]
  tekst: string | null
  tijdstip: Date
  doorGemachtigde: boolean
}

type Told = { uitkomst: string } | { again: { foutcode: string; httpStatus: number | null } }

const CLAIM = claimSql(WACHTRIJ, {
  returning: `burger_id as "burgerId", zaak_id as "zaakId", soort, nummer, aanvullingen, tekst, tijdstip,
    gemachtigde_id is not null as "doorGemachtigde"`,
})
/** Notes why a call failed, for the page of the beheerder. */
const NOTE_FAILURE = 'update inzending set foutcode = $2, http_status = $3::int where id = $1::uuid'

/**
 * Tells the zaaksysteem what citizens said, one by one. A row waits until the zaaksysteem has said what
 * it made of it, so a process may die at any moment: what it had sent is sent again under the same kenmerk, which changes
 * nothing. No transaction is open during a call.
 *
 * @returns `more`: more may be due, and the zaaksysteem takes it
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
    if ('uitkomst' in told) await settle(ctx, waiting, told.uitkomst)
    else {
      const { foutcode, httpStatus } = told.again
      if (httpStatus !== NOT_FOUND) failure = told
      await runPipeline(ctx.pool, [
        {
          name: 'note-inzending',
          text: NOTE_FAILURE,
          values: [waiting.id, foutcode, httpStatus?.toString() ?? null],
        },
        retryStatement(WACHTRIJ, [waiting], { now: ctx.clock(), random: random() }),
      ])
      const fields = { objectSoort: 'inzending', objectId: waiting.id, reason: foutcode, httpStatus }
      ctx.log.warn(fields, 'What a citizen said could not be passed on; trying again later')
    }
  }
  return { more: claimed.length === WACHTRIJ.most && failure === undefined }
}

async function tell(api: ZaaksysteemApi, waiting: Waiting): Promise<Told> {
  const { zaakId, soort, nummer, aanvullingen, tekst, tijdstip, doorGemachtigde } = waiting
  const said = soort === 'aanvulling' ? { aanvullingen: aanvullingen.map(({ id }) => id) } : tekst !== null && { tekst }
  // left out where it is not so: a zaaksysteem that does not know it yet would refuse it
  const body = { kenmerk: nummer, soort, tijdstip, ...said, ...(doorGemachtigde && { doorGemachtigde }) }
  const answer = await callZaaksysteem(api, { path: `/zaken/${zaakId}/inzendingen`, body, schema: inzendingAnswer })
  if (answer.ok) return { uitkomst: answer.value.uitkomst }
  const httpStatus = statusOf(answer)
  if (httpStatus !== null && NEVER_RIGHT.includes(httpStatus)) return { uitkomst: REFUSED }
  return { again: { foutcode: answer.reason, httpStatus } }
}

function statusOf(answer: Exclude<Answer<unknown>, { ok: true }>): number | null {
  return answer.reason === 'refused' ? answer.httpStatus : null
}

/** Locks the burger first, as whatever changes a zaak does, so that they cannot deadlock. */
async function settle(ctx: PublieksportaalContext, { id, burgerId, zaakId }: Waiting, uitkomst: string): Promise<void> {
  if (uitkomst === REFUSED) {
    const fields = { objectSoort: 'inzending', objectId: id }
    ctx.log.error(fields, 'The zaaksysteem can never take what this citizen said; the citizen is asked to call')
  }
  await ctx.db.$transaction(async (tx) => {
    await showAgain(ctx, tx, { burgerId, zaakId })
    const data = { uitkomst, volgendePoging: null, foutcode: null, httpStatus: null }
    await tx.inzending.updateMany({ where: { id }, data })
  })
  ctx.liveBus?.publish({ burgerIds: [burgerId], ordered: false })
}
