import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '#lib/platform/durations.ts'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { changeApiClient } from '../api-client/change-api-client.ts'
import { revokeApiClient } from '../api-client/revoke-api-client.ts'
import { createTestClient, testRights } from '../api-client/test-api-client.ts'
import { OPDRACHTREGEL as actor } from '../audit/recorded-transaction.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { mailExpiring } from './mail-expiring.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const BEHEERDER = 'beheer@gemeente.test'
let now: Date
let refuse: (address: string) => boolean

const smtp = await startTestSmtp({ refuse: (address) => refuse(address) })
const env = {
  ZAAKSYSTEEM_SMTP_URL: smtp.url,
  ZAAKSYSTEEM_MAIL_FROM: 'zaaksysteem@gemeente.test',
  ZAAKSYSTEEM_BEHEERDER_MAIL: BEHEERDER,
}
const ctx = await createTestZaaksysteem({ clock: () => now, env })
beforeEach(() => {
  now = NOW
  refuse = () => false
})
afterEach(async () => {
  smtp.received.length = 0
  await ctx.db.apiClient.deleteMany()
})
afterAll(async () => {
  await smtp.close()
  await ctx.close()
})

const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

test('two weeks before a client expires its contact and the beheerder are mailed once', async () => {
  const { id } = await createTestClient(ctx, { naam: 'archief', contact: 'app@archief.test', verlooptOp: inDays(15) })
  await mailExpiring(ctx)
  expect(smtp.received).toEqual([])
  now = inDays(1)
  await mailExpiring(ctx)
  await mailExpiring(ctx)
  const subject = 'API-client archief verloopt over 14 dagen'
  expect(smtp.received).toMatchObject([{ to: ['app@archief.test', BEHEERDER], subject }])
  const [{ body = '' } = {}] = smtp.received
  expect(body).toContain('10 december 2026 om 10:00')
  expect(body).toContain(`http://localhost:3000/balie/api-clients/${id}`)
})

test('an extended client is mailed again before its new end', async () => {
  const { id } = await createTestClient(ctx, { verlooptOp: inDays(1) })
  await mailExpiring(ctx)
  await changeApiClient(ctx, { id, rights: testRights(ctx, { verlooptOp: inDays(30) }), actor })
  await mailExpiring(ctx)
  expect(smtp.received).toHaveLength(1)
  now = inDays(20)
  await mailExpiring(ctx)
  expect(smtp.received).toHaveLength(2)
})

test('no mail is sent about a revoked or expired client', async () => {
  const { id } = await createTestClient(ctx, { verlooptOp: inDays(1) })
  await revokeApiClient(ctx, { id, actor })
  await createTestClient(ctx, { verlooptOp: NOW })
  await mailExpiring(ctx)
  expect(smtp.received).toEqual([])
})

test('a refused mail is retried, and does not delay others', async () => {
  refuse = (address) => address === 'vol@archief.test'
  await createTestClient(ctx, { contact: 'vol@archief.test', verlooptOp: inDays(1) })
  await createTestClient(ctx, { contact: 'app@archief.test', verlooptOp: inDays(1) })
  await mailExpiring({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_BEHEERDER_MAIL: undefined } })
  expect(smtp.received).toMatchObject([{ to: ['app@archief.test'] }])
  refuse = () => false
  await mailExpiring({ ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_BEHEERDER_MAIL: undefined } })
  expect(smtp.received).toMatchObject([{ to: ['app@archief.test'] }, { to: ['vol@archief.test'] }])
})
