import { type CloudEvent, HTTP } from 'cloudevents'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createSchema } from 'zod-openapi'
import { MAX_GEBEURTENISSEN_BYTES, MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { answerApi } from '../openapi/operations.ts'
import { eventText } from '../outbox/event-text.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { purgeExpired } from '../upkeep/purge-expired.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { gebeurtenissenQuery } from './gebeurtenissen-query.ts'
import { closeStromen } from './start-stromen.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let now = new Date('2026-11-25T09:00:00Z')

const ctx = await createTestZaaksysteem({ clock: () => now })
afterEach(async () => {
  await ctx.db.zaak.deleteMany()
  await ctx.db.gebeurtenis.deleteMany()
})
afterAll(async () => {
  await closeStromen(ctx)
  await ctx.close()
})

async function addGebeurtenissen(count: number) {
  for (let added = 0; added < count; added++) await registerTestZaak(ctx)
}

function get(query: string, { method = 'GET', token = ctx.apiToken } = {}) {
  const headers = { Authorization: `Bearer ${token}` }
  const url = `http://localhost/api/zaaksysteem/v1/gebeurtenissen${query}`
  return answerApi(ctx, new Request(url, { method, headers }))
}

async function sequences(response: Response) {
  expect(response.status).toBe(200)
  return ((await response.json()) as { sequence: string }[]).map(({ sequence }) => Number(sequence))
}

test('all events after a sequence are returned in order, byte for byte as delivered', async () => {
  await addGebeurtenissen(5)
  const response = await get('?vanaf=2')
  expect(response.headers.get('Content-Type')).toBe('application/cloudevents-batch+json; charset=utf-8')
  expect(response.headers.get('Hoogste-Sequence')).toBe('5')
  const body = await response.text()
  const rows = await ctx.db.gebeurtenis.findMany({ where: { sequence: { gt: 2 } }, orderBy: { sequence: 'asc' } })
  expect(body).toBe(`[${rows.map(({ body: stored }) => eventText(ctx, stored as string)).join(',')}]`)

  const events = HTTP.toEvent({ headers: { 'content-type': response.headers.get('Content-Type') as string }, body })
  expect((events as CloudEvent[]).map(({ sequence }) => sequence)).toEqual(['3', '4', '5'])
})

test('pages follow each other without a gap, up to an event that was just committed', async () => {
  await addGebeurtenissen(5)
  await registerTestZaak(ctx)
  expect(await sequences(await get('?vanaf=0&limiet=2'))).toEqual([1, 2])
  expect(await sequences(await get('?vanaf=2&limiet=2'))).toEqual([3, 4])
  expect(await sequences(await get('?vanaf=4&limiet=2'))).toEqual([5, 6])
})

test('after the last event the page is empty and has the highest sequence', async () => {
  const empty = await get('?vanaf=0')
  expect([await empty.text(), empty.headers.get('Hoogste-Sequence')]).toEqual(['[]', '0'])
  await addGebeurtenissen(1)
  const last = await get('?vanaf=1')
  expect([await last.text(), last.headers.get('Hoogste-Sequence')]).toEqual(['[]', '1'])
})

test('vanaf with the maximum sequence returns the end of the log', async () => {
  await addGebeurtenissen(2)
  const end = await get('?vanaf=2147483647')
  expect(await end.text()).toBe('[]')
  expect([end.headers.get('Hoogste-Sequence'), end.headers.get('Tot-Sequence')]).toEqual(['2', '2'])
})

test.each(['', '&wacht=30', '&types=nl.overheid.zaken.zaak-heropend'])(
  'a sequence after the last one gives 409 at once, with %j',
  async (more) => {
    await addGebeurtenissen(1)
    const response = await get(`?vanaf=2${more}`)
    expect(await response.json()).toMatchObject({ status: 409, code: 'sequence_unknown' })
    expect([response.headers.get('Hoogste-Sequence'), response.headers.get('Tot-Sequence')]).toEqual(['1', null])
  },
)

test('a page ends before it exceeds its size limit', async () => {
  await addGebeurtenissen(3)
  await ctx.db.$executeRaw`update gebeurtenis set body = left(body, -1) || ',"x":"' || repeat('é', 1000000) || '"}'`
  const response = await get('?vanaf=0')
  const body = await response.text()
  expect(JSON.parse(body)).toHaveLength(2)
  expect(Buffer.byteLength(body)).toBeLessThan(MAX_GEBEURTENISSEN_BYTES)
})

test('a page after a purged event gives 410, and later ones can still be read', async () => {
  await addGebeurtenissen(3)
  now = new Date(now.getTime() + (ctx.env.ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN + 1) * DAY_MS)
  await purgeExpired(ctx)
  await addGebeurtenissen(2)
  for (const vanaf of [0, 2]) {
    const response = await get(`?vanaf=${vanaf}`)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(response.headers.get('Hoogste-Sequence')).toBe('5')
    expect(response.headers.get('Oudste-Sequence')).toBe('4')
    // The next `vanaf` must not get a 410 again.
    expect(response.headers.has('Tot-Sequence')).toBe(false)
    expect(await response.json()).toMatchObject({ status: 410, code: 'events_purged' })
  }
  expect(await sequences(await get('?vanaf=3'))).toEqual([4, 5])
})

test('410 has no Oudste-Sequence when no event is kept', async () => {
  await addGebeurtenissen(1)
  await ctx.db.gebeurtenis.updateMany({ data: { body: null } })
  const response = await get('?vanaf=0')
  expect([response.status, response.headers.get('Oudste-Sequence')]).toEqual([410, null])
})

test('a page ends before a purged event in its middle', async () => {
  await addGebeurtenissen(4)
  await ctx.db.gebeurtenis.updateMany({ where: { sequence: 3 }, data: { body: null } })
  expect(await sequences(await get('?vanaf=0'))).toEqual([1, 2])
  expect((await get('?vanaf=2')).status).toBe(410)
})

describe('refusals', () => {
  test('an invalid token gives 401', async () => {
    expect((await get('?vanaf=0', { token: 'x' })).status).toBe(401)
  })

  test('400 lists every invalid parameter', async () => {
    const response = await get('?limiet=1001')
    expect(await response.json()).toMatchObject({
      status: 400,
      code: 'query_invalid',
      errors: [{ code: 'vanaf_invalid' }, { code: 'limiet_invalid' }],
    })
  })

  test('400 lists each unknown type, zaaktype and status, for a page and for a stream', async () => {
    const filters = JSON.stringify([{ not: { exact: { nieuweStatus: 'in_behandelin' } } }])
    const query = new URLSearchParams({ vanaf: '0', types: 'zaak-heropend', zaaktypen: 'omg-kap', filters })
    const url = `http://localhost/api/zaaksysteem/v1/gebeurtenissen?${query}`
    const headers = { Authorization: `Bearer ${ctx.apiToken}`, Accept: 'text/event-stream' }
    for (const response of [await get(`?${query}`), await answerApi(ctx, new Request(url, { headers }))]) {
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        code: 'name_unknown',
        errors: [
          { parameter: 'types', detail: expect.stringMatching(/Did you mean nl\.overheid\.zaken\.zaak-heropend\?/) },
          { parameter: 'zaaktypen', detail: expect.stringMatching(/Did you mean OMG-KAP\?/) },
          { parameter: 'filters', detail: expect.stringMatching(/Did you mean in_behandeling\?/) },
        ],
      })
    }
  })

  test.each(['', '-1', '1.5', '1e2', 'x', '2147483648', '9999999999', '00000000001'])(
    'vanaf %j is refused, with the allowed values',
    async (vanaf) => {
      const detail = 'vanaf must be a sequence: a whole number from 0 to 2147483647.'
      expect(await (await get(`?vanaf=${vanaf}`)).json()).toMatchObject({ status: 400, errors: [{ detail }] })
    },
  )

  test('the document describes vanaf as a whole number, and every allowed one is accepted', () => {
    const { schema } = createSchema(gebeurtenissenQuery.shape.vanaf, { io: 'input' })
    expect(schema).toMatchObject({ type: 'integer', minimum: 0, maximum: MAX_SEQUENCE })
    expect(schema).not.toHaveProperty('pattern')
    const sequence = fc.integer({ min: 0, max: MAX_SEQUENCE })
    const isTaken = (number: number) => gebeurtenissenQuery.safeParse({ vanaf: String(number) }).success
    fc.assert(fc.property(sequence, isTaken), { examples: [[0], [MAX_SEQUENCE]] })
  })

  test('a page without vanaf is refused as missing', async () => {
    expect(await (await get('')).json()).toMatchObject({
      errors: [{ detail: expect.stringMatching(/^A page requires vanaf/) }],
    })
  })

  test.each(['', '0', '-1', '1e2', '1001'])('limiet %j is refused', async (limiet) => {
    expect((await get(`?vanaf=0&limiet=${limiet}`)).status).toBe(400)
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('405 with Allow for %s', async (method) => {
    const response = await get('?vanaf=0', { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, HEAD')
  })
})
