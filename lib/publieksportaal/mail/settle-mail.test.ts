import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { claimMail } from './claim-mail.ts'
import type { ClaimedMail } from './claimed-mail.ts'
import { endMail } from './settle-mail.ts'
import { addBurgerWithAdres, mailEnv } from './test-mail.ts'

const BSN = '999990342'
let now = new Date('2026-11-25T10:00:00Z')
let ctx: TestPublieksportaal
beforeAll(async () => {
  ctx = await createTestPublieksportaal({ clock: () => now, env: mailEnv({ url: 'smtp://127.0.0.1:1' }) })
})
beforeEach(async () => {
  await ctx.db.burger.deleteMany()
  await addBurgerWithAdres(ctx, { bsn: BSN, adres: 'mijn@adres.example' })
})
afterAll(() => ctx.close())

async function claimedMail() {
  const { uuid: zaakId } = testZaak()
  await storeZaak(ctx, testZaak({ uuid: zaakId, bsn: BSN }))
  now = new Date(now.getTime() + 3 * 60_000)
  const mail = await claimMail(ctx)
  if (!mail) throw new Error('Nothing is due')
  return { zaakId, mail }
}

const WAITING = `
  select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

test.each<[string, (mail: ClaimedMail) => Promise<unknown>]>([
  ['accepted', (mail) => endMail(ctx, { mail, soort: 'gemaild', told: [1], replaced: [] })],
  ['refused', (mail) => endMail(ctx, { mail, soort: 'mail_geweigerd', told: [1], replaced: [] })],
])('a mail that is %s while its zaak is removed is deleted with it, without a deadlock', async (_, settle) => {
  const { zaakId, mail } = await claimedMail()
  let settled: Promise<unknown> = Promise.resolve()
  await inTransaction(ctx.pool, async (client) => {
    await client.query('select from zaak where id = $1 for update', [zaakId])
    settled = settle(mail)
    await expect.poll(async () => (await ctx.pool.query(WAITING)).rows).toEqual([{ count: 1 }])
    await client.query('delete from zaak where id = $1', [zaakId])
  })
  await settled
  expect([await ctx.db.uitgaandeMail.count(), await ctx.db.bewijs.count()]).toEqual([0, 0])
})
