import { beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '#lib/platform/durations.ts'
import { OPDRACHTREGEL as actor } from '../audit/recorded-transaction.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { EXPIRES_SOON_MS, findApiClientDetail, findApiClients } from './find-api-clients.ts'
import { revokeApiClient } from './revoke-api-client.ts'
import { rotateToken } from './rotate-token.ts'
import { createTestClient } from './test-api-client.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
let now = NOW
const inMs = (ms: number) => new Date(NOW.getTime() + ms)

const ctx = await openTestZaaksysteem({ clock: () => now })
beforeEach(async () => {
  now = NOW
  await ctx.db.apiClient.deleteMany()
})

test('each client has its stand, and withdrawn clients come last', async () => {
  const withdrawn = await createTestClient(ctx, { naam: 'a' })
  await revokeApiClient(ctx, { id: withdrawn.id, actor })
  await createTestClient(ctx, { naam: 'd', verlooptOp: inMs(EXPIRES_SOON_MS + 1) })
  await createTestClient(ctx, { naam: 'c', verlooptOp: inMs(EXPIRES_SOON_MS) })
  await createTestClient(ctx, { naam: 'b', verlooptOp: NOW })
  expect((await findApiClients(ctx)).map(({ naam, stand }) => [naam, stand])).toEqual([
    ['b', 'verlopen'],
    ['c', 'verloopt_binnenkort'],
    ['d', 'geldig'],
    ['a', 'ingetrokken'],
  ])
})

test('a client was last used when one of its tokens was', async () => {
  const { id } = await createTestClient(ctx)
  expect(await findApiClients(ctx)).toMatchObject([{ laatstGebruiktOp: null }])
  await ctx.db.apiToken.updateMany({ where: { clientId: id }, data: { laatstGebruiktOp: NOW } })
  await rotateToken(ctx, { id, overlapHours: 24, actor })
  expect(await findApiClients(ctx)).toMatchObject([{ laatstGebruiktOp: NOW }])
})

test('the detail of a client has its abonnementen and its valid tokens, without their secrets', async () => {
  const { id, naam, token } = await createTestClient(ctx)
  const rotated = await rotateToken(ctx, { id, overlapHours: 24, actor })
  if (!rotated.ok) expect.fail(rotated.reason)
  const abonnementId = await addAbonnement(ctx, { client: naam })
  await addAbonnement(ctx)
  const begins = async () => (await findApiClientDetail(ctx, id))?.tokens.map(({ begin }) => begin)
  expect(await begins()).toEqual([rotated.token.slice(0, 9), token.slice(0, 9)])
  const detail = await findApiClientDetail(ctx, id)
  expect(detail?.abonnementen).toMatchObject([{ id: abonnementId, status: 'actief' }])
  expect(JSON.stringify(detail)).not.toMatch(/[0-9a-f]{64}/)
  now = inMs(DAY_MS)
  expect(await begins()).toEqual([rotated.token.slice(0, 9)])
})

test.each(['niets', '0199a000-0000-7000-8000-00000000abcd'])('the id %s finds no client', async (id) => {
  expect(await findApiClientDetail(ctx, id)).toBeUndefined()
})
