import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDemoPhone } from '#lib/platform/push/demo-phone.ts'
import { pushEnv } from '#lib/publieksportaal/push/apparaat/test-apparaat.ts'
import { sendPushes } from '#lib/publieksportaal/push/send-pushes.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { type StartedPhone, startDemoPhone } from './demo-phone.ts'
import { givePhone } from './give-phone.ts'

let dataDir: string
let phone: StartedPhone
let portal: TestPublieksportaal
let now: Date
beforeEach(async () => {
  now = new Date('2026-11-26T10:00:00Z')
  dataDir = await mkdtemp(join(tmpdir(), 'zaakbode-telefoon-'))
  phone = await startDemoPhone({ dataDir })
  const env = { ...pushEnv({ origin: '' }), PUBLIEKSPORTAAL_MAIL_AFTER_SECONDS_DEMO_ONLY: '10', ...phone.variables }
  portal = await createTestPublieksportaal({ env, clock: () => now })
})
afterEach(async () => {
  await portal.close()
  await phone.stop()
  await rm(dataDir, { recursive: true })
})

const pushes = async () => (await readDemoPhone(phone.variables.PHONE_DEMO_ONLY))?.pushes

async function change() {
  const zaak = testZaak()
  await storeZaak(portal, zaak)
  now = new Date(now.getTime() + 10_000)
  await sendPushes(portal)
  return zaak
}

test('the citizen of the demo sees the first change on the phone, after ten seconds', async () => {
  await givePhone(portal, phone)
  const { uuid } = await change()
  await expect
    .poll(pushes)
    .toMatchObject([{ titel: 'Gemeente Voorbeeld', tekst: 'Er is nieuws over uw zaak', pad: `/mijn/zaken/${uuid}` }])
})

test('after a restart the phone keeps its messages and its owner', async () => {
  await givePhone(portal, phone)
  await change()
  await expect.poll(pushes).toHaveLength(1)
  const before = phone.subscription.endpoint
  await phone.stop()
  phone = await startDemoPhone({ dataDir })
  expect(phone.former).toBe(before)
  Object.assign(portal.env, phone.variables)
  await givePhone(portal, phone)
  await change()
  await expect.poll(pushes).toHaveLength(2)

  await portal.db.apparaat.deleteMany()
  await givePhone(portal, { ...phone, former: phone.subscription.endpoint })
  expect(await portal.db.apparaat.count()).toBe(0)
})
