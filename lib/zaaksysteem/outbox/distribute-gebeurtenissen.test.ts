import type pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { distributeAndClaim } from '../bezorging/claim/distribute-and-lease.ts'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import type { Prisma } from '../generated/client.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { distributeGebeurtenissen } from './distribute-gebeurtenissen.ts'
import { insertTestGebeurtenis } from './test-gebeurtenis.ts'

const NOW = new Date('2026-11-25T09:00:00Z')

const ctx = await openTestZaaksysteem({ clock: () => NOW })
afterEach(async () => {
  await ctx.db.abonnement.deleteMany()
  await ctx.db.zaak.deleteMany()
  await ctx.db.gebeurtenis.deleteMany()
  await ctx.db.verspreiding.updateMany({ data: { totSequence: 0 } })
})

/** Opens a transaction, which stays open until the test ends it. */
async function open() {
  const client = await ctx.pool.connect()
  await client.query('begin')
  return {
    client,
    async end(how: 'commit' | 'rollback') {
      await client.query(how)
      client.release()
    },
  }
}

const write = (zaakId: string, on: pg.PoolClient | pg.Pool = ctx.pool) =>
  insertTestGebeurtenis(on, { zaakId, vastgelegdOp: NOW })

/** Resolves when a connection waits for a lock. */
async function untilOneWaits() {
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  while ((await ctx.pool.query(waiting)).rowCount === 0) {}
}

async function sequencesOf(...zaken: { id: string }[]) {
  const rows = await ctx.db.gebeurtenis.findMany({ orderBy: { sequence: 'asc' } })
  return zaken.map(({ id }) => rows.filter(({ zaakId }) => zaakId === id).map(({ sequence }) => sequence))
}

test('an event that commits later gets a later number, also when its transaction began before', async () => {
  const [late, early] = [await registerTestZaak(ctx), await registerTestZaak(ctx)]
  const older = await open()
  await older.client.query('select from zaak')
  await write(early.id)
  await write(late.id, older.client)
  await older.end('commit')
  expect(await sequencesOf(late, early)).toEqual([
    [1, 4],
    [2, 3],
  ])
})

test('a concurrent transaction waits for the commit before it numbers, and reuses the number of a rollback', async () => {
  const [first, second] = [await registerTestZaak(ctx), await registerTestZaak(ctx)]
  for (const how of ['commit', 'rollback'] as const) {
    const holder = await open()
    await write(first.id, holder.client)
    const waiting = write(second.id)
    await untilOneWaits()
    expect((await ctx.db.gebeurtenis.count()) % 2).toBe(0)
    await holder.end(how)
    await waiting
  }
  expect(await sequencesOf(first, second)).toEqual([
    [1, 3],
    [2, 4, 5],
  ])
})

test('concurrent writers number every event without gaps, and each event gets one bezorging', async () => {
  await addAbonnement(ctx)
  const zaken = await Promise.all(Array.from({ length: 4 }, () => registerTestZaak(ctx)))
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const { id } = zaken[index % 4] as { id: string }
      if (index % 5 > 0) return write(id)
      const abandoned = await open()
      await write(id, abandoned.client)
      await abandoned.end('rollback')
      await Promise.all([distributeGebeurtenissen(ctx), distributeAndClaim(ctx, { limit: 1 })])
    }),
  )
  await distributeGebeurtenissen(ctx)
  const all = Array.from({ length: 36 }, (_, i) => i + 1)
  expect((await sequencesOf(...zaken)).flat().toSorted((a, b) => a - b)).toEqual(all)
  const bezorgingen = await ctx.db.bezorging.findMany({ orderBy: { sequence: 'asc' } })
  expect(bezorgingen.map(({ sequence }) => sequence)).toEqual(all)
})

test('acts that are written in one statement are numbered in the order in which they lock their zaken', async () => {
  const zaken = await Promise.all(Array.from({ length: 6 }, () => registerTestZaak(ctx)))
  await Promise.all(
    zaken.map(({ change }) => changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })),
  )
  const { rows: events } = await ctx.pool.query<{ sequence: number; zaakId: string; transaction: string }>(
    'select sequence, zaak_id as "zaakId", xmin::text as transaction from gebeurtenis order by sequence',
  )
  expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  // The acts that came while the first one committed. On a busy machine they come in several groups.
  for (const together of Map.groupBy(events.slice(6), ({ transaction }) => transaction).values()) {
    const zaakIds = together.map(({ zaakId }) => zaakId)
    expect(zaakIds).toEqual(zaakIds.toSorted())
  }
})

