import { expect, test } from 'vitest'
import { parseEvent } from '#lib/content/parse-event.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { SOURCE, statusGewijzigd } from '../test-bron.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { acceptEvent } from './accept-event.ts'

const clock = () => new Date('2026-11-25T10:00:05Z')
const ctx = await openTestPublieksportaal({ clock })

function accept(event: object) {
  const parsed = parseEvent(event)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return acceptEvent(ctx, { event: parsed.event, proof: { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' } })
}

async function storedZaak(statuscodes = ['ontvangen']) {
  const zaak = testZaak({ statuscodes })
  await storeZaak(ctx, zaak)
  return zaak
}

const find = (id: string) =>
  ctx.db.zaak.findUniqueOrThrow({ where: { id }, include: { statussen: { orderBy: { versie: 'asc' } }, burger: true } })
const opdracht = (zaakId: string) => ctx.db.ophaalopdracht.findUnique({ where: { zaakId } })

test('a change that follows on the stored zaak is applied, numbered and fetched', async () => {
  const { uuid } = await storedZaak()
  const before = await find(uuid)
  const event = statusGewijzigd({ zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 7 })

  expect(await accept(event)).toBe('changed')

  const after = await find(uuid)
  expect(after).toMatchObject({ statuscode: 'in_behandeling', versie: 2, sequence: 7 })
  expect(after.burger.liveVolgnummer).toBe(before.burger.liveVolgnummer + 1)
  expect(after.liveVolgnummer).toBe(after.burger.liveVolgnummer)
  expect(after.statussen.at(-1)).toMatchObject({
    gebeurtenisId: event.id,
    versie: 2,
    soort: 'statuswijziging',
    datumStatusGezet: new Date('2026-11-25T10:00:00Z'),
    statustoelichting: null,
  })
  expect(await opdracht(uuid)).toMatchObject({ aanvraag: 1, volgendePoging: clock() })
})

test('a complete change is applied, and the zaak is not fetched', async () => {
  const { uuid, statussen } = await storedZaak()
  const change = { zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 7 }
  const event = statusGewijzigd({ ...change, volledigeversie: 2 })
  expect(await accept(event)).toBe('changed')
  expect(await find(uuid)).toMatchObject({ statuscode: 'in_behandeling', versie: 2 })
  expect(await opdracht(uuid)).toBeNull()

  const gebeurtenisIds = [...statussen.map(({ gebeurtenisId }) => gebeurtenisId), event.id]
  const fetched = testZaak({ uuid, statuscodes: ['ontvangen', 'in_behandeling'], gebeurtenisIds })
  expect(await storeZaak(ctx, fetched)).toBe('unchanged')
})

test('a complete change with another versie than the zaak then has is fetched', async () => {
  const { uuid } = await storedZaak()
  const change = { zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 9 }
  expect(await accept(statusGewijzigd({ ...change, volledigeversie: 4 }))).toBe('changed')
  expect(await opdracht(uuid)).not.toBeNull()
})

test('a complete change that does not follow on the stored zaak is fetched', async () => {
  const { uuid } = await storedZaak()
  const change = { zaakId: uuid, oudeStatus: 'in_advies', nieuweStatus: 'besluit', sequence: 9 }
  expect(await accept(statusGewijzigd({ ...change, volledigeversie: 2 }))).toBe('noted')
  expect(await opdracht(uuid)).not.toBeNull()
})

test('fifty identical bezorgingen at once make one row and one effect', async () => {
  const { uuid } = await storedZaak()
  const before = await find(uuid)
  const event = statusGewijzigd({ zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 7 })

  const outcomes = await Promise.all(Array.from({ length: 50 }, () => accept(event)))

  expect(outcomes.toSorted()).toEqual(['changed', ...Array(49).fill('repeated')])
  const after = await find(uuid)
  expect(after.statussen).toHaveLength(2)
  expect(after.burger.liveVolgnummer).toBe(before.burger.liveVolgnummer + 1)
  expect(await opdracht(uuid)).toMatchObject({ aanvraag: 1 })
  expect(await ctx.db.ontvangenGebeurtenis.count({ where: { source: SOURCE, id: event.id } })).toBe(1)
})

test('the same id with other content is another event; in another content mode it is the same', async () => {
  const { uuid } = await storedZaak()
  const event = statusGewijzigd({ zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 7 })
  await accept(event)
  expect(await accept({ ...event, data: { ...event.data, timestamp: '2026-11-25T10:00:01Z' } })).toBe(
    'different_content',
  )
  expect(await accept({ ...event, extra: 'x' })).toBe('different_content')
  const reversed = Object.fromEntries(Object.entries(event).reverse())
  expect(await accept({ ...reversed, dataschema: null })).toBe('repeated')
})

test('events that arrive during a commit are committed together', async () => {
  const ids = await Promise.all(
    [1, 2, 3, 4, 5].map(async (sequence) => {
      const event = statusGewijzigd({ zaakId: testZaak().uuid, oudeStatus: 'x', nieuweStatus: 'y', sequence })
      await accept(event)
      return event.id
    }),
  )
  const { rows } = await ctx.pool.query(
    'select distinct xmin::text from ontvangen_gebeurtenis where id = any($1::text[])',
    [ids],
  )
  expect(rows).toHaveLength(2)
})

test('an older sequence never sets the page back', async () => {
  const { uuid } = await storedZaak()
  const forth = { zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 42 }
  const back = { zaakId: uuid, oudeStatus: 'in_behandeling', nieuweStatus: 'ontvangen', sequence: 41 }
  await accept(statusGewijzigd(forth))
  expect(await accept(statusGewijzigd(back))).toBe('noted')
  expect(await find(uuid)).toMatchObject({ statuscode: 'in_behandeling', sequence: 42, versie: 2 })
})

test('a change that does not follow on the stored zaak is not applied but fetched', async () => {
  const { uuid } = await storedZaak()
  const event = statusGewijzigd({ zaakId: uuid, oudeStatus: 'in_advies', nieuweStatus: 'besluit', sequence: 9 })
  expect(await accept(event)).toBe('noted')
  expect(await find(uuid)).toMatchObject({ statuscode: 'ontvangen', versie: 1 })
  expect(await opdracht(uuid)).not.toBeNull()
})

test('an event that the fetched history already holds is not applied again', async () => {
  const zaak = await storedZaak(['ontvangen', 'in_behandeling', 'ontvangen'])
  const event = statusGewijzigd({
    id: zaak.statussen[1]?.gebeurtenisId,
    zaakId: zaak.uuid,
    oudeStatus: 'ontvangen',
    nieuweStatus: 'in_behandeling',
    sequence: 2,
  })
  expect(await accept(event)).toBe('noted')
  expect(await find(zaak.uuid)).toMatchObject({ statuscode: 'ontvangen', versie: 3 })
})

test('concurrent changes of one burger get consecutive numbers', async () => {
  const zaken = await Promise.all(Array.from({ length: 20 }, () => storedZaak()))
  const burger = (await find(zaken[0]?.uuid as string)).burger
  await Promise.all(
    zaken.map(({ uuid }, index) =>
      accept(
        statusGewijzigd({
          zaakId: uuid,
          oudeStatus: 'ontvangen',
          nieuweStatus: 'in_behandeling',
          sequence: 100 + index,
        }),
      ),
    ),
  )
  const after = await Promise.all(zaken.map(({ uuid }) => find(uuid)))
  expect(after.map(({ liveVolgnummer }) => liveVolgnummer).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, index) => burger.liveVolgnummer + 1 + index),
  )
})

test('applying an event and storing a fetched zaak concurrently do not deadlock, and the newest wins', async () => {
  for (let round = 0; round < 20; round++) {
    const zaak = await storedZaak()
    const event = statusGewijzigd({
      zaakId: zaak.uuid,
      oudeStatus: 'ontvangen',
      nieuweStatus: 'in_behandeling',
      sequence: 1,
    })
    const fetched = testZaak({
      uuid: zaak.uuid,
      statuscodes: ['ontvangen', 'in_behandeling'],
      gebeurtenisIds: [zaak.statussen[0]?.gebeurtenisId as string, event.id],
    })
    await Promise.all([accept(event), storeZaak(ctx, fetched), accept(event)])
    const after = await find(zaak.uuid)
    expect(after).toMatchObject({ statuscode: 'in_behandeling', versie: 2 })
    expect(after.statussen.map(({ gebeurtenisId }) => gebeurtenisId)).toEqual(
      fetched.statussen.map(({ gebeurtenisId }) => gebeurtenisId),
    )
  }
})

test('an unknown zaak and an event without sequence only queue a fetch', async () => {
  const unknown = testZaak().uuid
  const change = { oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 5 }
  expect(await accept(statusGewijzigd({ zaakId: unknown, ...change }))).toBe('noted')
  expect(await opdracht(unknown)).toMatchObject({ aanvraag: 1 })

  const { uuid } = await storedZaak()
  const { sequence, ...event } = statusGewijzigd({ zaakId: uuid, ...change })
  expect(await accept(event)).toBe('noted')
  expect(await opdracht(uuid)).toMatchObject({ aanvraag: 1 })
  expect(await find(uuid)).toMatchObject({ versie: 1 })
})

test('a renewed order starts over and is distinguishable from the one before', async () => {
  const { uuid } = await storedZaak()
  await ctx.db.ophaalopdracht.create({ data: { zaakId: uuid, pogingen: 9, volgendePoging: new Date('2027-01-01') } })
  await accept(statusGewijzigd({ zaakId: uuid, oudeStatus: 'x', nieuweStatus: 'y', sequence: 1 }))
  expect(await opdracht(uuid)).toMatchObject({ aanvraag: 2, pogingen: 0, volgendePoging: clock() })
})

test('an order for the toelichting of an earlier change is renewed by a complete change', async () => {
  const { uuid } = await storedZaak()
  const first = { zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 1 }
  const second = { zaakId: uuid, oudeStatus: 'in_behandeling', nieuweStatus: 'besluit', sequence: 2 }
  await accept(statusGewijzigd(first))
  await accept(statusGewijzigd({ ...second, volledigeversie: 3 }))
  expect(await opdracht(uuid)).toMatchObject({ aanvraag: 2 })
})

test('an unknown type is stored and changes nothing', async () => {
  const before = await ctx.db.ophaalopdracht.count()
  const event = { specversion: '1.0', id: 'geen uuid ☃', source: SOURCE, type: 'nl.overheid.zaken.zaak-verhuisd' }
  expect(await accept(event)).toBe('noted')
  expect(await accept(event)).toBe('repeated')
  expect(await ctx.db.ophaalopdracht.count()).toBe(before)
})
