import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { numberAndClaim } from '../bezorging/claim/number-and-claim.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import type { Prisma } from '../generated/client.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { composeGebeurtenis } from './compose-gebeurtenis.ts'
import { numberGebeurtenissen } from './number-gebeurtenissen.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
let ctx: TestZaaksysteem

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => NOW })
})
afterEach(async () => {
  await ctx.db.abonnement.deleteMany()
  await ctx.db.zaak.deleteMany()
  await ctx.db.gebeurtenis.deleteMany()
})
afterAll(() => ctx.close())

/** By default Prisma ends a transaction after five seconds, and waits two for a connection. */
const PATIENT = { timeout: 60_000, maxWait: 60_000 }

/** An event whose transaction stays open until the test ends it. */
async function openGebeurtenis(zaakId: string) {
  const steps = new EventEmitter()
  const written = once(steps, 'written')
  const transaction = ctx.db.$transaction(async (tx) => {
    const change = { soort: 'statuswijziging', oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling' } as const
    const identity = { id: randomUUID(), vastgelegdOp: NOW, zaakId, traceparent: TRACEPARENT }
    await tx.gebeurtenis.create({ data: composeGebeurtenis(ctx, { ...identity, ...change }) })
    const ended = once(steps, 'end')
    steps.emit('written')
    const [how] = await ended
    if (how === 'rollback') throw new Error('rolled back')
  }, PATIENT)
  await written
  return {
    commit() {
      steps.emit('end', 'commit')
      return transaction
    },
    async rollback() {
      steps.emit('end', 'rollback')
      await transaction.catch(() => {})
    },
  }
}

async function sequences() {
  const rows = await ctx.db.gebeurtenis.findMany({ orderBy: { volgorde: 'asc' } })
  return rows.map(({ sequence }) => sequence)
}

test('an event that commits later gets a later number, also when its row is older', async () => {
  const zaak = await registerTestZaak(ctx)
  const older = await openGebeurtenis(zaak.id)
  const newer = await openGebeurtenis(zaak.id)
  await newer.commit()
  await numberGebeurtenissen(ctx)
  expect(await sequences()).toEqual([1, 2])
  await older.commit()
  await numberGebeurtenissen(ctx)
  expect(await sequences()).toEqual([1, 3, 2])
})

test('a rolled back change leaves no hole', async () => {
  const zaak = await registerTestZaak(ctx)
  const abandoned = await openGebeurtenis(zaak.id)
  const kept = await openGebeurtenis(zaak.id)
  await abandoned.rollback()
  await kept.commit()
  await numberGebeurtenissen(ctx)
  expect(await sequences()).toEqual([1, 2])
})

test('many numberers at once give every event one number, without holes', async () => {
  const zaak = await registerTestZaak(ctx)
  await numberGebeurtenissen(ctx)
  for (let round = 0; round < 10; round++) {
    const [first, second] = await Promise.all([openGebeurtenis(zaak.id), openGebeurtenis(zaak.id)])
    const numbering = [numberGebeurtenissen(ctx), numberGebeurtenissen(ctx)]
    await Promise.all([...numbering, second.commit(), numberAndClaim(ctx, { limit: 1 }), first.commit()])
  }
  await numberGebeurtenissen(ctx)
  expect((await sequences()).toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 21 }, (_, i) => i + 1),
  )
})

test('the body is the event with its sequence appended', async () => {
  await registerTestZaak(ctx)
  await numberGebeurtenissen(ctx)
  const { event, body } = await ctx.db.gebeurtenis.findFirstOrThrow()
  expect(body).toBe(event?.replace(/}$/, ',"sequence":"1","sequencetype":"Integer"}'))
  expect(JSON.parse(body ?? '')).toEqual({ ...JSON.parse(event ?? ''), sequence: '1', sequencetype: 'Integer' })
})

test('an event goes to the actieve abonnementen that want its type, due at once', async () => {
  const all = await addAbonnement(ctx)
  const wanted = await addAbonnement(ctx, { types: [EVENT_TYPES.heropening, EVENT_TYPES.registratie] })
  await addAbonnement(ctx, { types: [EVENT_TYPES.heropening] })
  await addAbonnement(ctx, { status: 'geweigerd' })
  await addAbonnement(ctx, { status: 'wacht_op_toestemming' })
  const zaak = await registerTestZaak(ctx)
  await numberGebeurtenissen(ctx)
  const bezorgingen = await ctx.db.bezorging.findMany()
  expect(bezorgingen.map(({ abonnementId }) => abonnementId).toSorted()).toEqual([all, wanted].toSorted())
  for (const bezorging of bezorgingen) {
    expect(bezorging).toMatchObject({ zaakId: zaak.id, sequence: 1, status: 'wachtend', volgendePoging: NOW })
  }
})

