import { randomUUID } from 'node:crypto'

type Event = { type: string; subject: string; datacontenttype: string; data: object }

/**
 * Bodies that are no strict CloudEvent, for the receiver and the message check. `newEvent` makes a valid
 * event.
 */
export function malformedContents(newEvent: () => Event): Record<string, () => string | Buffer> {
  const json = () => JSON.stringify(newEvent())
  const changed = (changes: object) => () => JSON.stringify({ ...newEvent(), ...changes })
  const withMember = (member: string) => () => json().replace(/}$/, `,${member}}`)
  const withData = (changes: object) => () => {
    const event = newEvent()
    return JSON.stringify({ ...event, data: { ...event.data, ...changes } })
  }
  const base64 = (content: string) => Buffer.from(content).toString('base64')
  const inBase64 = (content: string) => changed({ data: undefined, data_base64: base64(content) })
  return {
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
    'unclosed deep nesting': () => '['.repeat(100_000),
    'closed deep nesting in an unknown type': () =>
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
    'an invalid datacontenttype': changed({ datacontenttype: 'json' }),
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
    'an integer with a zero fraction': withMember('"ext":1.0'),
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
    'a volledigeversie of zero': changed({ volledigeversie: 0 }),
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
    'invalid base64': changed({ type: 'a.b', data: undefined, data_base64: 'aGVs!!bG8=' }),
    'base64 that is not canonical': changed({ type: 'a.b', data: undefined, data_base64: 'aGVsbG9=' }),
    'an object as text/plain': changed({ type: 'a.b', datacontenttype: 'text/plain' }),
    'no data': changed({ data: undefined }),
    'data null': changed({ data: null }),
    'data as a string of JSON': () => JSON.stringify({ ...newEvent(), data: JSON.stringify(newEvent().data) }),
    'one member too many in data': withData({ bsn: '999990342' }),
    'one member too few in data': withData({ oudeStatus: undefined }),
    'another event name in data': withData({ event: 'zaak.heropend' }),
    'a zaakId that is no UUID': withData({ zaakId: '12345' }),
    'an invalid status': withData({ nieuweStatus: 'Verleend!' }),
    'a timestamp that does not exist': withData({ timestamp: '2026-13-01T00:00:00Z' }),
  }
}
