import type { ZaaksysteemContext } from '../context.ts'
import { AANVRAGER, actorOf, registerSoundZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import type { Bulkhandeling, Invoer } from './bulkhandelingen.ts'
import { findBulkopdrachtOf } from './find-bulkopdracht.ts'
import { chooseZaken, prepareBulk } from './prepare-bulk.ts'
import { startBulk } from './start-bulk.ts'

export const IN_BEHANDELING: Invoer = { statustype: 'in_behandeling', toelichting: 'Wij zijn begonnen.' }

export async function addCoordinator(ctx: ZaaksysteemContext, rollen = ['coordinator']): Promise<string> {
  const data = { subject: crypto.randomUUID(), naam: 'B. Dekker', team: 'Vergunningen', rollen }
  return (await ctx.db.behandelaar.create({ data })).id
}

export async function registerZaken(ctx: ZaaksysteemContext, count: number, zaaktype = 'APV-STAND'): Promise<string[]> {
  const registration = { zaaktype, omschrijving: 'Standplaats', aanvrager: AANVRAGER, traceparent: TRACEPARENT }
  const zaken = await Promise.all(Array.from({ length: count }, () => registerSoundZaak(ctx, registration)))
  return zaken.map(({ id }) => id)
}

type Order = { behandelaarId: string; zaakIds: string[]; handeling?: Bulkhandeling; invoer?: Invoer }

/** Chooses zaken and prepares an opdracht, up to the preview. */
export async function prepareTestBulk(
  ctx: ZaaksysteemContext,
  { behandelaarId, zaakIds, handeling = 'status', invoer = IN_BEHANDELING }: Order,
): Promise<string> {
  const chosen = await chooseZaken(ctx, { behandelaarId, zaakIds })
  if (!chosen.ok) throw new Error(chosen.reason)
  const prepared = await prepareBulk(ctx, { opdrachtId: chosen.opdrachtId, behandelaarId, handeling, invoer })
  if (!prepared.ok) throw new Error(prepared.reason)
  return prepared.opdrachtId
}

export function startTestBulk(
  ctx: ZaaksysteemContext,
  { behandelaarId, opdrachtId }: { behandelaarId: string; opdrachtId: string },
): Promise<void> {
  return startBulk(ctx, { opdrachtId, actor: actorOf(behandelaarId) })
}

export async function orderTestBulk(ctx: ZaaksysteemContext, order: Order): Promise<string> {
  const opdrachtId = await prepareTestBulk(ctx, order)
  await startTestBulk(ctx, { ...order, opdrachtId })
  return opdrachtId
}

export async function outcomesOf(ctx: ZaaksysteemContext, order: { behandelaarId: string; opdrachtId: string }) {
  const { behandelaarId, opdrachtId } = order
  const opdracht = await findBulkopdrachtOf(ctx, { actor: actorOf(behandelaarId), opdrachtId })
  if (!opdracht) throw new Error('The opdracht does not exist')
  return opdracht
}
