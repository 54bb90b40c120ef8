import { afterEach, beforeEach, expect, test } from 'vitest'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { redeliver } from '../../herstel/redeliver.ts'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { insertTestGebeurtenis } from '../../outbox/test-gebeurtenis.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../../zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { type ClaimedBezorging, claimBezorgingen } from '../claim/claim-bezorgingen.ts'
import { addAbonnement, endedPoging } from '../test-abonnement.ts'
import { duurklasse } from './poging-totals.ts'
import { recordPogingen } from './record-pogingen.ts'

const SECOND = 1000
const FAILED = { httpStatus: 503, foutsoort: 'http_5xx' } as const
const EXPIRED = { httpStatus: null, foutsoort: 'tls', foutdetail: 'CERT_HAS_EXPIRED' } as const

let ctx: TestZaaksysteem
let now: Date

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:03Z')
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterEach(() => ctx.close())

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

async function claimAll() {
  await distributeGebeurtenissen(ctx)
  return claimBezorgingen(ctx, { limit: 100 })
}

async function claimOne() {
  const [bezorging] = await claimAll()
  if (!bezorging) throw new Error('nothing was due')
  return bezorging
}

const record = (bezorging: ClaimedBezorging, outcome: Parameters<typeof endedPoging>[2] = {}) =>
  recordPogingen(ctx, [endedPoging(ctx, bezorging, outcome)], { random: () => 0.5 })

const abonnement = () => ctx.db.abonnement.findFirstOrThrow()
const bezorgingen = () => ctx.db.bezorging.findMany({ orderBy: { sequence: 'asc' } })

test('an attempt is stored as it was sent and answered', async () => {
  await addAbonnement(ctx)
  await registerTestZaak(ctx)
  const begonnenOp = now
  const claimed = await claimOne()
  pass(40)
  await record(
    { ...claimed, handmatig: true },
    {
      ...FAILED,
      begonnenOp,
      duurMs: 38,
      requestHeaders: { traceparent: "it's" },
      responseHeaders: { via: '\\x', 'set-cookie': ['a', 'b'] },
      responseBody: `it's "down" \\ é`,
      responseAfgekapt: true,
    },
  )
  expect(await ctx.db.bezorgpoging.findMany()).toMatchObject([
    {
      nummer: 1,
      handmatig: true,
      begonnenOp,
      duurMs: 38,
      httpStatus: 503,
      foutsoort: 'http_5xx',
      requestHeaders: { traceparent: "it's" },
      responseHeaders: { via: '\\x', 'set-cookie': ['a', 'b'] },
      responseBody: `it's "down" \\ é`,
      responseAfgekapt: true,
    },
  ])
  const due = new Date(now.getTime() + 5 * SECOND)
  const waiting = {
    status: 'wachtend',
    pogingen: 1,
    herhaling: true,
    volgendePoging: due,
    leaseId: null,
    leaseTot: null,
  }
  expect(await bezorgingen()).toMatchObject([waiting])
})

