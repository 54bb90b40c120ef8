import { afterAll, beforeEach, expect, test } from 'vitest'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { mailWorkeruitval } from './mail-workeruitval.ts'
import { runUpkeep } from './run-upkeep.ts'
import { findWorkeruitval, giveLevensteken } from './workeruitval.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
const BEHEERDER = 'beheer@gemeente.test'
let now = NOW

const smtp = await startTestSmtp()
const env = {
  ZAAKSYSTEEM_SMTP_URL: smtp.url,
  ZAAKSYSTEEM_MAIL_FROM: 'zaaksysteem@gemeente.test',
  ZAAKSYSTEEM_BEHEERDER_MAIL: BEHEERDER,
}
const ctx = await createTestZaaksysteem({ clock: () => now, env })
beforeEach(async () => {
  now = NOW
  await ctx.pool.query('delete from levensteken')
  await giveLevensteken(ctx)
})
afterAll(async () => {
  await smtp.close()
  await ctx.close()
})

const after = (ms: number) => new Date(NOW.getTime() + ms)

test('two minutes without a sign of life of a worker are an uitval, which the next sign ends', async () => {
  now = after(2 * MINUTE_MS)
  expect(await findWorkeruitval(ctx)).toBeUndefined()
  now = after(2 * MINUTE_MS + SECOND_MS)
  expect(await findWorkeruitval(ctx)).toEqual({ sinds: NOW, wachtend: 0, gemaildOp: null })
  await giveLevensteken(ctx)
  expect(await findWorkeruitval(ctx)).toBeUndefined()
})

test('a new installation on which no worker was ever started has an uitval too', async () => {
  const fresh = await createTestZaaksysteem({ clock: () => new Date(Date.now() + 3 * MINUTE_MS) })
  expect(await findWorkeruitval(fresh)).toMatchObject({ wachtend: 0 })
  await fresh.close()
})

test('an event of which the bezorgingen are still to be made counts as waiting', async () => {
  await registerTestZaak(ctx)
  now = after(3 * MINUTE_MS)
  expect(await findWorkeruitval(ctx)).toMatchObject({ wachtend: 1 })
})

test('the beheerder is mailed once for each uitval', async () => {
  await mailWorkeruitval(ctx)
  expect(smtp.received).toEqual([])
  now = after(3 * MINUTE_MS)
  await Promise.all([mailWorkeruitval(ctx), mailWorkeruitval(ctx)])
  await mailWorkeruitval(ctx)
  expect(smtp.received).toMatchObject([{ to: [BEHEERDER], subject: 'Het zaaksysteem verstuurt niets' }])
  expect(smtp.received[0]?.body).toContain('sinds 25 november 2026 om 10:00 is er geen teken van leven')
  await giveLevensteken(ctx)
  now = after(6 * MINUTE_MS)
  await mailWorkeruitval(ctx)
  expect(smtp.received).toHaveLength(2)
})

test('the upkeep of a worker gives signs of life', async () => {
  now = after(3 * MINUTE_MS)
  const stop = new AbortController()
  const running = runUpkeep(ctx, { signal: stop.signal })
  await expect.poll(() => findWorkeruitval(ctx)).toBeUndefined()
  stop.abort()
  await running
})
