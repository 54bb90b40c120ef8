import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { numberAndClaim } from '../delivery/number-and-claim.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { appendGebeurtenis } from './append-gebeurtenis.ts'
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

/** An event whose transaction stays open until the test ends it. */
async function openGebeurtenis(zaakId: string) {
  const steps = new EventEmitter()
  const written = once(steps, 'written')
  const transaction = ctx.db.$transaction(async (tx) => {
    const change = { soort: 'statuswijziging', oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling' } as const
    await appendGebeurtenis(ctx, tx, { id: randomUUID(), zaakId, ...change, traceparent: TRACEPARENT })
    const ended = once(steps, 'end')
    steps.emit('written')
    const [how] = await ended
    if (how === 'rollback') throw new Error('rolled back')
  })
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

function addAbonnement(types: string[], status: 'actief' | 'geweigerd' = 'actief') {
  const sink = `https://portaal.test/${randomUUID()}`
  return ctx.db.abonnement.create({
    data: { client: 'test', sink, types, status, credentialtype: 'JWT', aangemaaktOp: NOW },
  })
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
  expect(body).toBe(event.replace(/}$/, ',"sequence":"1","sequencetype":"Integer"}'))
  expect(JSON.parse(body ?? '')).toEqual({ ...JSON.parse(event), sequence: '1', sequencetype: 'Integer' })
})

test('an event goes to the actieve abonnementen that want its type, due at once', async () => {
  const all = await addAbonnement([])
  const wanted = await addAbonnement([EVENT_TYPES.zaakHeropend, EVENT_TYPES.zaakGeregistreerd])
  await addAbonnement([EVENT_TYPES.zaakHeropend])
  await addAbonnement([], 'geweigerd')
  const zaak = await registerTestZaak(ctx)
  await numberGebeurtenissen(ctx)
  const bezorgingen = await ctx.db.bezorging.findMany()
  expect(bezorgingen.map(({ abonnementId }) => abonnementId).toSorted()).toEqual([all.id, wanted.id].toSorted())
  for (const bezorging of bezorgingen) {
    expect(bezorging).toMatchObject({ zaakId: zaak.id, sequence: 1, status: 'wachtend', volgendePoging: NOW })
  }
})
