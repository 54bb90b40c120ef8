import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEvents } from '#lib/content/examine-content.ts'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { SOURCE, statusGewijzigd } from '../test-bron.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { acceptEvent } from './accept-event.ts'
import { acceptEvents } from './accept-events.ts'

const clock = () => new Date('2026-11-25T10:00:05Z')
const proof = { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' }
const ctx = await openTestPublieksportaal({ clock })

function parse(values: object[]): ReceivedEvent[] {
  const { events, problems } = parseEvents(values, { inBatch: true })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return events
}
const accept = (values: object[]) => acceptEvents(ctx, { events: parse(values), proof })

async function storedZaak(bsn?: string) {
  const zaak = testZaak({ bsn })
  await storeZaak(ctx, zaak)
  return zaak.uuid
}
const step = (zaakId: string, oudeStatus: string, nieuweStatus: string, sequence: number, volledigeversie?: number) =>
  statusGewijzigd({ zaakId, oudeStatus, nieuweStatus, sequence, volledigeversie })
const find = (id: string) =>
  ctx.db.zaak.findUniqueOrThrow({ where: { id }, include: { statussen: { orderBy: { versie: 'asc' } }, burger: true } })

test('successive changes of a zaak in one batch are applied in order, and give one live event', async () => {
  const [one, two] = [await storedZaak(), await storedZaak()]
  const before = await find(one)
  const events = [
    step(one, 'ontvangen', 'in_behandeling', 1),
    step(two, 'ontvangen', 'in_behandeling', 2),
    step(one, 'in_behandeling', 'in_advies', 3),
    step(one, 'elders', 'besluit', 4),
    step(one, 'in_advies', 'besluit', 5),
    step(randomUUID(), 'ontvangen', 'in_behandeling', 6),
  ]
  const listener = await ctx.pool.connect()
  const told: string[] = []
  listener.on('notification', ({ payload = '' }) => told.push(payload))
  await listener.query('listen live')
  expect(await accept(events)).toEqual({ ok: true, accepted: 6, changed: 2 })
  await listener.query('unlisten live')
  listener.release(true)

  const [first, second] = [await find(one), await find(two)]
  expect(first).toMatchObject({ statuscode: 'besluit', versie: 4, sequence: 5 })
  expect(first.statussen.slice(1).map(({ gebeurtenisId }) => gebeurtenisId)).toEqual(
    [events[0], events[2], events[4]].map((event) => event?.id),
  )
  expect(second).toMatchObject({ statuscode: 'in_behandeling', versie: 2, sequence: 2 })
  const hint = ({ burgerId, liveVolgnummer, id, versie }: typeof first) =>
    `${burgerId} ${liveVolgnummer} ${id} ${versie}`
  expect(told.toSorted()).toEqual([hint(first), hint(second)].toSorted())
  expect(first.burger.liveVolgnummer).toBe(Math.max(first.liveVolgnummer, second.liveVolgnummer))
  expect(first.burger.liveVolgnummer).toBe(before.burger.liveVolgnummer + 4)
  expect(await ctx.db.ophaalopdracht.count({ where: { zaakId: { in: [one, two] } } })).toBe(2)
})

test('a batch fetches only the zaken with an incomplete event', async () => {
  const [all, note, gap, ordered] = [await storedZaak(), await storedZaak(), await storedZaak(), await storedZaak()]
  await ctx.db.ophaalopdracht.create({ data: { zaakId: ordered, volgendePoging: clock() } })
  const events = [
    step(all, 'ontvangen', 'in_behandeling', 1, 2),
    step(all, 'in_behandeling', 'besluit', 2, 3),
    step(note, 'ontvangen', 'in_behandeling', 3),
    step(note, 'in_behandeling', 'besluit', 4, 3),
    step(gap, 'in_advies', 'besluit', 5, 2),
    step(ordered, 'ontvangen', 'in_behandeling', 6, 2),
  ]
  expect(await accept(events)).toEqual({ ok: true, accepted: 6, changed: 3 })
  const orders = await ctx.db.ophaalopdracht.findMany({ where: { zaakId: { in: [all, note, gap, ordered] } } })
  const aanvragen = Object.fromEntries(orders.map(({ zaakId, aanvraag }) => [zaakId, aanvraag]))
  expect(aanvragen).toEqual({ [note]: 2, [gap]: 1, [ordered]: 2 })
})

test('events that were received before are skipped and not counted again', async () => {
  const zaak = await storedZaak()
  const [one, two] = [step(zaak, 'ontvangen', 'in_behandeling', 1), step(zaak, 'in_behandeling', 'besluit', 2)]
  await acceptEvent(ctx, { event: parse([one])[0] as ReceivedEvent, proof })
  expect(await accept([one, two])).toEqual({ ok: true, accepted: 1, changed: 1 })
  const before = await find(zaak)
  expect(before).toMatchObject({ statuscode: 'besluit', versie: 3 })
  expect(await accept([one, two])).toEqual({ ok: true, accepted: 0, changed: 0 })
  expect(await find(zaak)).toEqual(before)
})

test('one event that contradicts a stored one rolls back the whole batch', async () => {
  const zaak = await storedZaak()
  const known = { specversion: '1.0', id: randomUUID(), source: SOURCE, type: 'a.b' }
  await accept([known])
  const before = { zaak: await find(zaak), inbox: await ctx.db.ontvangenGebeurtenis.count() }
  const contradiction = { ...known, type: 'a.c' }
  expect(await accept([step(zaak, 'ontvangen', 'in_behandeling', 1), contradiction])).toEqual({
    ok: false,
    reason: 'different_content',
  })
  expect({ zaak: await find(zaak), inbox: await ctx.db.ontvangenGebeurtenis.count() }).toEqual(before)
})

test('fifty overlapping batches at once, in any order, have one effect and no deadlock', async () => {
  const zaken = await Promise.all(['999990342', '999990044', '999990342', '999990044'].map(storedZaak))
  const before = await Promise.all(zaken.map(find))
  const events = zaken.map((zaak, index) => step(zaak, 'ontvangen', 'in_behandeling', index + 1))
  const orders = [events, events.toReversed(), [...events.slice(2), ...events.slice(0, 2)]]

  const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => accept(orders[index % 3] as object[])))

  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(outcomes.reduce((sum, outcome) => sum + (outcome.ok ? outcome.changed : 0), 0)).toBe(4)
  const after = await Promise.all(zaken.map(find))
  expect(after.map(({ versie }) => versie)).toEqual([2, 2, 2, 2])
  expect(after[0]?.burger.liveVolgnummer).toBe((before[0]?.burger.liveVolgnummer as number) + 2)
})