test('what an abonnement misses while it is gepauzeerd or uitgeschakeld is kept as overgeslagen', async () => {
  await addAbonnement(ctx, { status: 'gepauzeerd' })
  await addAbonnement(ctx, { status: 'uitgeschakeld' })
  await registerTestZaak(ctx)
  await numberGebeurtenissen(ctx)
  const skipped = { status: 'overgeslagen', volgendePoging: null, afgerondOp: NOW, pogingen: 0 }
  expect(await ctx.db.bezorging.findMany()).toMatchObject([skipped, skipped])
})

test('of each zaak only the first bezorging that waits is due, in one batch and over several', async () => {
  await addAbonnement(ctx)
  const zaak = await registerTestZaak(ctx)
  const write = async () => (await openGebeurtenis(zaak.id)).commit()
  await write()
  await numberGebeurtenissen(ctx)
  await write()
  await registerTestZaak(ctx)
  await numberGebeurtenissen(ctx)
  const rows = await ctx.db.bezorging.findMany({ orderBy: { sequence: 'asc' } })
  expect(rows.map(({ volgendePoging }) => volgendePoging)).toEqual([NOW, null, null, NOW])
})

test.each<[string, boolean, (zaakId: string) => Prisma.InputJsonValue]>([
  ['without filters', true, () => []],
  ['exact', true, (zaakId) => [{ exact: { subject: zaakId, zaaktype: 'APV-STAND' } }]],
  ['exact of which one differs', false, (zaakId) => [{ exact: { subject: zaakId, zaaktype: 'APV-EVEN' } }]],
  ['prefix', true, () => [{ prefix: { type: 'nl.overheid.zaken.' } }]],
  ['prefix that is longer', false, () => [{ prefix: { zaaktype: 'APV-STANDPLAATS' } }]],
  ['suffix', true, () => [{ suffix: { type: '-geregistreerd' } }]],
  ['suffix that differs', false, () => [{ suffix: { type: '-heropend' } }]],
  ['a pattern is no pattern', false, () => [{ prefix: { type: '%' } }]],
  ['all', true, () => [{ all: [{ exact: { zaaktype: 'APV-STAND' } }, { suffix: { type: 'd' } }] }]],
  ['all of which one fails', false, () => [{ all: [{ exact: { zaaktype: 'APV-STAND' } }, { suffix: { type: 'x' } }] }]],
  ['any', true, () => [{ any: [{ exact: { zaaktype: 'APV-EVEN' } }, { exact: { zaaktype: 'APV-STAND' } }] }]],
  ['any of none', false, () => [{ any: [{ exact: { zaaktype: 'APV-EVEN' } }, { suffix: { type: 'x' } }] }]],
  ['not', true, () => [{ not: { exact: { zaaktype: 'APV-EVEN' } } }]],
  ['not what it is', false, () => [{ not: { exact: { zaaktype: 'APV-STAND' } } }]],
  ['an unknown attribute', false, () => [{ exact: { datacontenttype: 'application/json' } }]],
  ['not an unknown attribute', true, () => [{ not: { prefix: { kleur: 'b' } } }]],
  ['two of which one fails', false, () => [{ prefix: { type: 'nl.' } }, { exact: { zaaktype: 'APV-EVEN' } }]],
])('filter %s: %s', async (_name, wanted, filters) => {
  const zaak = await registerTestZaak(ctx)
  await addAbonnement(ctx, { filters: filters(zaak.id) })
  await numberGebeurtenissen(ctx)
  expect(await ctx.db.bezorging.count()).toBe(wanted ? 1 : 0)
})

test('filters were prepared when they were set: nothing of ours interprets them under the lock', async () => {
  await addAbonnement(ctx, { filters: [{ exact: { zaaktype: 'APV-STAND' } }] })
  await addAbonnement(ctx, { filters: [{ suffix: { type: '-heropend' } }] })
  await registerTestZaak(ctx)
  const interpreters = ['filterpad(jsonb, text)', 'voldoet_aan(jsonb, jsonb)']
  for (const name of interpreters) await ctx.pool.query(`alter function ${name} rename to weg`)
  await numberGebeurtenissen(ctx)
  for (const name of interpreters) {
    const [own, parameters] = name.split('(')
    await ctx.pool.query(`alter function weg(${parameters} rename to ${own}`)
  }
  expect(await ctx.db.bezorging.count()).toBe(1)
})
