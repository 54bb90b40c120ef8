import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Headers } from '#lib/proof/messages/test-message.ts'
import { newEvent, SOURCE } from '../test-bron.ts'
import { portalInAnyMode } from './test-content-modes.ts'

const portal = portalInAnyMode()
const { register, stored, post } = portal

const BATCH = { 'content-type': 'application/cloudevents-batch+json' }
const toBatch = (events: unknown[], changes: Headers = {}) => ({
  body: JSON.stringify(events),
  headers: { ...BATCH, ...changes },
  eventId: randomUUID(),
})
beforeEach(() => register('JWT', 'batch'))

test.each(['ACCESSTOKEN', 'JWT', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const)(
  'with %s a batch is accepted, and so is a single event',
  async (credentialtype) => {
    await register(credentialtype, 'batch')
    const events = [newEvent(), newEvent(), newEvent()]
    expect((await post(credentialtype, toBatch(events))).status).toBe(204)
    expect(await portal.ctx.db.ontvangenGebeurtenis.count({ where: { id: { in: events.map(({ id }) => id) } } })).toBe(
      3,
    )
    const [event] = events as [ReturnType<typeof newEvent>]
    const alone = { body: JSON.stringify(event), eventId: event.id, headers: {} }
    expect((await post(credentialtype, alone)).status).toBe(204)
    expect((await post(credentialtype, toBatch(events.toReversed()))).status).toBe(204)
    expect(await portal.ctx.db.ophaalopdracht.findUnique({ where: { zaakId: event.subject } })).toMatchObject({
      aanvraag: 1,
    })
  },
)

test('an empty batch gets 204 and stores nothing', async () => {
  const before = await stored()
  expect((await post('JWT', toBatch([]))).status).toBe(204)
  expect(await stored()).toEqual(before)
})

test('a batch of 1,000 events is stored, one of 1,001 is refused whole', async () => {
  const events = Array.from({ length: 1_001 }, () => ({
    specversion: '1.0',
    id: randomUUID(),
    source: SOURCE,
    type: 'a.b',
  }))
  const before = await stored()
  expect((await post('JWT', toBatch(events))).status).toBe(400)
  expect(await stored()).toEqual(before)
  expect((await post('JWT', toBatch(events.slice(1)))).status).toBe(204)
  expect((await stored()).inbox).toBe(before.inbox + 1_000)
})

test('a batch over 1 MiB is 413', async () => {
  expect((await post('JWT', { ...toBatch([]), body: `[${' '.repeat(1024 * 1024)}]` })).status).toBe(413)
})

test('an event in a batch has the limit of a single one; the problem names the place of a larger one', async () => {
  const event = { specversion: '1.0', id: randomUUID(), source: SOURCE, type: 'a.b', data: '' }
  const room = 256 * 1024 - JSON.stringify(event).length
  const sized = (length: number) => ({ ...event, id: randomUUID(), data: 'x'.repeat(length) })
  const fitting = toBatch([sized(room), newEvent(), sized(room)])
  expect((await post('JWT', { ...fitting, body: ` \n${fitting.body}\n` })).status).toBe(204)
  const before = await stored()
  const response = await post('JWT', toBatch([newEvent(), sized(room + 1), newEvent(), sized(600_000 - room)]))
  expect(response.status).toBe(400)
  const detail = 'It is larger than 262144 bytes.'
  expect(await response.json()).toMatchObject({
    code: 'invalid_event',
    errors: [
      { code: 'event_too_large', detail, pointer: '/1' },
      { code: 'event_too_large', detail, pointer: '/3' },
    ],
  })
  expect(await stored()).toEqual(before)
})

test.each<[number, string, () => unknown[] | string]>([
  [400, 'one event outside an array', () => JSON.stringify(newEvent())],
  [400, 'an element that is no object', () => [newEvent(), 1]],
  [400, 'an element without id', () => [newEvent(), { ...newEvent(), id: undefined }]],
  [400, 'a first element without id', () => [{ ...newEvent(), id: undefined }, newEvent()]],
  [400, 'another specversion in one', () => [newEvent(), { ...newEvent(), specversion: '0.3' }]],
  [400, 'a member twice in one', () => `[${JSON.stringify(newEvent()).replace(/}$/, ',"type":"a.b"}')}]`],
  [400, 'nesting without end in one', () => `[${'['.repeat(100_000)}${']'.repeat(100_000)}]`],
  [
    400,
    'the UUID of one in two cases',
    () => {
      const event = newEvent()
      return [event, { ...event, id: event.id.toUpperCase() }]
    },
  ],
  [
    400,
    'more bad names than a function takes arguments',
    () => {
      const name = (n: number) => JSON.stringify(String.fromCharCode(0x100 + n / 75, 0x30 + (n % 75)))
      return `[{${Array.from({ length: 130_000 }, (_, n) => `${name(n)}:1`).join()}}]`
    },
  ],
  [403, 'an element of another source', () => [newEvent(), { ...newEvent(), source: 'urn:nld:ander' }]],
])('a batch is %i for %s, without any effect', async (status, _name, make) => {
  const made = make()
  const body = typeof made === 'string' ? made : JSON.stringify(made)
  const before = await stored()
  expect((await post('JWT', { body, headers: BATCH, eventId: randomUUID() })).status).toBe(status)
  expect(await stored()).toEqual(before)
})

test('every problem of a batch names the place of its event', async () => {
  const twice = newEvent()
  const events = [twice, { ...newEvent(), time: 'gisteren' }, { ...newEvent(), data: null }, 'x', twice]
  const response = await post('JWT', toBatch(events))
  const { errors } = (await response.json()) as { errors: { code: string; pointer: string }[] }
  expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'invalid_attribute /1/time',
    'invalid_data /2/data',
    'not_an_event /3',
    'duplicate_event /4/id',
  ])
})

test('one event that contradicts a received one gives 409 for the whole batch', async () => {
  const event = newEvent()
  await post('JWT', toBatch([event]))
  const before = await stored()
  expect((await post('JWT', toBatch([newEvent(), { ...event, time: '2026-11-25T11:00:00Z' }]))).status).toBe(409)
  expect(await stored()).toEqual(before)
})

test.each(['structured', 'binary'] as const)('a batch to a bron in mode %s is 415', async (contentmodus) => {
  await register('HTTPMESSAGESIGNATURES', contentmodus)
  const before = await stored()
  expect((await post('HTTPMESSAGESIGNATURES', toBatch([newEvent()]))).status).toBe(415)
  expect((await post('HTTPMESSAGESIGNATURES', toBatch([]))).status).toBe(415)
  expect(await stored()).toEqual(before)
})
