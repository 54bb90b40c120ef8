import { beforeEach, expect, test } from 'vitest'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { warnExpiringCertificates } from './mail-expiring.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let now: Date
const ctx = await openTestZaaksysteem({ clock: () => now })
beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  await ctx.db.abonnement.deleteMany()
})

const pass = (days: number) => {
  now = new Date(now.getTime() + days * DAY_MS)
}
const addToegang = async (verlooptOp: Date | null) => {
  const abonnementId = await addAbonnement(ctx)
  const soort = verlooptOp ? 'clientcertificate' : 'headers'
  const stored = { versleuteld: new Uint8Array(), sleutelId: 'a', kenmerk: '', aangemaaktOp: now }
  await ctx.db.toegang.create({ data: { abonnementId, soort, verlooptOp, ...stored } })
  return abonnementId
}
const gegevens = async () => (await ctx.db.melding.findMany({ orderBy: { id: 'asc' } })).map(({ gegeven }) => gegeven)

test('one melding comes 30 days before a certificate expires, and one when it has', async () => {
  const abonnementId = await addToegang(new Date(now.getTime() + 31 * DAY_MS))
  await addToegang(null)
  await warnExpiringCertificates(ctx)
  expect(await gegevens()).toEqual([])
  pass(1)
  await Promise.all([warnExpiringCertificates(ctx), warnExpiringCertificates(ctx)])
  expect(await ctx.db.melding.findMany()).toMatchObject([
    { abonnementId, soort: 'clientcertificate', gegeven: '2026-12-26T09:00:00Z', gemaildOp: null, gezienOp: null },
  ])
  pass(29)
  await warnExpiringCertificates(ctx)
  expect(await gegevens()).toHaveLength(1)
  pass(1)
  await warnExpiringCertificates(ctx)
  pass(1)
  await warnExpiringCertificates(ctx)
  expect(await gegevens()).toEqual(['2026-12-26T09:00:00Z', '2026-12-26T09:00:00Z'])
})

test('a certificate that was stored expired gets one melding', async () => {
  await addToegang(now)
  pass(1)
  await warnExpiringCertificates(ctx)
  await warnExpiringCertificates(ctx)
  expect(await gegevens()).toHaveLength(1)
})
