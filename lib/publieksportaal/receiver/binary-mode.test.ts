import { randomUUID } from 'node:crypto'
import { CloudEvent, HTTP } from 'cloudevents'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { encodeCeHeader } from '#lib/contract/ce-header.ts'
import type { Headers } from '#lib/proof/messages/test-message.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { bezorgingRequest, newEvent, SOURCE, statusGewijzigd } from '../test-bron.ts'
import { testZaak } from '../test-zaak.ts'
import { handleWebhook } from './handle-webhook.ts'
import { portalInAnyMode } from './test-content-modes.ts'

const portal = portalInAnyMode()
const { register, stored, post } = portal

/** Returns an event in binary mode. `changes` are headers; '' removes one. */
function toBinary(event: ReturnType<typeof newEvent>, changes: Headers = {}) {
  const { data, datacontenttype, ...attributes } = event
  const ce = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeCeHeader(String(value))])
  const headers: Headers = { 'content-type': datacontenttype, ...Object.fromEntries(ce), ...changes }
  for (const [name, value] of Object.entries(headers)) if (value === '') delete headers[name]
  return { body: JSON.stringify(data), headers, eventId: event.id }
}

const CREDENTIALTYPES = ['ACCESSTOKEN', 'HTTPMESSAGESIGNATURES'] as const

