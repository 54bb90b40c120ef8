import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { Bulkhandeling, Invoer } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import { chooseZaken, prepareBulk } from '#lib/zaaksysteem/bulk/prepare-bulk.ts'
import { startBulk } from '#lib/zaaksysteem/bulk/start-bulk.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { expectDone } from '../../prisma/seed/expect-done.ts'

type Order = { behandelaarId: string; zaakIds: string[]; handeling: Bulkhandeling; invoer: Invoer }

/** Adds a coordinator, who may order a bulkopdracht. Returns the id. */
export async function addCoordinator({ db }: ZaaksysteemContext): Promise<string> {
  const data = { subject: crypto.randomUUID(), naam: 'B. Dekker', team: 'Vergunningen', rollen: ['coordinator'] }
  return (await db.behandelaar.create({ data })).id
}

/** Orders one act for many zaken, as a coordinator does: choose, prepare, start. Returns the id. */
export async function orderBulk(
  ctx: ZaaksysteemContext,
  { behandelaarId, zaakIds, handeling, invoer }: Order,
): Promise<string> {
  const { opdrachtId: chosen } = expectDone(await chooseZaken(ctx, { behandelaarId, zaakIds }))
  const prepared = await prepareBulk(ctx, { opdrachtId: chosen, behandelaarId, handeling, invoer })
  const { opdrachtId } = expectDone(prepared)
  const actor = { soort: 'behandelaar', id: behandelaarId, traceparent: traceparentOf(null) } as const
  await startBulk(ctx, { opdrachtId, actor })
  return opdrachtId
}
