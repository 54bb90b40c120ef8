import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { isUnavailable } from '#lib/platform/web-server/request-failure.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { performNamed } from '../zaak/handelingen/handelingen.ts'
import { changeStatement } from '../zaak/wijziging/apply-change.ts'
import { type Bulkhandeling, type BulkReden, type Invoer, mayDoBulk } from './bulkhandelingen.ts'

/** The number of acts per round; the page of the opdracht shows progress after each. */
const BATCH = 25

type Opdracht = {
  id: string
  handeling: Bulkhandeling
  invoer: Invoer
  traceparent: string
  behandelaarId: string
  rollen: string[]
}
type Regel = { zaakId: string; versie: number }

const FIND_OPEN = `
  select opdracht.id, handeling, invoer, traceparent, behandelaar_id as "behandelaarId", rollen
  from bulkopdracht opdracht join behandelaar on behandelaar.id = behandelaar_id
  where gestart_op is not null and klaar_op is null
  order by gestart_op, opdracht.id limit 1`

const FIND_REGELS = `
  select zaak_id as "zaakId", versie from bulkregel
  where opdracht_id = $1 and uitkomst is null order by volgnummer limit ${BATCH}`

const FINISH = `
  update bulkopdracht set klaar_op = $2
  where id = $1 and not exists (select from bulkregel where opdracht_id = $1 and uitkomst is null)`

const REFUSE = `
  update bulkregel set uitkomst = 'geweigerd', redenen = $3, klaar_op = $4
  where opdracht_id = $1 and zaak_id = $2 and uitkomst is null`

const IS_OPEN = 'bulkregel.opdracht_id = act.opdracht_id and bulkregel.zaak_id = act.zaak_id and uitkomst is null'

const APPLY_BULKREGEL = changeStatement('apply-bulkregel', {
  columns: { opdracht_id: 'uuid' },
  condition: `exists (select from bulkregel where ${IS_OPEN} for update)`,
  also: {
    settled: `update bulkregel set uitkomst = 'gedaan', klaar_op = act.vastgelegd_op from changed act where ${IS_OPEN}`,
  },
})

/**
 * Carries out the started bulkopdrachten, oldest first, until none is open or `signal` aborts. One
 * worker at a time, only to avoid double work. When it dies, another worker continues with the
 * zaken without an outcome.
 */
export async function processBulkopdrachten(
  ctx: ZaaksysteemContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.bulk, async () => {
    while (!signal?.aborted) {
      const [opdracht] = (await ctx.pool.query<Opdracht>(FIND_OPEN)).rows
      if (!opdracht) return
      const { rows } = await ctx.pool.query<Regel>(FIND_REGELS, [opdracht.id])
      await Promise.all(rows.map((regel) => settle(ctx, opdracht, regel)))
      const { rowCount } = await ctx.pool.query(FINISH, [opdracht.id, ctx.clock()])
      if (rowCount) ctx.log.info({ objectSoort: 'bulkopdracht', objectId: opdracht.id }, 'A bulkopdracht is done')
    }
  })
}

/**
 * Refuses a zaak whose act fails, so that it does not block the others. Throws when the database is
 * unavailable, because the act may have been committed; the next round finds out.
 */
async function settle(ctx: ZaaksysteemContext, opdracht: Opdracht, regel: Regel): Promise<void> {
  const broken = await perform(ctx, opdracht, regel).catch((err): BulkReden[] => {
    if (isUnavailable(err)) throw err
    ctx.log.error({ err, zaakId: regel.zaakId }, 'A zaak of a bulkopdracht failed')
    return ['failed']
  })
  if (broken.length > 0) await ctx.pool.query(REFUSE, [opdracht.id, regel.zaakId, broken, ctx.clock()])
}

/**
 * One statement writes the act and its outcome, so that neither exists without the other. A
 * regel with an outcome refuses the act. This holds after any crash and in any race: correctness
 * does not depend on the lock.
 *
 * @returns the reasons of a refusal; empty when it was done
 */
async function perform(ctx: ZaaksysteemContext, opdracht: Opdracht, regel: Regel): Promise<BulkReden[]> {
  const { id, handeling, invoer, traceparent, behandelaarId } = opdracht
  if (!mayDoBulk(opdracht)) return ['may_not_bulk']
  const input = { ...invoer, ...regel, gezetDoor: { behandelaarId }, traceparent }
  const also = { statement: APPLY_BULKREGEL, row: { opdracht_id: id } }
  const outcome = await performNamed(ctx, handeling, input, { recht: 'coordineren', also })
  if (outcome.ok) return []
  if (outcome.reason === 'refused') return outcome.broken
  return [outcome.reason === 'not_found' ? 'not_found' : 'changed_meanwhile']
}
