import { afterEach, beforeEach, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { listen } from '#lib/platform/postgres/listener.ts'
import { changeApiClient } from '../api-client/change-api-client.ts'
import { createTestClient, testRights } from '../api-client/test-api-client.ts'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { redeliver } from './redeliver.ts'
import { addTestBezorgingen } from './test-bezorgingen.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const EARLIER = new Date('2026-11-24T09:00:00Z')
const LATER = new Date('2026-11-25T14:00:00Z')
let abonnementId: string

const ctx = await openTestZaaksysteem({ clock: () => NOW })
beforeEach(async () => {
  abonnementId = await addAbonnement(ctx)
})
afterEach(() => ctx.db.abonnement.deleteMany())

const bezorgingen = () => ctx.db.bezorging.findMany({ where: { abonnementId }, orderBy: { sequence: 'asc' } })

test.each(['mislukt', 'overgeslagen', 'bezorgd'] as const)('a bezorging that is %s is due again', async (status) => {
  const [id = ''] = await addTestBezorgingen(ctx, abonnementId, [{ status, pogingen: 10, afgerondOp: EARLIER }])
  const [before] = await bezorgingen()
  expect(await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL })).toEqual({ ok: true })
  expect(await bezorgingen()).toEqual([
    {
      ...before,
      status: 'wachtend',
      volgendePoging: NOW,
      herhaling: true,
      handmatig: true,
      rondeVanaf: 10,
      afgerondOp: null,
    },
  ])
})

test('later bezorgingen of the zaak wait for a resent one', async () => {
  const [first = ''] = await addTestBezorgingen(ctx, abonnementId, [
    { zaak: 'a', status: 'mislukt', pogingen: 10 },
    { zaak: 'a', status: 'wachtend', pogingen: 1, herhaling: true, volgendePoging: LATER },
    { zaak: 'a', status: 'wachtend', volgendePoging: null },
    { zaak: 'b', status: 'wachtend', volgendePoging: EARLIER },
  ])
  expect(await redeliver(ctx, { bezorgingId: first, actor: OPDRACHTREGEL })).toEqual({ ok: true })
  expect((await bezorgingen()).map(({ volgendePoging }) => volgendePoging)).toEqual([NOW, null, null, EARLIER])
})

test('a resent bezorging waits for an earlier one of its zaak that waits for its retry', async () => {
  const [, second = ''] = await addTestBezorgingen(ctx, abonnementId, [
    { zaak: 'a', status: 'wachtend', pogingen: 1, herhaling: true, volgendePoging: LATER },
    { zaak: 'a', status: 'bezorgd' },
  ])
  expect(await redeliver(ctx, { bezorgingId: second, actor: OPDRACHTREGEL })).toEqual({ ok: true })
  expect((await bezorgingen()).map(({ volgendePoging }) => volgendePoging)).toEqual([LATER, null])
})

test('a later bezorging that is under way is left alone', async () => {
  const [first = ''] = await addTestBezorgingen(ctx, abonnementId, [
    { zaak: 'a', status: 'mislukt' },
    { zaak: 'a', status: 'wachtend', volgendePoging: EARLIER, leaseTot: LATER },
  ])
  expect(await redeliver(ctx, { bezorgingId: first, actor: OPDRACHTREGEL })).toEqual({ ok: true })
  expect(await bezorgingen()).toMatchObject([{ volgendePoging: NOW }, { volgendePoging: EARLIER, leaseTot: LATER }])
})

test('a bezorging that waits for its retry is due at once, in a new round of the schedule', async () => {
  const retry = { status: 'wachtend', pogingen: 4, herhaling: true, volgendePoging: LATER } as const
  const [id = ''] = await addTestBezorgingen(ctx, abonnementId, [retry])
  expect(await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL })).toEqual({ ok: true })
  expect(await bezorgingen()).toMatchObject([{ volgendePoging: NOW, handmatig: true, rondeVanaf: 4, pogingen: 4 }])
})

test.each([
  ['not_finished', { status: 'wachtend', volgendePoging: EARLIER, leaseTot: LATER }],
  ['not_finished', { status: 'wachtend', volgendePoging: null }],
  ['purged', { status: 'bezorgd', purged: true }],
] as const)('refused as %s: %j', async (reason, bezorging) => {
  const [id = ''] = await addTestBezorgingen(ctx, abonnementId, [bezorging])
  const before = await bezorgingen()
  expect(await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL })).toEqual({ ok: false, reason })
  expect(await bezorgingen()).toEqual(before)
})

test('a resend is refused for another client, and for an abonnement that is not actief', async () => {
  const [id = ''] = await addTestBezorgingen(ctx, abonnementId, [{ status: 'mislukt' }])
  expect(await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL, client: 'ander' })).toEqual({
    ok: false,
    reason: 'not_found',
  })
  expect(await redeliver(ctx, { bezorgingId: '0', actor: OPDRACHTREGEL })).toEqual({ ok: false, reason: 'not_found' })
  await ctx.db.abonnement.updateMany({ data: { status: 'gepauzeerd' } })
  expect(await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL })).toEqual({ ok: false, reason: 'not_active' })
  expect(await bezorgingen()).toMatchObject([{ status: 'mislukt' }])
})

test.each(['mislukt', 'overgeslagen', 'bezorgd'] as const)(
  'a bezorging that is %s is not resent to a client that may no longer read its event',
  async (status) => {
    const { id: clientId, naam } = await createTestClient(ctx)
    abonnementId = await addAbonnement(ctx, { client: naam })
    const [id = ''] = await addTestBezorgingen(ctx, abonnementId, [{ status }])
    const change = (limit: { zaaktypen?: string[]; types?: string[] }) =>
      changeApiClient(ctx, { id: clientId, rights: testRights(ctx, limit), actor: OPDRACHTREGEL })
    for (const limit of [{ zaaktypen: ['APV-EVEN'] }, { types: [EVENT_TYPES.heropening] }]) {
      await change(limit)
      const refused = { ok: false, reason: 'not_readable' }
      expect(await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL })).toEqual(refused)
    }
    expect(await bezorgingen()).toMatchObject([{ status, volgendePoging: null }])
    await change({ zaaktypen: ['APV-STAND'] })
    expect(await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL, client: naam })).toEqual({ ok: true })
  },
)

test('a resend wakes the workers', async () => {
  const channels: Record<string, (payload: string) => void> = {}
  const notified = new Promise((resolve) => {
    channels.bezorging = resolve
  })
  const connectionString = ctx.env.ZAAKSYSTEEM_DATABASE_URL
  const listener = await listen({ connectionString, channels, log: createLogger('test') })
  const [id = ''] = await addTestBezorgingen(ctx, abonnementId, [{ status: 'mislukt' }])
  await redeliver(ctx, { bezorgingId: id, actor: OPDRACHTREGEL })
  expect(await notified).toBe('')
  await listener.close()
})