describe.each(CREDENTIALTYPES)('binary mode with %s', (credentialtype) => {
  beforeEach(() => register(credentialtype, 'binary'))

  test('is accepted, and is the same event as in structured mode', async () => {
    const event = newEvent()
    expect((await post(credentialtype, toBinary(event))).status).toBe(204)
    const structured = { body: JSON.stringify(event), eventId: event.id }
    const headers = { 'content-type': 'application/cloudevents+json' }
    expect((await post(credentialtype, { ...structured, headers })).status).toBe(204)
    const other = { ...structured, body: JSON.stringify({ ...event, time: '2026-11-25T11:00:00Z' }) }
    expect((await post(credentialtype, { ...other, headers })).status).toBe(409)
  })

  test('is the same event with the values that structured mode implies', async () => {
    const { datacontenttype, ...event } = newEvent()
    const implied = { ...event, vlag: true, aantal: 3 }
    const headers = { 'content-type': 'application/cloudevents+json' }
    const structured = { body: JSON.stringify(implied), headers, eventId: event.id }
    expect((await post(credentialtype, structured)).status).toBe(204)
    const message = toBinary({ ...event, datacontenttype }, { 'ce-vlag': 'true', 'ce-aantal': '3' })
    expect((await post(credentialtype, message)).status).toBe(204)
    const other = toBinary({ ...event, datacontenttype }, { 'ce-vlag': 'true', 'ce-aantal': '4' })
    expect((await post(credentialtype, other)).status).toBe(409)
  })

  test('volledigeversie as a header works like the number in JSON', async () => {
    const { uuid } = testZaak()
    await storeZaak(portal.ctx, testZaak({ uuid }))
    const change = { zaakId: uuid, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: 1 }
    const before = await stored()
    const event = statusGewijzigd({ ...change, volledigeversie: 2 })
    expect((await post(credentialtype, toBinary(event))).status).toBe(204)
    expect(await stored()).toEqual({ ...before, inbox: before.inbox + 1 })
  })

  test('a message of the CloudEvents SDK is accepted', async () => {
    const { specversion, ...event } = newEvent()
    const { headers, body } = HTTP.binary(new CloudEvent(event))
    expect(
      (await post(credentialtype, { body: String(body), headers: headers as Headers, eventId: event.id })).status,
    ).toBe(204)
  })

  test.each<[string, Headers, string?]>([
    ['no ce-id', { 'ce-id': '' }],
    ['no ce-source', { 'ce-source': '' }],
    ['no ce-type', { 'ce-type': '' }],
    ['no ce-specversion', { 'ce-specversion': '' }],
    ['specversion 0.3', { 'ce-specversion': '0.3' }],
    ['ce-datacontenttype', { 'ce-datacontenttype': 'application/json' }],
    ['ce-data', { 'ce-data': 'x' }],
    ['ce-data_base64', { 'ce-data_base64': 'e30=' }],
    ['a hyphen in a name', { 'ce-foo-bar': 'x' }],
    ['an underscore in a name', { 'ce-foo_bar': 'x' }],
    ['no name', { 'ce-': 'x' }],
    ['a time twice', { 'ce-time': '2026-11-25T10:00:00Z, 2026-11-25T10:00:00Z' }],
    ['an extension twice', { 'ce-ext': 'a, b' }],
    ['invalid UTF-8', { 'ce-ext': '%FF' }],
    ['overlong UTF-8', { 'ce-ext': '%C0%A0' }],
    ['a percent sign that encodes nothing', { 'ce-ext': '100%' }],
    ['a quote that does not end', { 'ce-ext': '"a' }],
    ['a control character', { 'ce-ext': 'a%00b' }],
    ['a noncharacter', { 'ce-ext': '%EF%B7%90' }],
    ['an encoded surrogate', { 'ce-ext': '%ED%A0%80' }],
    ['a time that does not exist', { 'ce-time': '2026-02-30T10:00:00Z' }],
    ['an empty subject', { 'ce-subject': '""' }],
    ['no body', {}, ''],
    ['a body that is not JSON', {}, '{'],
    ['a member of data twice', {}, '{"event":"x","event":"x"}'],
    ['a byte order mark', {}, '\uFEFF{}'],
  ])('%s is 400 and leaves nothing', async (_name, changes, body) => {
    const message = toBinary(newEvent(), changes)
    const before = await stored()
    const response = await post(credentialtype, { ...message, body: body ?? message.body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid_event', errors: expect.anything() })
    expect(await stored()).toEqual(before)
  })

  test('another media type than JSON is data in bytes', async () => {
    const message = toBinary(newEvent(), { 'content-type': 'text/plain', 'ce-type': 'a.b' })
    expect((await post(credentialtype, { ...message, body: 'geen json' })).status).toBe(204)
  })
})

test('an attribute in a header that the signature does not cover is refused', async () => {
  await register('HTTPMESSAGESIGNATURES', 'binary')
  const event = newEvent()
  const { body, headers, eventId } = toBinary(event)
  const proven = await portal.bron.prove({
    credentialtype: 'HTTPMESSAGESIGNATURES',
    body,
    headers,
    eventId,
    now: new Date(),
  })
  const before = await stored()
  const changes: Headers[] = [{ 'ce-extra': 'x' }, { 'ce-time': '2026-11-25T11:00:00Z' }, { 'ce-sequence': '' }]
  for (const change of changes) {
    expect((await handleWebhook(portal.ctx, bezorgingRequest(body, { ...proven, ...change }))).status).toBe(401)
  }
  expect(await stored()).toEqual(before)
})

test.each(['JWT', 'STANDARDWEBHOOKS', 'NLGOVADR'] as const)(
  'binary mode was not agreed on with %s: 415',
  async (credentialtype) => {
    await register(credentialtype, 'structured')
    expect((await post(credentialtype, toBinary(newEvent()))).status).toBe(415)
  },
)

test.each([
  ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
  ['lower%20%e2%82%ac', 'lower €'],
  ['%41%2Fover', 'A/over'],
  ['one%2520round', 'one%20round'],
  ['"quoted \\"and\\" escaped"', 'quoted "and" escaped'],
  ['a/b:c?d', 'a/b:c?d'],
])('ce-subject %s is %s', async (header, subject) => {
  await register('ACCESSTOKEN', 'binary')
  const event = { ...newEvent(), type: 'a.b' }
  expect((await post('ACCESSTOKEN', toBinary(event, { 'ce-subject': header }))).status).toBe(204)
  expect(await portal.ctx.db.ontvangenGebeurtenis.findFirst({ where: { id: event.id } })).toMatchObject({ subject })
})

test('any text survives the encoding in a header', async () => {
  await register('ACCESSTOKEN', 'binary')
  const allowed = fc
    .string({ unit: 'binary', maxLength: 20 })
    .filter((text) => text.length > 0 && !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text))
  await fc.assert(
    fc.asyncProperty(allowed, async (subject) => {
      const id = randomUUID()
      const message = { body: '{}', eventId: id }
      const headers = {
        'content-type': 'application/json',
        'ce-specversion': '1.0',
        'ce-id': id,
        'ce-source': SOURCE,
        'ce-type': 'a.b',
        'ce-subject': encodeCeHeader(subject),
      }
      expect((await post('ACCESSTOKEN', { ...message, headers })).status).toBe(204)
      expect(await portal.ctx.db.ontvangenGebeurtenis.findFirst({ where: { id } })).toMatchObject({ subject })
    }),
    { numRuns: 50 },
  )
})

test('in structured mode ce- headers are ignored', async () => {
  await register('JWT', 'structured')
  const event = newEvent()
  const headers = { 'ce-id': 'ander', 'ce-source': 'urn:nld:ander' }
  expect((await post('JWT', { body: JSON.stringify(event), headers, eventId: event.id })).status).toBe(204)
  expect(await portal.ctx.db.ontvangenGebeurtenis.findFirst({ where: { id: event.id } })).not.toBeNull()
})
