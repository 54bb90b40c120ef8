import { type CloudEventV1, HTTP } from 'cloudevents'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCeHeader, encodeCeHeader } from '#lib/contract/ce-header.ts'
import { renderRequest } from './render-request.ts'

const EVENT = {
  specversion: '1.0',
  id: '0199a000-0000-7000-8000-000000000001',
  source: 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem',
  type: 'nl.overheid.zaken.zaakstatus-gewijzigd',
  subject: '0199a000-0000-7000-8000-000000000123',
  time: '2026-11-25T09:00:00.000Z',
  datacontenttype: 'application/json',
  dataref: '/api/zaaksysteem/v1/zaken/0199a000-0000-7000-8000-000000000123',
  sequence: '42',
  sequencetype: 'Integer',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  data: { event: 'vergunning.status.veranderd', nieuweStatus: 'vergunning_verleend' },
}
const TEXT = JSON.stringify(EVENT)

function readBySdk(request: ReturnType<typeof renderRequest>) {
  const events = HTTP.toEvent(request) as CloudEventV1<unknown> | CloudEventV1<unknown>[]
  return JSON.parse(JSON.stringify(events))
}

test('the SDK reads a structured event, whose body is exactly the stored text', () => {
  const request = renderRequest('structured', [TEXT])
  expect(request.body).toBe(TEXT)
  expect(request.headers).toEqual({ 'content-type': 'application/cloudevents+json; charset=utf-8' })
  expect(readBySdk(request)).toEqual(EVENT)
})

test('the SDK reads a binary event: attributes in headers, data in the body', () => {
  const request = renderRequest('binary', [TEXT])
  expect(JSON.parse(request.body)).toEqual(EVENT.data)
  const { data, datacontenttype, ...attributes } = EVENT
  expect(request.headers).toEqual({
    'content-type': datacontenttype,
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value])),
  })
  expect(readBySdk(request)).toEqual(EVENT)
})

test('the SDK reads a batch in its order', () => {
  const second = { ...EVENT, id: '0199a000-0000-7000-8000-000000000002', sequence: '43' }
  const request = renderRequest('batch', [TEXT, JSON.stringify(second)])
  expect(request.headers).toEqual({ 'content-type': 'application/cloudevents-batch+json; charset=utf-8' })
  expect(readBySdk(request)).toEqual([EVENT, second])
})

test('rendering anything but one event throws unless the mode is batch', () => {
  for (const contentmodus of ['structured', 'binary'] as const) {
    expect(() => renderRequest(contentmodus, [])).toThrow()
    expect(() => renderRequest(contentmodus, [TEXT, TEXT])).toThrow()
  }
})

test('an attribute that is not ASCII is percent-encoded in binary mode', () => {
  const request = renderRequest('binary', [JSON.stringify({ ...EVENT, subject: 'café 1' })])
  expect(request.headers['ce-subject']).toBe('caf%C3%A9%201')
})

test('any attribute round-trips through a header of printable ASCII without spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const header = encodeCeHeader(value)
      expect(header).toMatch(/^[\x21-\x7e]*$/)
      expect(decodeCeHeader(header)).toBe(value)
    }),
  )
})

test('decoding returns undefined for a bad header, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'%"\\0aAfFcC e2é') }), (raw) => {
      expect(typeof decodeCeHeader(raw)).toMatch(/string|undefined/)
    }),
  )
})
