import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isoDate } from '#lib/platform/calendar.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { registerTestZaak } from '../../test-zaak.ts'
import { changeStatus } from './change-status.ts'

let ctx: TestZaaksysteem
let now = new Date('2026-11-27T08:12:00Z')

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())

const stored = (id: string) =>
  ctx.db.zaak.findUniqueOrThrow({ where: { id }, include: { statussen: { orderBy: { versie: 'asc' } } } })
const eventData = async (id: string) =>
  JSON.parse((await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { id } })).body ?? '').data

test('a next status is stored with its history row and its event', async () => {
  const { id, change } = await registerTestZaak(ctx)
  const changed = await changeStatus(ctx, {
    ...change,
    versie: 1,
    statustype: 'in_behandeling',
    toelichting: 'Wij kijken.',
  })
  if (!changed.ok) throw new Error(changed.reason)
  expect(changed.versie).toBe(2)
  const zaak = await stored(id)
  expect(zaak).toMatchObject({ versie: 2, statustype: 'in_behandeling', statuscode: 'in_behandeling', einddatum: null })
  expect(zaak.statussen[1]).toMatchObject({
    soort: 'statuswijziging',
    statustoelichting: 'Wij kijken.',
    gezetDoorId: change.gezetDoor.behandelaarId,
    gebeurtenisId: changed.gebeurtenisId,
  })
  expect(await eventData(changed.gebeurtenisId)).toEqual({
    event: 'vergunning.status.veranderd',
    zaakId: id,
    oudeStatus: 'aanvraag_ontvangen',
    nieuweStatus: 'in_behandeling',
    timestamp: now.toISOString(),
  })
})

