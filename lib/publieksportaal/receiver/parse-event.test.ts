import { randomUUID } from 'node:crypto'
import { CloudEvent, HTTP } from 'cloudevents'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerTestBron } from '../bron/test-registration.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { startTestBron, statusGewijzigd, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { handleWebhook } from './handle-webhook.ts'

let bron: TestBron
let ctx: TestPublieksportaal
beforeAll(async () => {
  bron = await startTestBron()
  ctx = await createTestPublieksportaal({ env: bron.env })
  await registerTestBron(ctx)
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const newEvent = () =>
  statusGewijzigd({ zaakId: randomUUID(), oudeStatus: 'ontvangen', nieuweStatus: 'besluit', sequence: 1 })
const send = async (event: object | string | Buffer, options?: Parameters<TestBron['deliver']>[1]) =>
  handleWebhook(ctx, await bron.deliver(event, options))
const stored = async () => ({
  inbox: await ctx.db.ontvangenGebeurtenis.count(),
  opdrachten: await ctx.db.ophaalopdracht.count(),
  statussen: await ctx.db.status.count(),
})

describe('a body that is not a strict CloudEvent is 400 and leaves nothing', () => {
  const json = () => JSON.stringify(newEvent())
  const changed = (changes: object) => () => JSON.stringify({ ...newEvent(), ...changes })
  const withMember = (member: string) => () => json().replace(/}$/, `,${member}}`)
  const withData = (changes: object) => () => {
    const event = newEvent()
    return JSON.stringify({ ...event, data: { ...event.data, ...changes } })
  }
  const base64 = (content: string) => Buffer.from(content).toString('base64')
  const inBase64 = (content: string) => changed({ data: undefined, data_base64: base64(content) })
  const hostile: Record<string, () => string | Buffer> = {
    'nothing at all': () => '',
    'half of it': () => json().slice(0, 40),
    'an array': () => `[${json()}]`,
    'a string': () => '"x"',
    null: () => 'null',
    'invalid UTF-8': () => Buffer.concat([Buffer.from(json()), Buffer.from([0xc3])]),
    'overlong UTF-8': () => Buffer.from(json().replace('"1.0"', '"1.0\xC0\xAF"'), 'latin1'),
    'a byte order mark': () => `\uFEFF${json()}`,
    'UTF-16': () => Buffer.from(json(), 'utf16le'),
    'a member twice': withMember('"time":"2026-01-01T00:00:00Z"'),
    'a member twice, once escaped': withMember('"\\u0074ime":"2026-01-01T00:00:00Z"'),
    'a member of data twice': () => json().replace('"data":{', '"data":{"event":"x",'),
    'nesting of 33 levels': withMember(`"x":${'['.repeat(32)}${']'.repeat(32)}`),
    'nesting without end': () => '['.repeat(100_000),
    'nesting of an unknown type that ends': () =>
      json()
        .replace(/"type":"[^"]*"/, '"type":"a.b"')
        .replace(/"data":\{[^}]*\}/, `"data":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    'no id': changed({ id: undefined }),
    'an empty id': changed({ id: '' }),
    'id null': changed({ id: null }),
    'a number as id': changed({ id: 1 }),
    'an id too long for an index': changed({ type: 'a.b', id: 'x'.repeat(10_000) }),
    'an id that is no UUID, for a zaak': changed({ id: 'abc' }),
    'no source': changed({ source: undefined }),
    'an empty source': changed({ source: '' }),
    'no type': changed({ type: undefined }),
    'an empty type': changed({ type: '' }),
    'no specversion': changed({ specversion: undefined }),
    'specversion 0.3': changed({ specversion: '0.3' }),
    'specversion as a number': () => json().replace('"1.0"', '1.0'),
    'an empty subject': changed({ subject: '' }),
    'no subject, for a zaak': changed({ subject: undefined }),
    'the subject of another zaak': changed({ subject: randomUUID() }),
    'a date as time': changed({ time: '2026-11-25' }),
    'a time without offset': changed({ time: '2026-11-25T08:00:00' }),
    'a time without seconds': changed({ time: '2026-11-25T08:00Z' }),
    'a day that does not exist': changed({ time: '2026-02-30T08:00:00Z' }),
    'an HTTP date': changed({ time: 'Wed, 25 Nov 2026 08:00:00 GMT' }),
    'seconds as time': changed({ time: '1' }),
    'an empty time': changed({ time: '' }),
    'a relative dataschema': changed({ dataschema: '/schema' }),
    'an empty dataschema': changed({ dataschema: '' }),
    'a datacontenttype that is none': changed({ datacontenttype: 'json' }),
    'a dataref with a space': changed({ dataref: '/a b' }),
    'upper case in a name': changed({ fooBar: 'x' }),
    'an underscore in a name': changed({ foo_bar: 'x' }),
    'a hyphen in a name': changed({ 'foo-bar': 'x' }),
    'a name of 21 characters': changed({ abcdefghijklmnopqrstu: 'x' }),
    'an empty name': changed({ '': 'x' }),
    __proto__: withMember('"__proto__":{"x":1}'),
    'an object as extension': changed({ ext: { a: 1 } }),
    'an array as extension': changed({ ext: [] }),
    'a fraction as extension': changed({ ext: 1.5 }),
    'an integer over 32 bits': changed({ ext: 2 ** 31 }),
    'an integer with a fraction of nothing': withMember('"ext":1.0'),
    'an integer with an exponent': withMember('"ext":1e0'),
    'a control character': changed({ ext: 'a\u0000b' }),
    'a C1 control character': changed({ ext: 'a\u0085b' }),
    'a control character in id': changed({ type: 'a.b', id: 'a\u0000b' }),
    'a noncharacter': changed({ ext: '\uFDD0' }),
    'a noncharacter beyond the BMP': changed({ ext: '\u{1FFFE}' }),
    'a lone surrogate': withMember('"ext":"\\uDEAD"'),
    'a sequence in words': changed({ sequence: 'twee' }),
    'a sequence as a number': changed({ sequence: 2 }),
    'a sequence over 32 bits': changed({ sequence: '2147483648' }),
    'a negative sequence': changed({ sequence: '-1' }),
    'a volledigeversie in words': changed({ volledigeversie: 'twee' }),
    'a volledigeversie of nothing': changed({ volledigeversie: 0 }),
    'a volledigeversie that is a Boolean': changed({ volledigeversie: true }),
    'data and data_base64': changed({ data_base64: 'e30=' }),
    'data_base64 for a zaak': changed({ data: undefined, data_base64: 'e30=' }),
    'data_base64 for a zaak that is not strict JSON': inBase64('{"event":"x","event":"x"}'),
    'data_base64 of another type that is not strict JSON': changed({
      type: 'a.b',
      data: undefined,
      data_base64: 'AAE=',
    }),
    'data_base64 that is nested too deep': inBase64(`${'['.repeat(33)}${']'.repeat(33)}`),
    'data_base64 for a zaak that is not said to be JSON': () => {
      const { data, datacontenttype: _, ...event } = newEvent()
      return JSON.stringify({ ...event, data_base64: base64(JSON.stringify(data)) })
    },
    'base64 that is none': changed({ type: 'a.b', data: undefined, data_base64: 'aGVs!!bG8=' }),
    'base64 that is not canonical': changed({ type: 'a.b', data: undefined, data_base64: 'aGVsbG9=' }),
    'an object as text/plain': changed({ type: 'a.b', datacontenttype: 'text/plain' }),
    'no data': changed({ data: undefined }),
    'data null': changed({ data: null }),
    'data as a string of JSON': () => JSON.stringify({ ...newEvent(), data: JSON.stringify(newEvent().data) }),
    'one member too many in data': withData({ bsn: '999990342' }),
    'one member too few in data': withData({ oudeStatus: undefined }),
    'another event name in data': withData({ event: 'zaak.heropend' }),
    'a zaakId that is no UUID': withData({ zaakId: '12345' }),
    'a status that is none': withData({ nieuweStatus: 'Verleend!' }),
    'a timestamp that does not exist': withData({ timestamp: '2026-13-01T00:00:00Z' }),
  }
  test.each(Object.entries(hostile))('%s', async (_name, body) => {
    const before = await stored()
    const response = await send(body())
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'invalid_event', errors: expect.anything() })
    expect(await stored()).toEqual(before)
  })

  test('every problem is told at once, with its place', async () => {
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
})

describe('what CloudEvents allows is accepted', () => {
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
