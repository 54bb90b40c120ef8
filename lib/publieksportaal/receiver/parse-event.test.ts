import { randomUUID } from 'node:crypto'
import { CloudEvent, HTTP } from 'cloudevents'
import { afterAll, describe, expect, test } from 'vitest'
import { registerTestBron } from '../bron/test-registration.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { startTestBron, statusGewijzigd, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { handleWebhook } from './handle-webhook.ts'

const bron = await startTestBron()
const ctx = await createTestPublieksportaal({ env: bron.env })
await registerTestBron(ctx)
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const newEvent = () =>
  statusGewijzigd({ zaakId: randomUUID(), oudeStatus: 'ontvangen', nieuweStatus: 'besluit', sequence: 1 })
const send = async (event: object | string | Buffer, options?: Parameters<TestBron['deliver']>[1]) =>
  handleWebhook(ctx, await bron.deliver(event, options))

test('all problems are listed at once, each with its place', async () => {
  const response = await send({ ...newEvent(), specversion: '0.3', time: 'gisteren', Ext: 1, data: {} })
  const { errors } = (await response.json()) as { errors: { pointer: string }[] }
  expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(
    new Set([
      '/specversion',
      '/time',
      '/Ext',
      '/data/event',
      '/data/zaakId',
      '/data/oudeStatus',
      '/data/nieuweStatus',
      '/data/timestamp',
    ]),
  )
})

test.each([undefined, randomUUID()])(
  'a subject %s that is not the zaak of data is a problem with its place',
  async (subject) => {
    const { errors } = await (await send({ ...newEvent(), subject })).json()
    expect(errors).toMatchObject([{ code: 'invalid_attribute', pointer: '/subject' }])
  },
)

describe('valid CloudEvents input is accepted', () => {
  test.each<[string, object]>([
    ['null for an optional attribute', { time: null, dataschema: null, ext: null, data_base64: null }],
    ['extensions of every type', { bool: true, int: -(2 ** 31), text: '', emoji: '€ 😀' }],
    ['any offset and fraction', { time: '2026-11-25T08:00:00.123456789+05:30' }],
    ['lower case and a leap second', { time: '2016-12-31t23:59:60z' }],
    ['a padded sequence', { sequence: '0000000042' }],
    ['an absolute dataschema', { dataschema: 'https://voorbeeld.example/schema.json' }],
    ['JSON by another name', { datacontenttype: 'application/vnd.zaak+json; charset=utf-8' }],
    ['a type called toString', { type: 'toString', data: 0 }],
    ['an extension called tostring', { tostring: 'x' }],
    ['binary data of an unknown type', { type: 'a.b', data: undefined, data_base64: 'AAE=', datacontenttype: 'x/y' }],
    ['binary data without a type', { type: 'a.b', data: undefined, data_base64: 'AAE=', datacontenttype: undefined }],
    ['a number with a fraction as data', { type: 'a.b', data: 1.5 }],
    ['data null of an unknown type', { type: 'a.b', data: null }],
    ['fractions within data', { type: 'a.b', ext: true, data: { x: 1.5, y: [1e3] } }],
    ['an id that is no UUID, of an unknown type', { type: 'a.b', id: 'a/b c' }],
  ])('%s', async (_name, changes) => {
    expect((await send({ ...newEvent(), ...changes })).status).toBe(204)
  })

  test('a time at the edge of the calendar', async () => {
    const zaak = testZaak()
    await storeZaak(ctx, zaak)
    const event = statusGewijzigd({ zaakId: zaak.uuid, oudeStatus: 'ontvangen', nieuweStatus: 'besluit', sequence: 3 })
    const data = { ...event.data, timestamp: '0000-01-01T00:00:00Z' }
    expect((await send({ ...event, data })).status).toBe(204)
    expect(await ctx.db.zaak.findUnique({ where: { id: zaak.uuid } })).toMatchObject({ statuscode: 'besluit' })
  })

  test('JSON in data_base64, which is the same event as in data', async () => {
    const zaak = testZaak()
    await storeZaak(ctx, zaak)
    const event = statusGewijzigd({ zaakId: zaak.uuid, oudeStatus: 'ontvangen', nieuweStatus: 'besluit', sequence: 3 })
    const { data, ...attributes } = event
    const data_base64 = Buffer.from(JSON.stringify(data)).toString('base64')
    expect((await send({ ...attributes, data_base64 })).status).toBe(204)
    expect(await ctx.db.zaak.findUnique({ where: { id: zaak.uuid } })).toMatchObject({ statuscode: 'besluit' })
    expect((await send(event)).status).toBe(204)
  })

  test('a message that the CloudEvents SDK made', async () => {
    const { specversion, ...event } = newEvent()
    const { headers, body } = HTTP.structured(new CloudEvent(event))
    const response = await send(String(body), { headers: headers as Record<string, string> })
    expect(response.status).toBe(204)
  })
})
