import { DAY_MS } from '#lib/platform/durations.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { type ApiClientRights, createApiClient } from './change-api-client.ts'

/** Rights for a week, on all zaaktypen and events. */
export function testRights(ctx: ZaaksysteemContext, changes: Partial<ApiClientRights> = {}): ApiClientRights {
  return {
    contact: 'beheer@leverancier.test',
    scopes: ['zaken.lezen', 'gebeurtenissen.lezen', 'abonnementen.beheren'],
    zaaktypen: [],
    types: [],
    verlooptOp: new Date(ctx.clock().getTime() + 7 * DAY_MS),
    ...changes,
  }
}

export async function createTestClient(
  ctx: ZaaksysteemContext,
  { naam = `client-${crypto.randomUUID()}`, ...changes }: Partial<ApiClientRights> & { naam?: string } = {},
) {
  const created = await createApiClient(ctx, { naam, rights: testRights(ctx, changes), actor: OPDRACHTREGEL })
  if (!created.ok) throw new Error(created.reason)
  return { ...created, naam }
}
