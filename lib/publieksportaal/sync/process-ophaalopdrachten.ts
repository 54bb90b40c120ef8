import { latestEndSql } from '#lib/platform/is-over.ts'
import { runPipeline, type Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { configuredApi } from './call-zaaksysteem.ts'
import { type FetchedZaak, fetchZaak, fetchZaken } from './fetch-zaken.ts'
import { removeZaken } from './remove-zaken.ts'
import { storeZaak } from './store-zaak.ts'
import { updateKnownZaken } from './update-known-zaken.ts'

/** Fetched in one call, which costs little more than a call for one zaak. */
const BATCH_SIZE = 20
/** When that call fails: so many at once, each in a call for itself. */
const AT_ONCE = 4
/** For so long nobody else claims the order; longer than all calls of one batch can take. */
const LEASE_SECONDS = 30
const LONGEST_RETRY_SECONDS = 5 * 60

/** The reason for which no later fetch can bring a zaak to show. */
const FINAL = 'not_found'

type Ophaalopdracht = { zaakId: string; aanvraag: number; pogingen: number }

/** Fetches zaken that are due, at most one batch. `more`: the batch was full, so more may be due. */
export async function processOphaalopdrachten(
  ctx: PublieksportaalContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<{ more: boolean }> {
  const claimed = await claimOphaalopdrachten(ctx)
  if (claimed.length > 0) await processClaimed(ctx, { claimed, signal })
  return { more: claimed.length === BATCH_SIZE }
}

const firstOrders = (when: string) => `
  select zaak_id from ophaalopdracht where volgende_poging ${when}
  order by volgende_poging limit ${BATCH_SIZE} for update skip locked`

/** Two reads of one index instead of one condition with `or`, which would read all orders that wait. */
const CLAIM = `
  update ophaalopdracht
  set pogingen = pogingen + 1, volgende_poging = $1::timestamptz + make_interval(secs => ${LEASE_SECONDS})
  where zaak_id = any (array(
    select zaak_id from (${firstOrders('<= $1')}) as due
    union all
    select zaak_id from (${firstOrders(`> ${latestEndSql('$1', LONGEST_RETRY_SECONDS)}`)}) as set_back
    limit ${BATCH_SIZE}
  ))
  returning zaak_id as "zaakId", aanvraag, pogingen`

async function claimOphaalopdrachten(ctx: PublieksportaalContext): Promise<Ophaalopdracht[]> {
  const claim = { name: 'claim-ophaalopdrachten', text: CLAIM, values: [ctx.clock().toISOString()] }
  const [claimed] = (await runPipeline(ctx.pool, [claim])) as [Ophaalopdracht[]]
  return claimed
}

/**
 * Removes those that the zaaksysteem has removed. Fetches the others in one call, or each by itself when one of them may have spoiled that call, so that only that one has to
 * wait. No transaction is open during a call. What is left when `signal` aborts waits for the end of its lease.
 */
async function processClaimed(
  ctx: PublieksportaalContext,
  { claimed: all, signal }: { claimed: Ophaalopdracht[]; signal: AbortSignal | undefined },
): Promise<void> {
  const removed = await removeZaken(
    ctx,
    all.map(({ zaakId }) => zaakId),
  )
  await end(
    ctx,
    all.filter(({ zaakId }) => removed.has(zaakId)),
  )
  const claimed = all.filter(({ zaakId }) => !removed.has(zaakId))
  if (claimed.length === 0) return

  const api = configuredApi(ctx)
  const uuids = claimed.map(({ zaakId }) => zaakId)
  const together = claimed.length > 1 ? await fetchZaken(api, uuids) : undefined
  if (together) return settle(ctx, claimed, together)

  const waiting = claimed.values()
  async function fetchOneByOne() {
    for (const opdracht of waiting) {
      if (signal?.aborted) return
      const { zaakId } = opdracht
      await settle(ctx, [opdracht], new Map([[zaakId, await fetchZaak(api, zaakId)]]))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchOneByOne))
}

/** An order that a newer event renewed since it was claimed (`aanvraag`) stays. */
async function settle(
  ctx: PublieksportaalContext,
  opdrachten: Ophaalopdracht[],
  fetched: Map<string, FetchedZaak>,
): Promise<void> {
  const done: Ophaalopdracht[] = []
  const again: Ophaalopdracht[] = []
  const zaken = [...fetched.values()].flatMap((one) => (one.ok ? one.zaak : []))
  const upToDate = await updateKnownZaken(ctx, zaken)
  for (const opdracht of opdrachten) {
    const { zaakId, pogingen } = opdracht
    const reason = upToDate.has(zaakId) ? undefined : await store(ctx, zaakId, fetched.get(zaakId) as FetchedZaak)
    if (reason === FINAL) ctx.log.error({ zaakId, reason }, 'The zaaksysteem does not have this zaak; given up')
    else if (reason)
      ctx.log.warn({ zaakId, reason, poging: pogingen }, 'A zaak could not be fetched; trying again later')
    if (reason && reason !== FINAL) again.push(opdracht)
    else done.push(opdracht)
  }
  const now = ctx.clock().toISOString()
  const statements: Statement[] = []
  if (done.length > 0) statements.push({ name: 'end-ophaalopdrachten', text: END, values: columns(done) })
  if (again.length > 0) statements.push({ name: 'try-again', text: TRY_AGAIN, values: [...columns(again), now] })
  await runPipeline(ctx.pool, statements)
}

/** `undefined` when it succeeded, else the reason. */
async function store(ctx: PublieksportaalContext, zaakId: string, fetched: FetchedZaak): Promise<string | undefined> {
  if (!fetched.ok) return fetched.reason
  try {
    await storeZaak(ctx, fetched.zaak)
    return undefined
  } catch (err) {
    ctx.log.error({ err, zaakId }, 'A fetched zaak could not be stored')
    return 'not_stored'
  }
}

async function end({ pool }: PublieksportaalContext, opdrachten: Ophaalopdracht[]): Promise<void> {
  if (opdrachten.length === 0) return
  await runPipeline(pool, [{ name: 'end-ophaalopdrachten', text: END, values: columns(opdrachten) }])
}

function columns(opdrachten: Ophaalopdracht[]) {
  return [`{${opdrachten.map(({ zaakId }) => zaakId)}}`, `{${opdrachten.map(({ aanvraag }) => aanvraag)}}`]
}

/** Without a join, which can be planned as a pass over all orders that wait. */
const THESE = 'zaak_id = any ($1::uuid[]) and aanvraag = ($2::int[])[array_position($1::uuid[], zaak_id)]'

const END = `delete from ophaalopdracht where ${THESE}`

/** After 1 s, 2 s, 4 s and so on; the exponent has a limit of its own, or its power would overflow after some days. */
const TRY_AGAIN = `
  update ophaalopdracht
  set volgende_poging = $3::timestamptz + make_interval(secs => least(2 ^ least(pogingen - 1, 16), ${LONGEST_RETRY_SECONDS}))
  where ${THESE}`
