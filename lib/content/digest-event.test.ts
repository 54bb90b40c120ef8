import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeCeHeader } from '#lib/contract/ce-header.ts'
import { parseEvent } from './parse-event.ts'
import { readContent } from './read-content.ts'

const SOURCE = 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'

type Attributes = Record<string, unknown>
/** The strings that CloudEvents allows. */
const text = fc
  .string({ unit: 'binary', maxLength: 20 })
  .filter((value) => !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(value))
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)))
const attributes = fc
  .record({
    id: text.filter((value) => value !== ''),
    type: fc.constantFrom('a.b', 'nl.voorbeeld.iets'),
    subject: fc.option(text.filter((value) => value !== '')),
    time: fc.option(fc.constantFrom('2026-11-25T10:00:00Z', '2026-11-25t11:00:00.250+01:00')),
    extensions: fc.dictionary(
      fc.stringMatching(/^x[a-z0-9]{1,9}$/),
      fc.oneof(text, fc.boolean(), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.constant(null)),
      { maxKeys: 4 },
    ),
  })
  .map(({ extensions, ...known }): Attributes => ({ specversion: '1.0', source: SOURCE, ...known, ...extensions }))

function digest(
  contentmodus: 'structured' | 'batch' | 'binary',
  headers: Record<string, string>,
  body: string | Buffer,
) {
  const { events, problems } = readContent({ contentmodus, headers: new Headers(headers), body: Buffer.from(body) })
  expect(problems).toEqual([])
  const parsed = parseEvent(events?.[0])
  return parsed.ok ? parsed.event.inhoudSha256 : parsed.problems
}
const structured = (event: Attributes) => digest('structured', {}, JSON.stringify(event))
const batch = (event: Attributes) => digest('batch', {}, `[${JSON.stringify(event)}]`)
const binary = (event: Attributes, contentType: string, body: string | Buffer) => {
  const ce = Object.entries(event).flatMap(([name, value]) =>
    value === null ? [] : [[`ce-${name}`, encodeCeHeader(String(value)) || '""']],
  )
  return digest('binary', { ...Object.fromEntries(ce), 'content-type': contentType }, body)
}
const base64 = (content: string | Uint8Array) => Buffer.from(content as Uint8Array).toString('base64')

describe('an event has one digest', () => {
  test('in data and in data_base64, and with an explicit or implied datacontenttype', () => {
    fc.assert(
      fc.property(attributes, json, (event, data) => {
        const datacontenttype = 'application/json'
        const bytes = JSON.stringify(data)
        const digests = [
          structured({ ...event, data }),
          structured({ ...event, datacontenttype: null, data }),
          structured({ ...event, datacontenttype, data }),
          structured({ ...event, datacontenttype, data_base64: base64(bytes) }),
          batch({ data, ...event }),
          batch({ ...event, datacontenttype, data_base64: base64(` ${bytes}\n`) }),
          binary(event, datacontenttype, bytes),
        ]
        expect(new Set(digests)).toEqual(new Set([expect.stringMatching(/^[\w-]{43}$/)]))
        expect(new Set(digests).size).toBe(1)
      }),
    )
  })

  test('for a text in data and in data_base64', () => {
    fc.assert(
      fc.property(attributes, fc.string({ unit: 'grapheme', minLength: 1 }), (event, data) => {
        const datacontenttype = 'text/plain; charset=utf-8'
        const digests = [
          structured({ ...event, datacontenttype, data }),
          batch({ ...event, datacontenttype, data_base64: base64(data) }),
          binary(event, datacontenttype, data),
        ]
        expect(new Set(digests).size).toBe(1)
      }),
    )
  })

  test('in every content mode when its data are bytes', () => {
    fc.assert(
      fc.property(attributes, fc.uint8Array({ minLength: 1 }), (event, bytes) => {
        const datacontenttype = 'application/octet-stream'
        const digests = [
          structured({ ...event, datacontenttype, data_base64: base64(bytes) }),
          batch({ ...event, datacontenttype, data_base64: base64(bytes) }),
          binary(event, datacontenttype, Buffer.from(bytes)),
        ]
        expect(new Set(digests).size).toBe(1)
      }),
    )
  })

  test('in every notation of its time', () => {
    const at = (time: string) => structured({ specversion: '1.0', id: 'a', source: SOURCE, type: 'a.b', time })
    const same = ['2026-11-25T10:00:00.25Z', '2026-11-25t11:00:00.250000000000+01:00', '2026-11-25T10:00:00.250z']
    expect(new Set(same.map(at)).size).toBe(1)
    const others = [
      '2026-11-25T10:00:00.250000000001Z',
      '2026-11-25T10:00:00Z',
      '2026-11-25T10:00:60Z',
      '2026-11-25T10:00:59Z',
    ]
    expect(new Set([...same, ...others].map(at)).size).toBe(5)
  })
})

test('with any dataschema', () => {
  fc.assert(
    fc.property(attributes, json, (event, data) => {
      const dataschema = 'https://zaaksysteem.example/schemas/iets'
      expect(structured({ ...event, dataschema, data })).toBe(structured({ ...event, data }))
    }),
  )
})

test('two events that differ in one value differ in their digest', () => {
  fc.assert(
    fc.property(attributes, json, json, (event, data, other) => {
      fc.pre(JSON.stringify(data) !== JSON.stringify(other))
      expect(structured({ ...event, data })).not.toBe(structured({ ...event, data: other }))
      expect(structured({ ...event, data, xext: 'a' })).not.toBe(structured({ ...event, data, xext: 'b' }))
      expect(structured({ ...event, data: null })).not.toBe(structured(event))
      expect(structured({ ...event, data, datacontenttype: 'application/x+json' })).not.toBe(
        structured({ ...event, data }),
      )
    }),
  )
})

test('the digest of an ordinary event equals the one that the database already holds', () => {
  const data = { zaakId: 'b', event: 'a' }
  const event = { specversion: '1.0', id: '1', source: 'urn:x', type: 'a.b', datacontenttype: 'application/json', data }
  expect(structured({ ...event, sequence: '7', time: '2026-11-25T10:00:00.123Z' })).toBe(
    'riroTRfwNryidjMGnfwtYt1anFjU-KASyFZHAzP944g',
  )
})