test('the eindstatus closes the zaak today, under the name of its resultaat', async () => {
  const { id, change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  now = new Date('2026-11-30T23:15:00Z')
  const closing = { ...change, versie: 2, statustype: 'besluit_genomen', resultaat: 'verleend' }
  const closed = await changeStatus(ctx, closing)
  if (!closed.ok) throw new Error(closed.reason)
  const zaak = await stored(id)
  expect(zaak).toMatchObject({
    statustype: 'besluit_genomen',
    statuscode: 'vergunning_verleend',
    resultaat: 'verleend',
  })
  expect(zaak.einddatum && isoDate(zaak.einddatum)).toBe('2026-12-01')
  expect(await eventData(closed.gebeurtenisId)).toMatchObject({
    oudeStatus: 'in_behandeling',
    nieuweStatus: 'vergunning_verleend',
  })
  const again = await changeStatus(ctx, { ...closing, versie: 3 })
  expect(again).toMatchObject({ broken: ['closed'] })
})

test('a step may be skipped; a resultaat is stored only with the eindstatus', async () => {
  const { id, change } = await registerTestZaak(ctx, { zaaktype: 'APV-EVEN' })
  const skip = { ...change, versie: 1, statustype: 'adviezen_ontvangen', resultaat: 'verleend' }
  expect(await changeStatus(ctx, skip)).toMatchObject({ ok: true, versie: 2 })
  expect(await stored(id)).toMatchObject({ statuscode: 'adviezen_ontvangen', resultaat: null, einddatum: null })
})

describe('a refused status writes no row and no event', () => {
  test.each([
    ['status_not_offered', 'the present status', { statustype: 'in_behandeling' }],
    ['status_not_offered', 'an earlier status', { statustype: 'aanvraag_ontvangen' }],
    ['statustype_not_of_zaaktype', 'a status of another zaaktype', { statustype: 'boom_beoordeeld' }],
    ['resultaat_required', 'an end without resultaat', { statustype: 'besluit_genomen' }],
    ['resultaat_required', 'an end with an empty resultaat', { statustype: 'besluit_genomen', resultaat: '' }],
    ['resultaat_not_of_zaaktype', 'an unknown resultaat', { statustype: 'besluit_genomen', resultaat: 'gewonnen' }],
  ])('%s: %s', async (reason, _, input) => {
    const { id, change } = await registerTestZaak(ctx)
    await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
    expect(await changeStatus(ctx, { ...change, versie: 2, ...input })).toMatchObject({ broken: [reason] })
    expect((await stored(id)).statussen).toHaveLength(2)
    expect(await ctx.db.gebeurtenis.count({ where: { zaakId: id } })).toBe(2)
  })

  test('not_found: a zaak that does not exist', async () => {
    const { change } = await registerTestZaak(ctx)
    const zaakId = crypto.randomUUID()
    expect(await changeStatus(ctx, { ...change, zaakId, versie: 1, statustype: 'in_behandeling' })).toEqual({
      ok: false,
      reason: 'not_found',
    })
  })
})

test('a failure after the change rolls all of it back', async () => {
  const { id, change } = await registerTestZaak(ctx)
  const tooLong = { ...change, versie: 1, statustype: 'in_behandeling', toelichting: 'x'.repeat(1001) }
  await expect(changeStatus(ctx, tooLong)).rejects.toThrow()
  const zaak = await stored(id)
  expect(zaak).toMatchObject({ versie: 1, statustype: 'aanvraag_ontvangen' })
  expect(zaak.statussen).toHaveLength(1)
  expect(await ctx.db.gebeurtenis.count({ where: { zaakId: id } })).toBe(1)
})

describe('the statement of a change', () => {
  test('a change is one read and one write, each on any connection', async () => {
    const { change } = await registerTestZaak(ctx)
    let roundTrips = 0
    const count = () => {
      roundTrips += 1
    }
    ctx.pool.on('acquire', count)
    await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
    ctx.pool.off('acquire', count)
    expect(roundTrips).toBe(2)
  })

  test('its event is sequenced after everything that was written before it locked the zaak', async () => {
    const { id, change } = await registerTestZaak(ctx)
    const other = await ctx.pool.connect()
    await other.query('begin')
    await other.query('select from zaak where id = $1 for update', [id])
    const changing = changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    while ((await ctx.pool.query(waiting)).rowCount === 0) {}
    const { id: earlier } = await registerTestZaak(ctx)
    await other.query('commit')
    other.release()
    await changing
    const rows = await ctx.db.gebeurtenis.findMany({
      where: { zaakId: { in: [id, earlier] } },
      orderBy: { sequence: 'asc' },
    })
    expect(rows.map(({ zaakId }) => zaakId)).toEqual([id, earlier, id])
  })
})

describe('two behandelaars on one zaak', () => {
  test('at the same moment: one wins, and the other gets a conflict with the change of the first', async () => {
    const { id, change } = await registerTestZaak(ctx)
    const attempts = await Promise.all([
      changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling', toelichting: 'De eerste.' }),
      changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling', toelichting: 'De eerste.' }),
    ])
    expect(attempts.filter(({ ok }) => ok)).toHaveLength(1)
    expect(attempts.find(({ ok }) => !ok)).toEqual({
      ok: false,
      reason: 'conflict',
      sindsdien: [
        {
          soort: 'statuswijziging',
          statustypeOmschrijving: 'In behandeling',
          resultaatOmschrijving: null,
          toelichting: 'De eerste.',
          doorNaam: 'F. El Amrani',
          op: now,
        },
      ],
    })
    expect((await stored(id)).statussen).toHaveLength(2)
  })

  test('an old form gets a conflict with all changes since, also the closing', async () => {
    const { change } = await registerTestZaak(ctx)
    await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
    await changeStatus(ctx, { ...change, versie: 2, statustype: 'besluit_genomen', resultaat: 'geweigerd' })
    const late = await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
    expect(late).toMatchObject({
      reason: 'conflict',
      sindsdien: [
        { statustypeOmschrijving: 'In behandeling', resultaatOmschrijving: null },
        { statustypeOmschrijving: 'Besluit', resultaatOmschrijving: 'Vergunning geweigerd' },
      ],
    })
  })
})
