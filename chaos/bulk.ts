import { setTimeout as sleep } from 'node:timers/promises'
import { findBulkopdrachtOf } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { addCoordinator, orderTestBulk, registerZaken } from '#lib/zaaksysteem/bulk/test-bulk.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { Check } from './verdict.ts'

const READY_WITHIN_MS = 60_000
const POLL_MS = 200

type Order = { behandelaarId: string; opdrachtId: string; zaakIds: string[] }

/** One act for many zaken, which the workers do while they are killed. */
export async function orderBulk(ctx: ZaaksysteemContext, aantal: number): Promise<Order> {
  const behandelaarId = await addCoordinator(ctx)
  const zaakIds = await registerZaken(ctx, aantal)
  return { behandelaarId, zaakIds, opdrachtId: await orderTestBulk(ctx, { behandelaarId, zaakIds }) }
}

/** Every zaak of the order was done, and changed once. */
export async function checkBulk(ctx: ZaaksysteemContext, order: Order): Promise<Check> {
  const startMs = performance.now()
  const find = () => findBulkopdrachtOf(ctx, order)
  let opdracht = await find()
  while (!opdracht?.klaarOp && performance.now() < startMs + READY_WITHIN_MS) {
    await sleep(POLL_MS)
    opdracht = await find()
  }
  const zaken = await ctx.db.zaak.findMany({ where: { id: { in: order.zaakIds } }, select: { id: true, versie: true } })
  const undone = opdracht?.regels.filter(({ uitkomst }) => uitkomst !== 'gedaan') ?? []
  const broken = [
    ...undone.map(({ zaakId, redenen }) => `${zaakId} is not done: ${redenen}`),
    ...zaken.flatMap(({ id, versie }) => (versie === 2 ? [] : `${id} has versie ${versie}`)),
  ]
  return { name: `a bulkopdracht did each of ${order.zaakIds.length} zaken once`, broken }
}
