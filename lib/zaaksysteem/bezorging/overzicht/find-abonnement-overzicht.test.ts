import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { addAbonnement } from '../test-abonnement.ts'
import { findAbonnementOverzicht } from './find-abonnementen.ts'
import { findKwartieren } from './find-statistiek.ts'
import { createTestBezorging, createTestGebeurtenis, durenOf } from './test-bezorging.ts'

const NOW = new Date('2026-11-27T08:12:00Z')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

let ctx: TestZaaksysteem
let now: Date

beforeEach(async () => {
  now = NOW
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterEach(() => ctx.close())

const ago = (ms: number) => new Date(NOW.getTime() - ms)

test('an abonnement without bezorgingen has counts of 0 and null for every other figure', async () => {
  const id = await addAbonnement(ctx, { naam: 'Zaaksite', sink: 'https://zaken.voorbeeld.nl/' })
  expect(await findAbonnementOverzicht(ctx)).toEqual([
    {
      id,
      naam: 'Zaaksite',
      client: 'balie',
      protocol: 'HTTP',
      sink: 'https://zaken.voorbeeld.nl/',
      natsSubject: '',
      status: 'actief',
      statusreden: null,
      credentialtype: 'JWT',
      wachtend: 0,
      oudsteWachtend: null,
      dodeBrieven: 0,
      overgeslagen: 0,
      geslaagd24u: 0,
      mislukt24u: 0,
      succesratio: null,
      p95Ms: null,
      circuit: 'gesloten',
      circuitOpenTot: null,
      falendSinds: null,
      laatsteFoutsoort: null,
      laatsteFoutOp: null,
    },
  ])
})

test('waiting, failed and skipped bezorgingen are counted per abonnement', async () => {
  const busy = await addAbonnement(ctx, { naam: 'B' })
  const idle = await addAbonnement(ctx, { naam: 'A' })
  now = ago(2 * HOUR_MS)
  const [first, second] = [await createTestGebeurtenis(ctx), await createTestGebeurtenis(ctx)]
  now = NOW
  const [third, fourth] = [await createTestGebeurtenis(ctx), await createTestGebeurtenis(ctx)]
  await createTestBezorging(ctx, { abonnementId: busy, gebeurtenis: first, status: 'bezorgd' })
  // `oudsteWachtend` is the age of the event, not the time at which its bezorging is due.
  const later = new Date(NOW.getTime() + HOUR_MS)
  await createTestBezorging(ctx, { abonnementId: busy, gebeurtenis: second, herhaling: true, volgendePoging: later })
  await createTestBezorging(ctx, { abonnementId: busy, gebeurtenis: third })
  await createTestBezorging(ctx, { abonnementId: busy, gebeurtenis: fourth, status: 'mislukt' })
  await createTestBezorging(ctx, { abonnementId: idle, gebeurtenis: fourth, status: 'overgeslagen' })

  expect(await findAbonnementOverzicht(ctx)).toMatchObject([
    { naam: 'A', wachtend: 0, oudsteWachtend: null, dodeBrieven: 0, overgeslagen: 1 },
    { naam: 'B', wachtend: 2, oudsteWachtend: ago(2 * HOUR_MS), dodeBrieven: 1, overgeslagen: 0 },
  ])
})

test('the success ratio and p95 cover the last 24 hours', async () => {
  const abonnementId = await addAbonnement(ctx)
  const bucket = { abonnementId, herhaald: 0 }
  await ctx.db.bezorgstatistiek.createMany({
    data: [
      { ...bucket, begin: ago(24 * HOUR_MS + 10_000), geslaagd: 0, mislukt: 500, duren: durenOf({}) },
      { ...bucket, begin: ago(24 * HOUR_MS), geslaagd: 90, mislukt: 10, duren: durenOf({ 20: 90 }) },
      { ...bucket, begin: ago(0), geslaagd: 10, mislukt: 90, duren: durenOf({ 200: 10 }) },
    ],
  })
  expect(await findAbonnementOverzicht(ctx)).toMatchObject([
    { geslaagd24u: 100, mislukt24u: 100, succesratio: 0.5, p95Ms: 250 },
  ])
})

test.each([
  ['gesloten', null],
  ['open', new Date(NOW.getTime() + 1)],
  ['halfopen', NOW],
])('a circuit is %s when it is open until %s', async (circuit, circuitOpenTot) => {
  await addAbonnement(ctx, { circuitOpenTot })
  expect(await findAbonnementOverzicht(ctx)).toMatchObject([{ circuit }])
})

test('a client sees its own abonnementen, with the same figures', async () => {
  const own = await addAbonnement(ctx, { client: 'leverancier' })
  const gebeurtenis = await createTestGebeurtenis(ctx)
  for (const abonnementId of [own, await addAbonnement(ctx, { client: 'ander' })]) {
    await createTestBezorging(ctx, { abonnementId, gebeurtenis, status: 'mislukt' })
    const counted = { abonnementId, begin: NOW, geslaagd: 3, mislukt: 1, herhaald: 0, duren: durenOf({ 80: 3 }) }
    await ctx.db.bezorgstatistiek.create({ data: counted })
  }
  const all = await findAbonnementOverzicht(ctx)
  const ofClient = await findAbonnementOverzicht(ctx, 'leverancier')
  expect(ofClient).toEqual(all.filter(({ id }) => id === own))
  expect(ofClient).toMatchObject([{ dodeBrieven: 1, geslaagd24u: 3, mislukt24u: 1, p95Ms: 100 }])
  expect(await findAbonnementOverzicht(ctx, 'niemand')).toEqual([])
})

test('the kwartieren sum all abonnementen, and the last kwartier is still running', async () => {
  const [een, ander] = [await addAbonnement(ctx, { naam: 'A' }), await addAbonnement(ctx, { naam: 'B' })]
  const counted = { geslaagd: 4, mislukt: 1, herhaald: 0, duren: durenOf({ 20: 4 }) }
  await ctx.db.bezorgstatistiek.createMany({
    data: [
      { ...counted, abonnementId: een, begin: ago(0) },
      { ...counted, abonnementId: ander, begin: ago(10_000), duren: durenOf({ 800: 4 }) },
      { ...counted, abonnementId: een, begin: ago(12 * MINUTE_MS) },
      { ...counted, abonnementId: een, begin: ago(24 * HOUR_MS) },
    ],
  })
  const kwartieren = await findKwartieren(ctx)
  expect(kwartieren).toHaveLength(96)
  expect(kwartieren[0]?.begin).toEqual(new Date('2026-11-26T08:15:00Z'))
  expect(kwartieren.at(-2)).toMatchObject({ geslaagd: 0, p95Ms: null, minuten: 15 })
  expect(kwartieren.at(-1)).toEqual({
    begin: new Date('2026-11-27T08:00:00Z'),
    minuten: 12,
    geslaagd: 12,
    mislukt: 3,
    p95Ms: 1000,
  })
})