test('the body is the event with its sequence appended', async () => {
  await registerTestZaak(ctx)
  const { body, id } = await ctx.db.gebeurtenis.findFirstOrThrow()
  expect(body).toMatch(/,"sequence":"1","sequencetype":"Integer"}$/)
  expect(JSON.parse(body ?? '')).toMatchObject({ id, sequence: '1', sequencetype: 'Integer' })
})

test('an event goes to each actief abonnement on its type, due at once', async () => {
  const all = await addAbonnement(ctx)
  const wanted = await addAbonnement(ctx, { types: [EVENT_TYPES.heropening, EVENT_TYPES.registratie] })
  await addAbonnement(ctx, { types: [EVENT_TYPES.heropening] })
  await addAbonnement(ctx, { status: 'geweigerd' })
  await addAbonnement(ctx, { status: 'wacht_op_toestemming' })
  const zaak = await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  const bezorgingen = await ctx.db.bezorging.findMany()
  expect(bezorgingen.map(({ abonnementId }) => abonnementId).toSorted()).toEqual([all, wanted].toSorted())
  for (const bezorging of bezorgingen) {
    expect(bezorging).toMatchObject({ zaakId: zaak.id, sequence: 1, status: 'wachtend', volgendePoging: NOW })
  }
})

test('an abonnement that is gepauzeerd or uitgeschakeld gets its bezorgingen as overgeslagen', async () => {
  await addAbonnement(ctx, { status: 'gepauzeerd' })
  await addAbonnement(ctx, { status: 'uitgeschakeld' })
  await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  const skipped = { status: 'overgeslagen', volgendePoging: null, afgerondOp: NOW, pogingen: 0 }
  expect(await ctx.db.bezorging.findMany()).toMatchObject([skipped, skipped])
})

test('only the first waiting bezorging of each zaak is due, in one batch and over several', async () => {
  await addAbonnement(ctx)
  const zaak = await registerTestZaak(ctx)
  await write(zaak.id)
  await distributeGebeurtenissen(ctx)
  await write(zaak.id)
  await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
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
  ['a status', true, () => [{ exact: { nieuweStatus: 'aanvraag_ontvangen' } }]],
  ['a status that differs', false, () => [{ exact: { nieuweStatus: 'in_behandeling' } }]],
  ['an end', false, () => [{ exact: { eindstatus: 'true' } }]],
  ['no end', true, () => [{ not: { prefix: { eindstatus: 'true' } } }]],
  ['an unknown attribute', false, () => [{ exact: { datacontenttype: 'application/json' } }]],
  ['not an unknown attribute', true, () => [{ not: { prefix: { kleur: 'b' } } }]],
  ['two of which one fails', false, () => [{ prefix: { type: 'nl.' } }, { exact: { zaaktype: 'APV-EVEN' } }]],
])('a filter on %s matches: %s', async (_name, wanted, filters) => {
  const zaak = await registerTestZaak(ctx)
  await addAbonnement(ctx, { filters: filters(zaak.id) })
  await distributeGebeurtenissen(ctx)
  expect(await ctx.db.bezorging.count()).toBe(wanted ? 1 : 0)
})

test('filters are compiled when they are set, so distributing calls no function of ours under the lock', async () => {
  await addAbonnement(ctx, { filters: [{ exact: { zaaktype: 'APV-STAND' } }] })
  await addAbonnement(ctx, { filters: [{ suffix: { type: '-heropend' } }] })
  await registerTestZaak(ctx)
  const interpreters = ['filterpad(jsonb, text)', 'voldoet_aan(jsonb, jsonb)']
  for (const name of interpreters) await ctx.pool.query(`alter function ${name} rename to weg`)
  await distributeGebeurtenissen(ctx)
  for (const name of interpreters) {
    const [own, parameters] = name.split('(')
    await ctx.pool.query(`alter function weg(${parameters} rename to ${own}`)
  }
  expect(await ctx.db.bezorging.count()).toBe(1)
})
