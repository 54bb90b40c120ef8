import type pg from 'pg'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { asOne } from '#lib/platform/postgres/group-commit.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { pipelineOf } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Accepted, anyDiffers, lockOf, type Proof, statementFor } from './accept-event.ts'
import { NOTIFY_LIVE } from './live-hint.ts'

/**
 * Locks burgers in a fixed order before their zaken, so that batches with the same burgers do not deadlock.
 */
const LOCK_BURGERS = `
  select from burger where id = any (array(select burger_id from zaak where id = any ($1::uuid[])))
  order by id for no key update`

/** Notifies once for each zaak, however many events changed it: the hint names its final versie. */
const NOTIFY = `
  select ${NOTIFY_LIVE} from zaak where id = any ($1::uuid[])
  union all select pg_notify('ophaalopdracht', '') where $2`

/** `accepted`: the number of new events; `changed`: the number of zaken that changed. */
type BatchAcceptance = { ok: true; accepted: number; changed: number } | { ok: false; reason: 'different_content' }

/** Accepts all events in one transaction, or none when one was received before with other content. */
export async function acceptEvents(
  ctx: PublieksportaalContext,
  batch: { events: ReceivedEvent[]; proof: Proof },
): Promise<BatchAcceptance> {
  const acceptance = await inTransaction(ctx.pool, (client) => accept(client, ctx, batch))
  if (!acceptance.ok) return acceptance
  const { accepted, changed, hint } = acceptance
  ctx.liveBus?.publish(hint)
  return { ok: true, accepted, changed }
}

async function accept(
  client: pg.PoolClient,
  ctx: PublieksportaalContext,
  { events: all, proof }: { events: ReceivedEvent[]; proof: Proof },
) {
  const asRow = (step: 'receive' | 'apply') => (event: ReceivedEvent) =>
    statementFor(ctx, step, { event, proof, notify: false })
  const [received = []] = await pipelineOf(client, all.length > 0 ? [asOne(all.map(asRow('receive')))] : [])
  const keyOf = ({ source, id }: Pick<ReceivedEvent, 'source' | 'id'>) => `${source}\n${id}`
  const fresh = new Set((received as ReceivedEvent[]).map(keyOf))
  const repeated = all.filter((event) => !fresh.has(keyOf(event)))
  if (repeated.length > 0 && (await anyDiffers(client, repeated)))
    return { ok: false, reason: 'different_content' } as const

  // The sort is stable: it keeps the order of the events of one zaak.
  const events = all
    .filter((event) => fresh.has(keyOf(event)))
    .toSorted((a, b) => (lockOf(a) < lockOf(b) ? -1 : Number(lockOf(a) > lockOf(b))))
  const zaakIds = new Set(events.flatMap(({ change }) => change?.zaakId ?? []))
  const runs = inRuns(events)
  const [, ...rows] = await pipelineOf(client, [
    { name: 'lock-burgers', text: LOCK_BURGERS, values: [`{${[...zaakIds]}}`] },
    ...runs.map((run) => asOne(run.map(asRow('apply')))),
  ])
  const accepted = runs.flatMap((run, index) =>
    (rows[index] as Accepted[]).map((row) => ({ ...row, zaakId: run[row.n]?.change?.zaakId })),
  )
  const changed = new Set(accepted.flatMap(({ burgerId, zaakId }) => (burgerId && zaakId) || []))
  const ordered = accepted.some((event) => event.ordered)
  if (!ctx.liveBus) await client.query(NOTIFY, [[...changed], ordered])
  const hint = { burgerIds: [...new Set(accepted.flatMap(({ burgerId }) => burgerId ?? []))], ordered }
  return { ok: true, accepted: accepted.length, changed: changed.size, hint } as const
}

/**
 * Splits the events, in order, into runs without two events of one zaak: a statement does not see its own
 * effects.
 */
function inRuns(events: ReceivedEvent[]): ReceivedEvent[][] {
  const runs: ReceivedEvent[][] = []
  for (const [index, event] of events.entries()) {
    const before = events[index - 1]
    const run = runs.at(-1)
    if (run && before && lockOf(before) !== lockOf(event)) run.push(event)
    else runs.push([event])
  }
  return runs
}
