import { afterEach, beforeEach, expect, test } from 'vitest'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { addTestBezorgingen, type TestBezorging } from '../herstel/test-bezorgingen.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { purgeExpired } from './purge-expired.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NOW = new Date('2026-11-25T09:00:00Z')
const TERM = new Date(NOW.getTime() - 30 * DAY_MS)
const OLD = new Date(TERM.getTime() - 1)
let now: Date

const ctx = await openTestZaaksysteem({ clock: () => now, env: { ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN: '30' } })
beforeEach(() => {
  now = NOW
})
afterEach(async () => {
  await ctx.db.abonnement.deleteMany()
  await ctx.db.zaak.deleteMany()
  await ctx.db.gebeurtenis.deleteMany()
  // Sequences begin again, which only a walk of another day notices.
  now = new Date(NOW.getTime() - 2 * DAY_MS)
  await purgeExpired(ctx)
})

/** Adds bezorgingen with one attempt each. */
async function addWithPogingen(wanted: TestBezorging[]) {
  const ids = await addTestBezorgingen(ctx, await addAbonnement(ctx), wanted)
  const poging = { nummer: 1, begonnenOp: OLD, duurMs: 12, requestHeaders: {}, responseBody: 'kept' }
  await ctx.db.bezorgpoging.createMany({ data: ids.map((id) => ({ ...poging, bezorgingId: BigInt(id) })) })
}

/**
 * Returns for each event, in order, whether its payload is there and the number of attempts of each
 * bezorging.
 */
async function kept() {
  const events = await ctx.db.gebeurtenis.findMany({
    orderBy: { sequence: 'asc' },
    include: { bezorgingen: { include: { bezorgpogingen: true }, orderBy: { id: 'asc' } } },
  })
  return events.map(({ body, bezorgingen }) => [
    body !== null,
    ...bezorgingen.map(({ bezorgpogingen }) => bezorgpogingen.length),
  ])
}

test('payload and attempts of an event that was delivered before the term are purged; an undelivered event stays whole', async () => {
  await addWithPogingen([
    { status: 'bezorgd', vastgelegdOp: OLD, afgerondOp: OLD },
    { status: 'bezorgd', vastgelegdOp: TERM, afgerondOp: TERM },
    { status: 'bezorgd', vastgelegdOp: OLD, afgerondOp: TERM },
    { status: 'mislukt', vastgelegdOp: OLD, afgerondOp: OLD },
    { status: 'overgeslagen', vastgelegdOp: OLD, afgerondOp: OLD },
    { status: 'wachtend', vastgelegdOp: OLD },
  ])
  await purgeExpired(ctx)
  const whole = [true, 1]
  expect(await kept()).toEqual([[false, 0], whole, whole, whole, whole, whole])
  expect(await ctx.db.bezorging.count()).toBe(6)
})

test('a payload stays until all abonnementen have it; the attempts for one that has it are purged', async () => {
  await addWithPogingen([{ status: 'bezorgd', vastgelegdOp: OLD, afgerondOp: OLD }])
  const { id: gebeurtenisId, zaakId } = await ctx.db.gebeurtenis.findFirstOrThrow()
  const undelivered = {
    gebeurtenisId,
    zaakId,
    sequence: 1,
    status: 'mislukt',
    abonnementId: await addAbonnement(ctx),
  } as const
  const { id } = await ctx.db.bezorging.create({ data: undelivered })
  await purgeExpired(ctx)
  expect(await kept()).toEqual([[true, 0, 0]])

  await ctx.db.bezorging.update({ where: { id }, data: { status: 'bezorgd', afgerondOp: OLD } })
  now = new Date(NOW.getTime() + DAY_MS - 1)
  await purgeExpired(ctx)
  expect(await kept(), 'a round goes on where the one before ended').toEqual([[true, 0, 0]])
  now = new Date(NOW.getTime() + DAY_MS)
  await purgeExpired(ctx)
  expect(await kept(), 'and once a day from the start').toEqual([[false, 0, 0]])
})

test('an event that was too young is purged in a later round, also after the clock was set back', async () => {
  const young = new Date(TERM.getTime() + 1)
  await addWithPogingen([
    { status: 'bezorgd', vastgelegdOp: OLD, afgerondOp: OLD },
    { status: 'bezorgd', vastgelegdOp: young, afgerondOp: young },
  ])
  await purgeExpired(ctx)
  expect(await kept()).toEqual([
    [false, 0],
    [true, 1],
  ])
  now = new Date(NOW.getTime() + 10)
  await purgeExpired(ctx)
  expect(await kept()).toEqual([
    [false, 0],
    [false, 0],
  ])
  const older = new Date(OLD.getTime() - 10)
  await addWithPogingen([{ status: 'bezorgd', vastgelegdOp: older, afgerondOp: older }])
  now = new Date(NOW.getTime() - 10)
  await purgeExpired(ctx)
  expect((await kept()).at(-1)).toEqual([false, 0])
})