test('the next bezorging of a zaak is due when the one before it has ended, also as a dead letter', async () => {
  await addAbonnement(ctx, { herhaalschema: [60] })
  const { change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  await record(await claimOne(), FAILED)
  const due = async () => (await bezorgingen()).map(({ volgendePoging }) => volgendePoging)
  expect(await due()).toEqual([new Date(now.getTime() + 60 * SECOND), null])
  pass(60 * SECOND)
  expect(await record(await claimOne(), FAILED)).toEqual([{ ok: true, status: 'mislukt' }])
  expect(await due()).toEqual([null, now])
  expect(await record(await claimOne())).toEqual([{ ok: true, status: 'bezorgd' }])
  expect((await bezorgingen()).map(({ status, afgerondOp }) => [status, afgerondOp])).toEqual([
    ['mislukt', now],
    ['bezorgd', now],
  ])
})

test('a bezorging that fails waits for an earlier one of its zaak that was replayed meanwhile', async () => {
  await addAbonnement(ctx)
  const { change } = await registerTestZaak(ctx)
  await record(await claimOne())
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  const later = await claimOne()
  const [first] = await bezorgingen()
  expect(await redeliver(ctx, { bezorgingId: String(first?.id), actor: OPDRACHTREGEL })).toEqual({ ok: true })
  await record(later, FAILED)
  expect((await bezorgingen()).map(({ volgendePoging }) => volgendePoging)).toEqual([now, null])
  await record(await claimOne())
  expect((await bezorgingen()).map(({ status, volgendePoging }) => [status, volgendePoging])).toEqual([
    ['bezorgd', null],
    ['wachtend', now],
  ])
})

test('the exact TLS error is stored for the operator', async () => {
  await addAbonnement(ctx)
  await registerTestZaak(ctx)
  await record(await claimOne(), EXPIRED)
  expect(await ctx.db.bezorgpoging.findMany()).toMatchObject([EXPIRED])
})

test('dead letters leave one melding until it was mailed or seen', async () => {
  const abonnementId = await addAbonnement(ctx, { herhaalschema: [1] })
  for (let count = 0; count < 2; count++) await registerTestZaak(ctx)
  for (let poging = 0; poging < 2; poging++) {
    await recordPogingen(
      ctx,
      (await claimAll()).map((one) => endedPoging(ctx, one, FAILED)),
    )
    pass(2 * SECOND)
  }
  expect(await ctx.db.bezorging.count({ where: { status: 'mislukt' } })).toBe(2)
  expect(await ctx.db.melding.count({ where: { abonnementId } })).toBe(1)

  await ctx.db.melding.updateMany({ data: { gezienOp: now } })
  await registerTestZaak(ctx)
  for (let poging = 0; poging < 2; poging++) {
    await record(await claimOne(), FAILED)
    pass(2 * SECOND)
  }
  expect(await ctx.db.melding.count({ where: { abonnementId } })).toBe(2)
})

test('a dead letter leaves a melding', async () => {
  const abonnementId = await addAbonnement(ctx, { herhaalschema: [1] })
  await registerTestZaak(ctx)
  await record(await claimOne(), FAILED)
  pass(2 * SECOND)
  const last = await claimOne()
  await record(last, FAILED)
  expect(await ctx.db.melding.findMany()).toMatchObject([
    { abonnementId, soort: 'mislukt', gegeven: last.gebeurtenisId, aangemaaktOp: now, gemaildOp: null },
  ])
})

test('recording attempts while new events come loses no promotion', async () => {
  await addAbonnement(ctx)
  const zaken = await Promise.all(Array.from({ length: 4 }, () => registerTestZaak(ctx)))
  for (let versie = 1; versie <= 12; versie++) {
    const claimed = await claimAll()
    const changes = zaken.map(({ id }) => addGebeurtenis(id))
    await Promise.all([
      ...claimed.map((bezorging) => record(bezorging)),
      ...changes.map((change) => change.then(() => distributeGebeurtenissen(ctx))),
    ])
  }
  for (let left = await claimAll(); left.length > 0; left = await claimAll()) {
    await Promise.all(left.map((bezorging) => record(bezorging)))
  }
  const rows = await bezorgingen()
  expect(rows).toHaveLength(4 * 13)
  expect(rows.filter(({ status }) => status !== 'bezorgd')).toEqual([])
})

const addGebeurtenis = (zaakId: string) => insertTestGebeurtenis(ctx.pool, { zaakId, vastgelegdOp: now })

test('410 disables the abonnement once, with a melding, and ends the bezorging', async () => {
  const abonnementId = await addAbonnement(ctx)
  await registerTestZaak(ctx)
  await registerTestZaak(ctx)
  const gone = { httpStatus: 410, foutsoort: 'http_4xx' } as const
  const results = await Promise.all((await claimAll()).map((bezorging) => record(bezorging, gone)))
  expect(results.flat()).toEqual(results.map(() => ({ ok: true, status: 'overgeslagen' })))
  expect(await abonnement()).toMatchObject({ status: 'uitgeschakeld', statusreden: 'gone', statusSinds: now })
  expect(await ctx.db.melding.findMany()).toMatchObject([{ abonnementId, soort: 'uitgeschakeld', gegeven: 'gone' }])
})

test('an abonnement stores since when and how it fails, until a success', async () => {
  await addAbonnement(ctx)
  await registerTestZaak(ctx)
  const first = now
  await record(await claimOne(), { ...FAILED, begonnenOp: first })
  pass(5 * SECOND)
  await ctx.db.abonnement.updateMany({ data: { gewaarschuwdBij: 50 } })
  await record(await claimOne(), { httpStatus: null, foutsoort: 'timeout' })
  const failing = { falendSinds: first, laatsteFoutsoort: 'timeout', laatsteFoutOp: now, gewaarschuwdBij: 50 }
  expect(await abonnement()).toMatchObject(failing)
  const failedAt = now
  pass(3600 * SECOND)
  await record(await claimOne())
  const recovered = { falendSinds: null, laatsteFoutsoort: 'timeout', laatsteFoutOp: failedAt, gewaarschuwdBij: 0 }
  expect(await abonnement()).toMatchObject(recovered)
})

test('attempts are counted in buckets of ten seconds, successes by their duration', async () => {
  await addAbonnement(ctx)
  for (let i = 0; i < 4; i++) await registerTestZaak(ctx)
  const [a, b, c, d] = (await claimAll()) as [ClaimedBezorging, ClaimedBezorging, ClaimedBezorging, ClaimedBezorging]
  const slow = endedPoging(ctx, b, { duurMs: 60_000 })
  await recordPogingen(ctx, [endedPoging(ctx, a, { duurMs: 12 }), slow, endedPoging(ctx, c, FAILED)])
  await record({ ...d, herhaling: true }, { duurMs: 12 })
  pass(10 * SECOND)
  await record((await claimAll())[0] as ClaimedBezorging, FAILED)
  const rows = await ctx.db.bezorgstatistiek.findMany({ orderBy: { begin: 'asc' } })
  expect(rows).toMatchObject([
    { begin: new Date('2026-11-25T09:00:00Z'), geslaagd: 3, mislukt: 1, herhaald: 1 },
    { begin: new Date('2026-11-25T09:00:10Z'), geslaagd: 0, mislukt: 1, herhaald: 1 },
  ])
  const duren = rows[0]?.duren ?? []
  expect(duren).toHaveLength(12)
  expect([duren[duurklasse(12)], duren.at(-1)]).toEqual([2, 1])
})

test('recording an attempt whose abonnement was deleted changes nothing', async () => {
  await addAbonnement(ctx)
  await registerTestZaak(ctx)
  const claimed = await claimOne()
  await ctx.db.abonnement.deleteMany()
  expect(await record(claimed)).toEqual([{ ok: false, reason: 'lease_lost' }])
})
