import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../../advisory-locks.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Vernietigingsuitkomst, Verwijdergrond } from '../../generated/client.ts'
import { removeZaak } from './remove-zaak.ts'

/** The number of zaken per round: a large lijst must not delay other events to receivers. */
const BATCH = 100

type Regel = { zaakId: string; versie: number }
type Lijst = { id: string; grond: Verwijdergrond }

const FIND_APPROVED = `
  select id, grond from vernietigingslijst
  where goedgekeurd_op is not null and klaar_op is null and afgewezen_op is null order by goedgekeurd_op, id limit 1`

const FIND_REGELS = `
  select zaak_id as "zaakId", versie from vernietigingsregel
  where lijst_id = $1 and uitkomst is null order by volgnummer limit ${BATCH}`

const SETTLE = `
  update vernietigingsregel set uitkomst = $3, klaar_op = $4
  where lijst_id = $1 and zaak_id = $2 and uitkomst is null`

const FINISH = `
  update vernietigingslijst set klaar_op = $2
  where id = $1 and not exists (select from vernietigingsregel where lijst_id = $1 and uitkomst is null)`

/**
 * Destroys a batch of the oldest approved vernietigingslijst. One statement destroys a zaak and
 * records it, so after a crash the next worker continues with the rest. One worker at a time does
 * this, only to avoid double work.
 */
export async function processVernietigingslijsten(ctx: ZaaksysteemContext): Promise<void> {
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.vernietiging, async () => {
    const [lijst] = (await ctx.pool.query<Lijst>(FIND_APPROVED)).rows
    if (!lijst) return
    const { rows } = await ctx.pool.query<Regel>(FIND_REGELS, [lijst.id])
    await Promise.all(rows.map((regel) => destroy(ctx, lijst, regel)))
    const { rowCount } = await ctx.pool.query(FINISH, [lijst.id, ctx.clock()])
    if (rowCount)
      ctx.log.info({ objectSoort: 'vernietigingslijst', objectId: lijst.id }, 'A vernietigingslijst is done')
  })
}

async function destroy(ctx: ZaaksysteemContext, lijst: Lijst, { zaakId, versie }: Regel): Promise<void> {
  const door = { lijstId: lijst.id }
  const removed = await removeZaak(ctx, { zaakId, versie, grond: lijst.grond, door, traceparent: traceparentOf(null) })
  if (removed.ok) return
  const reason = removed.reason === 'refused' ? removed.broken[0] : removed.reason
  await ctx.pool.query(SETTLE, [lijst.id, zaakId, UITKOMSTEN[reason ?? ''] ?? 'gewijzigd', ctx.clock()])
}

/**
 * The outcomes of zaken that were not destroyed. Any other reason is a change of the zaak or of its ground.
 */
const UITKOMSTEN: Record<string, Vernietigingsuitkomst> = { held: 'aangehouden', not_found: 'verdwenen' }