test('purging continues past events that must stay, and two processes can purge at once', async () => {
  const stuck = Array.from({ length: 600 }, () => ({ status: 'mislukt', vastgelegdOp: OLD }) as const)
  const arrived = Array.from(
    { length: 700 },
    () => ({ status: 'bezorgd', vastgelegdOp: OLD, afgerondOp: OLD }) as const,
  )
  await addWithPogingen([...stuck, ...arrived])
  await Promise.all([purgeExpired(ctx), purgeExpired(ctx)])
  const left = await kept()
  expect(left.filter(([payload, bezorgpogingen]) => payload && bezorgpogingen === 1)).toHaveLength(600)
  expect(left.filter(([payload, bezorgpogingen]) => !payload && bezorgpogingen === 0)).toHaveLength(700)
})

test('one round purges more than a batch of Idempotency-Key responses', async () => {
  const answer = { client: 'portaal', requestHash: 'x', httpStatus: 201, antwoord: {}, aangemaaktOp: OLD }
  await ctx.db.idempotentie.createMany({
    data: Array.from({ length: 1100 }, (_, n) => ({ ...answer, sleutel: `${n}` })),
  })
  await purgeExpired(ctx)
  expect(await ctx.db.idempotentie.count()).toBe(0)
})

test('statistics are purged after 25 hours, Idempotency-Key responses and handshakes after 24', async () => {
  const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 60 * 60 * 1000)
  const abonnementId = await addAbonnement(ctx)
  const bucket = { abonnementId, geslaagd: 1, mislukt: 0, herhaald: 0, duren: [] }
  await ctx.db.bezorgstatistiek.createMany({ data: [24.9, 25.1].map((h) => ({ ...bucket, begin: hoursAgo(h) })) })
  const answer = { client: 'portaal', requestHash: 'x', httpStatus: 201, antwoord: {} }
  await ctx.db.idempotentie.createMany({
    data: [23.9, 24.1].map((h) => ({ ...answer, sleutel: `${h}`, aangemaaktOp: hoursAgo(h) })),
  })
  const ended = [23.9, 24.1].map((h) => ({ client: `${h}`, abonnementId, gevraagdOp: NOW, klaarOp: hoursAgo(h) }))
  await ctx.db.handshake.createMany({ data: [...ended, { client: 'open', abonnementId, gevraagdOp: hoursAgo(48) }] })
  await purgeExpired(ctx)
  expect(await ctx.db.bezorgstatistiek.findMany()).toMatchObject([{ begin: hoursAgo(24.9) }])
  expect(await ctx.db.idempotentie.findMany()).toMatchObject([{ sleutel: '23.9' }])
  const kept = await ctx.db.handshake.findMany({ orderBy: { client: 'asc' } })
  expect(kept.map(({ client }) => client)).toEqual(['23.9', 'open'])
})

test('the proof of a change stays when its payload is purged, and is deleted with the zaak', async () => {
  const { id: zaakId, gebeurtenisId } = await registerTestZaak(ctx)
  await ctx.db.gebeurtenis.updateMany({ data: { sequence: 1, body: '{}', vastgelegdOp: OLD } })
  const bewijs = { client: 'publieksportaal', soort: 'gezien', tijdstip: OLD, ontvangenOp: OLD } as const
  await ctx.db.bewijs.create({ data: { zaakId, gebeurtenisId, ...bewijs } })
  await purgeExpired(ctx)
  expect(await kept()).toEqual([[false]])
  expect(await ctx.db.bewijs.count()).toBe(1)
})

test('finished bulkopdrachten are purged after the term, selections that were not started after a day', async () => {
  const data = { subject: 'bulk', naam: 'B. Dekker', team: 'Omgeving' }
  const { id: behandelaarId } = await ctx.db.behandelaar.create({ data })
  const started = { handeling: 'hervatten', invoer: {}, traceparent: 'x', gestartOp: OLD } as const
  const opdrachten = {
    ready: { ...started, aangemaaktOp: OLD, klaarOp: OLD },
    kept: { ...started, aangemaaktOp: OLD, klaarOp: TERM },
    underWay: { ...started, aangemaaktOp: OLD },
    chosen: { aangemaaktOp: new Date(NOW.getTime() - DAY_MS) },
    forgotten: { aangemaaktOp: new Date(NOW.getTime() - DAY_MS - 1) },
  }
  const ids = new Map(Object.keys(opdrachten).map((name) => [crypto.randomUUID() as string, name]))
  const rows = Object.values(opdrachten).map((row, index) => ({ ...row, id: [...ids.keys()][index] as string }))
  await ctx.db.bulkopdracht.createMany({ data: rows.map((row) => ({ ...row, behandelaarId })) })
  const regel = { volgnummer: 1, zaakId: crypto.randomUUID(), versie: 1, redenen: [] }
  await ctx.db.bulkregel.createMany({ data: rows.map(({ id }) => ({ ...regel, opdrachtId: id })) })
  await purgeExpired(ctx)
  const left = await ctx.db.bulkregel.findMany()
  expect(left.map(({ opdrachtId }) => ids.get(opdrachtId)).toSorted()).toEqual(['chosen', 'kept', 'underWay'])
})