test('overlapping batches about unknown zaken do not deadlock', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  const [a, b, c, d] = [first, first, second, second].map((zaak, index) => step(zaak, 'x', 'y', index + 1)) as object[]
  const batches = [
    [a, b, c, d],
    [b, c],
    [a, c, d],
    [d, a],
  ] as object[][]
  const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => accept(batches[index % 4] as object[])))
  expect(outcomes.reduce((sum, outcome) => sum + (outcome.ok ? outcome.accepted : Number.NaN), 0)).toBe(4)
})

test.each(['a batch', 'one event'])('%s waits for a batch that has the same event further on', async (later) => {
  const [zaak, other] = [randomUUID(), randomUUID()]
  const [first, second, third] = [step(zaak, 'x', 'y', 1), step(zaak, 'y', 'z', 2), step(other, 'x', 'y', 3)]
  await ctx.db.ophaalopdracht.create({ data: { zaakId: zaak, volgendePoging: clock() } })
  const holder = await ctx.pool.connect()
  await holder.query('begin')
  await holder.query('select from ophaalopdracht where zaak_id = $1 for update', [zaak])
  const waiting = async () => {
    const { rowCount } = await ctx.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount
  }
  const batch = accept([first, second])
  await expect.poll(waiting).toBe(1)
  const same =
    later === 'a batch'
      ? accept([second, third])
      : acceptEvent(ctx, { event: parse([second])[0] as ReceivedEvent, proof })
  await expect.poll(waiting).toBe(2)
  await holder.query('commit')
  holder.release()

  expect(await batch).toMatchObject({ ok: true, accepted: 2 })
  expect(await same).toEqual(later === 'a batch' ? { ok: true, accepted: 1, changed: 0 } : 'repeated')
})

test('an empty batch changes nothing', async () => {
  expect(await accept([])).toEqual({ ok: true, accepted: 0, changed: 0 })
})

test('a date at the edge of the calendar is stored from a batch too', async () => {
  const zaak = await storedZaak()
  const event = step(zaak, 'ontvangen', 'in_behandeling', 1)
  const first = { ...event, data: { ...event.data, timestamp: '0000-01-01T00:00:00Z' } }
  expect(await accept([first, step(zaak, 'in_behandeling', 'besluit', 2)])).toMatchObject({ ok: true, changed: 1 })
})

test('a batch has the same effect as its events one by one', async () => {
  const statuscode = fc.constantFrom('ontvangen', 'in_behandeling', 'besluit')
  const change = fc.record({
    zaak: fc.nat(1),
    oude: statuscode,
    nieuwe: statuscode,
    sequence: fc.integer({ min: 1, max: 6 }),
    volledig: fc.option(fc.integer({ min: 2, max: 4 }), { nil: undefined }),
  })
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never
  const toEvents = (zaken: string[], changes: Change[]) =>
    changes.map(({ zaak, oude, nieuwe, sequence, volledig }) =>
      step(zaken[zaak] as string, oude, nieuwe, sequence, volledig),
    )
  const outcome = async (id: string) => {
    const { statuscode: status, versie, sequence, statussen } = await find(id)
    const fetched = (await ctx.db.ophaalopdracht.count({ where: { zaakId: id } })) > 0
    const rows = statussen.map((row) => [row.versie, row.soort, row.statuscode, row.uiterlijkeEinddatumAfdoening])
    return { status, versie, sequence, fetched, rows }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
      const [single, batch] = [
        [await storedZaak(), await storedZaak()],
        [await storedZaak(), await storedZaak()],
      ]
      for (const event of parse(toEvents(single as string[], changes))) await acceptEvent(ctx, { event, proof })
      await accept(toEvents(batch as string[], changes))
      expect(await Promise.all((batch as string[]).map(outcome))).toEqual(
        await Promise.all((single as string[]).map(outcome)),
      )
    }),
    { numRuns: 40 },
  )
})
