import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { registerTestBron } from '../bron/test-registration.ts'
import { bezorgingRequest, SINK, SOURCE, startTestBron, statusGewijzigd, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { handleWebhook } from './handle-webhook.ts'

const KIB = 1024
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
const stored = async () => ({
  inbox: await ctx.db.ontvangenGebeurtenis.count(),
  opdrachten: await ctx.db.ophaalopdracht.count(),
  statussen: await ctx.db.status.count(),
})

describe('a bezorging with several faults is refused for the first in the order of checks', () => {
  const large = `[${' '.repeat(256 * KIB)}`
  test.each([
    [405, 'method', () => new Request(SINK, { method: 'PUT', body: large })],
    [413, 'size', () => bezorgingRequest(large, { 'Content-Type': 'text/plain' })],
    [415, 'media type', () => bezorgingRequest('[', { 'Content-Type': 'text/plain', 'WebHook-Request-Origin': 'x' })],
    [401, 'proof', () => bezorgingRequest('[', { 'WebHook-Request-Origin': 'x' })],
    [403, 'no origin', () => bron.deliver('[', { headers: { 'WebHook-Request-Origin': '' } })],
    [
      403,
      'an origin twice',
      () => bron.deliver('[', { headers: { 'WebHook-Request-Origin': 'zaaksysteem.test, zaaksysteem.test' } }),
    ],
    [403, 'origin', () => bron.deliver('[', { headers: { 'WebHook-Request-Origin': 'x' } })],
    [403, 'source', () => bron.deliver({ source: 'urn:nld:ander' })],
    [400, 'content', () => bron.deliver('[')],
  ])('%i: %s', async (status, _fault, request) => {
    const before = await stored()
    expect((await handleWebhook(ctx, await request())).status).toBe(status)
    expect(await stored()).toEqual(before)
  })
})

test('another method gets 405 with Allow, and nothing ever redirects', async () => {
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
    const response = await handleWebhook(ctx, new Request(SINK, { method }))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST, OPTIONS')
  }
})

test('an event up to 256 KiB is accepted and one byte more refused, with and without Content-Length', async () => {
  const event = { ...newEvent(), type: 'nl.overheid.zaken.iets-nieuws', data: '' }
  const room = 256 * KIB - JSON.stringify(event).length
  const fitting = JSON.stringify({ ...event, data: 'x'.repeat(room) })
  const tooLarge = JSON.stringify({ ...event, data: 'x'.repeat(room + 1) })
  const sizeAllMustTake = { ...event, id: randomUUID(), data: 'x'.repeat(64 * KIB - (256 * KIB - room)) }
  expect((await send(sizeAllMustTake)).status).toBe(204)
  expect((await send(fitting)).status).toBe(204)
  expect((await send(tooLarge)).status).toBe(413)
  expect((await send(tooLarge, { headers: { 'Content-Length': String(tooLarge.length) } })).status).toBe(413)
})

describe('media types', () => {
  test.each([
    ['application/cloudevents+json', 204],
    ['application/cloudevents+json; charset=utf-8', 204],
    ['Application/CloudEvents+JSON; Charset="UTF-8"', 204],
    ['application/cloudevents+json; profile=x', 204],
    ['application/cloudevents+json; charset=iso-8859-1', 415],
    ['application/cloudevents-batch+json', 415],
    ['application/cloudevents+xml', 415],
    ['application/cloudevents', 415],
    ['application/json', 415],
    ['application/cloudevents+json, application/json', 415],
    ['', 415],
  ])('%s gives %i', async (contentType, status) => {
    const bytes = Buffer.from(JSON.stringify(newEvent()))
    const request = bezorgingRequest(bytes, {
      'Content-Type': contentType,
      Authorization: `Bearer ${await bron.sign(bytes)}`,
    })
    expect((await handleWebhook(ctx, request)).status).toBe(status)
  })

  test('a compressed body is 415, identity is not', async () => {
    for (const coding of ['gzip', 'br', 'identity, gzip']) {
      expect((await send(newEvent(), { headers: { 'Content-Encoding': coding } })).status).toBe(415)
    }
    expect((await send(newEvent(), { headers: { 'Content-Encoding': 'Identity' } })).status).toBe(204)
  })
})

test('a repeat is 204 without a second effect, the same id with another body is 409', async () => {
  const event = newEvent()
  expect((await send(event)).status).toBe(204)
  const before = await stored()
  expect((await send(event)).status).toBe(204)
  const other = await send({ ...event, time: '2026-11-25T11:00:00Z' })
  expect(other.status).toBe(409)
  expect(await other.json()).toMatchObject({ code: 'different_content' })
  expect(await stored()).toEqual(before)
  expect(await ctx.db.ophaalopdracht.findUnique({ where: { zaakId: event.subject } })).toMatchObject({ aanvraag: 1 })
})

test('without its database the portal answers 503, so that the bron tries again', async () => {
  const broken = await createTestPublieksportaal({ env: bron.env })
  await broken.close()
  const response = await handleWebhook(broken, await bron.deliver(newEvent()))
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
})

describe('the handshake', () => {
  const handshake = (headers: Record<string, string>) =>
    handleWebhook(ctx, new Request(SINK, { method: 'OPTIONS', headers }))

  test('gives its toestemming to the configured bron', async () => {
    const { status, headers } = await handshake({
      'WebHook-Request-Origin': 'zaaksysteem.test',
      'WebHook-Request-Rate': '120',
    })
    expect(status).toBe(204)
    expect(headers.get('webhook-allowed-origin')).toBe('zaaksysteem.test')
    expect(headers.get('webhook-allowed-rate')).toBe('*')
    expect(headers.get('allow')).toBe('POST, OPTIONS')
  })

  test.each(['0', '-5', 'abc', '1.5', ''])('gives no toestemming for the invalid rate "%s"', async (rate) => {
    const { headers } = await handshake({ 'WebHook-Request-Origin': 'zaaksysteem.test', 'WebHook-Request-Rate': rate })
    expect(headers.get('webhook-allowed-origin')).toBeNull()
  })

  test.each(['ander.test', 'zaaksysteem.test.evil', '*', ''])('gives no toestemming to "%s"', async (origin) => {
    const { headers } = await handshake(origin ? { 'WebHook-Request-Origin': origin } : {})
    expect([...headers.keys()].filter((name) => name.startsWith('webhook-'))).toEqual([])
    expect(headers.get('allow')).toBe('POST, OPTIONS')
  })
})

test('a problem names its fault and place and reveals nothing of the portal', async () => {
  const response = await send({ ...newEvent(), time: 'gisteren' })
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: 'The body is not a valid event. See errors.',
    code: 'invalid_event',
    errors: [{ code: 'invalid_attribute', detail: 'Must be an RFC 3339 time.', pointer: '/time' }],
  })
})

test('a bron may only send for itself', async () => {
  expect((await send({ ...newEvent(), source: `${SOURCE}:2` })).status).toBe(403)
})
