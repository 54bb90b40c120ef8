import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline, type Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Claimed, claimSql, retryStatement } from '../outbox/attempts.ts'
import { WACHTRIJEN } from '../outbox/wachtrijen.ts'
import { configuredApi } from './call-zaaksysteem.ts'
import { removeZaken } from './remove-zaken.ts'
import { storeZaak, updateKnownZaken } from './store-zaak.ts'
import { type FetchedZaak, fetchZaak, fetchZaken } from './zaaksysteem-api.ts'

const WACHTRIJ = WACHTRIJEN.fetch
/** The number of concurrent calls when the call for the whole batch failed. */
const AT_ONCE = 4
/** The reason after which no retry can succeed. */
const FINAL = 'not_found'

/** `id` is the id of the zaak. */
type Ophaalopdracht = Claimed & { aanvraag: number }

/** Fetches at most one batch of due zaken. `more`: the batch was full, so more may be due. */
export async function processOphaalopdrachten(
  ctx: PublieksportaalContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<{ more: boolean }> {
  const claimed = await claimOphaalopdrachten(ctx)
  if (claimed.length > 0) await processClaimed(ctx, { claimed, signal })
  return { more: claimed.length === WACHTRIJ.most }
}

const CLAIM = claimSql(WACHTRIJ, { returning: 'aanvraag' })

async function claimOphaalopdrachten(ctx: PublieksportaalContext): Promise<Ophaalopdracht[]> {
  const claim = { name: 'claim-ophaalopdrachten', text: CLAIM, values: [sqlNow(ctx.clock)] }
  const [claimed] = (await runPipeline(ctx.pool, [claim])) as [Ophaalopdracht[]]
  return claimed
}

/**
 * Removes the zaken that the zaaksysteem removed and fetches the others in one call. When one of them may
 * have made that call fail, fetches each separately, so that only that one has to wait. No transaction is
 * open during a call. When `signal` aborts, the rest waits for the end of its lease.
 */
async function processClaimed(
  ctx: PublieksportaalContext,
  { claimed: all, signal }: { claimed: Ophaalopdracht[]; signal: AbortSignal | undefined },
): Promise<void> {
  const removed = await removeZaken(ctx, ids(all))
  const gone = all.filter(({ id }) => removed.has(id))
  if (gone.length > 0) await runPipeline(ctx.pool, [endStatement(gone)])
  const claimed = all.filter(({ id }) => !removed.has(id))
  if (claimed.length === 0) return

  const api = configuredApi(ctx)
  const together = claimed.length > 1 ? await fetchZaken(api, ids(claimed)) : undefined
  if (together) return settle(ctx, claimed, together)

  const waiting = claimed.values()
  async function fetchOneByOne() {
    for (const opdracht of waiting) {
      if (signal?.aborted) return
      const { id } = opdracht
      await settle(ctx, [opdracht], new Map([[id, await fetchZaak(api, id)]]))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchOneByOne))
}

/** Keeps an opdracht that a newer event renewed since the claim (its `aanvraag` changed). */
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
    const { id: zaakId, pogingen } = opdracht
    const reason = upToDate.has(zaakId) ? undefined : await store(ctx, zaakId, fetched.get(zaakId) as FetchedZaak)
    if (reason === FINAL) ctx.log.error({ zaakId, reason }, 'The zaaksysteem does not have this zaak; given up')
    else if (reason)
      ctx.log.warn({ zaakId, reason, poging: pogingen }, 'A zaak could not be fetched; trying again later')
    if (reason && reason !== FINAL) again.push(opdracht)
    else done.push(opdracht)
  }
  const statements: Statement[] = []
  if (done.length > 0) statements.push(endStatement(done))
  if (again.length > 0) statements.push(retryStatement(WACHTRIJ, again, { now: ctx.clock(), random: Math.random() }))
  await runPipeline(ctx.pool, statements)
}

/** Returns the reason of a failure; `undefined` on success. */
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

const ids = (opdrachten: Ophaalopdracht[]) => opdrachten.map(({ id }) => id)

/** Has no join, because the planner may turn a join into a scan of all waiting opdrachten. */
const END = `
  delete from ophaalopdracht
  where zaak_id = any ($1::uuid[]) and aanvraag = ($2::int[])[array_position($1::uuid[], zaak_id)]`

function endStatement(opdrachten: Ophaalopdracht[]): Statement {
  const aanvragen = opdrachten.map(({ aanvraag }) => aanvraag)
  return { name: 'end-ophaalopdrachten', text: END, values: [`{${ids(opdrachten)}}`, `{${aanvragen}}`] }
}
