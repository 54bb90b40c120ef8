import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { EVENT_TYPES, type EventType } from '#lib/contract/event-types.ts'
import { composeProefbericht } from '../proefbericht/send-proefbericht.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { answerApi } from './operations.ts'

const ctx = await openTestZaaksysteem()

const eventOf = (type: EventType) => JSON.parse(composeProefbericht(ctx, type).event)
const get = (url: string, headers = {}) => answerApi(ctx, new Request(url, { headers }))

test.each(Object.values(EVENT_TYPES))('the dataschema of %s can be fetched, and its data match it', async (type) => {
  const { dataschema, data } = eventOf(type)
  const response = await get(dataschema)
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'application/schema+json'])
  const schema = await response.json()
  expect(schema).toMatchObject({ $id: dataschema, title: type })
  const check = addFormats(new Ajv()).compile(schema)
  expect(check(data), JSON.stringify(check.errors)).toBe(true)
  expect(check({ ...data, later: 'added' })).toBe(true)
  expect(check({ ...data, zaakId: 'x' })).toBe(false)
})

test('a schema needs no token, is cacheable for a day, allows any origin, and gives 304 for its ETag', async () => {
  const { dataschema } = eventOf(EVENT_TYPES.statuswijziging)
  const { headers } = await get(dataschema)
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'public, max-age=86400',
    'access-control-allow-origin': '*',
  })
  expect((await get(dataschema, { 'If-None-Match': headers.get('ETag') as string })).status).toBe(304)
})

test('the schema of an unknown type gives 404', async () => {
  const { dataschema } = eventOf(EVENT_TYPES.statuswijziging)
  const response = await get(`${dataschema}-anders`)
  expect([response.status, await response.json()]).toMatchObject([404, { code: 'not_found' }])
})
