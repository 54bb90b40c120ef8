import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { NOW } from '#lib/proof/messages/test-message.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { bezorgingRequest, newEvent, ORIGIN, SINK, SOURCE, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { handleWebhook } from './handle-webhook.ts'

const bron = await startTestBron({ clock: () => NOW })
const ctx = await createTestPublieksportaal({ clock: () => NOW, env: bron.env })
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const stored = () => ctx.db.ontvangenGebeurtenis.count()

/** The parts that each method must protect besides the origin. The case of `Bearer` may change. */
const PROTECTED: Record<Credentialtype, string[]> = {
  ACCESSTOKEN: ['authorization'],
  JWT: ['authorization', 'body'],
  STANDARDWEBHOOKS: ['authorization', 'body', 'webhook-id', 'webhook-timestamp', 'webhook-signature'],
  HTTPMESSAGESIGNATURES: ['authorization', 'body', 'content-type', 'content-digest', 'signature-input', 'signature'],
  NLGOVADR: ['authorization', 'body', 'digest', 'nlgov-adr-payload-sig'],
}

describe.each(Object.entries(PROTECTED) as [Credentialtype, string[]][])('%s', (credentialtype, parts) => {
  let sent: Record<string, string>
  beforeAll(async () => {
    const { accesstoken, secret } = bron
    await registerTestBron(ctx, { credentialtype, accesstoken, secret })
    const event = newEvent()
    const body = JSON.stringify(event)
    sent = { ...(await bron.prove({ credentialtype, body, eventId: event.id })), body }
    // Sends one signature only, because with a second valid one a change would go unnoticed.
    const [v1] = sent['webhook-signature']?.split(' ') ?? []
    if (v1) sent['webhook-signature'] = v1
  })
  const post = ({ body = '', ...headers }: Record<string, string>) =>
    handleWebhook(ctx, bezorgingRequest(body, headers))

  test('any change of one character is refused, and the unchanged request is not', async () => {
    const before = await stored()
    const mutation = fc.record({
      part: fc.constantFrom(...parts, 'webhook-request-origin'),
      place: fc.nat(),
      character: fc.string({
        unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
        minLength: 1,
        maxLength: 1,
      }),
      kind: fc.constantFrom('replace', 'insert', 'remove'),
    })
    await fc.assert(
      fc.asyncProperty(mutation, async ({ part, place, character, kind }) => {
        const value = sent[part] as string
        const start = part === 'authorization' ? 'Bearer '.length : 0
        const at = start + (place % (value.length - start))
        const end = kind === 'insert' ? at : at + 1
        const changed = value.slice(0, at) + (kind === 'remove' ? '' : character) + value.slice(end)
        fc.pre(changed !== value && changed.trim() !== value)
        const { status } = await post({ ...sent, [part]: changed })
        expect(status).toBeGreaterThanOrEqual(400)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
    expect(await stored()).toBe(before)
    expect((await post(sent)).status).toBe(204)
  })
})

describe('no input makes the portal fail', () => {
  const headerValue = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
  const contentType = fc.constantFrom(
    'application/cloudevents+json',
    'application/cloudevents-batch+json',
    'application/json',
    'text/plain',
  )
  const member = fc.constantFrom(
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'time',
    'data',
    'data_base64',
    'sequence',
  )
  const eventLike = fc
    .dictionary(fc.oneof(member, fc.string()), fc.jsonValue())
    .map((changes) => ({ ...newEvent(), ...changes }))

  test.each(['ACCESSTOKEN', 'JWT', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const)(
    'without proof, to a bron with %s',
    async (credentialtype) => {
      await registerTestBron(ctx, {
        credentialtype,
        contentmodus: 'batch',
        accesstoken: bron.accesstoken,
        secret: bron.secret,
      })
      const names = [
        ...PROTECTED[credentialtype].filter((name) => name !== 'body'),
        'webhook-request-origin',
        'content-encoding',
      ]
      const before = await stored()
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 200 }),
          fc.dictionary(fc.constantFrom(...names), headerValue),
          contentType,
          async (body, headers, type) => {
            const request = bezorgingRequest(Buffer.from(body), { 'content-type': type, ...headers })
            const { status } = await handleWebhook(ctx, request)
            expect(status).toBeGreaterThanOrEqual(400)
            expect(status).toBeLessThan(500)
          },
        ),
        { numRuns: 100 },
      )
      expect(await stored()).toBe(before)
    },
  )

  test.each(['structured', 'batch', 'binary'] as const)('with proof, in mode %s', async (contentmodus) => {
    await registerTestBron(ctx, { credentialtype: 'ACCESSTOKEN', contentmodus, accesstoken: bron.accesstoken })
    const Authorization = `Bearer ${bron.accesstoken}`
    const type = {
      structured: 'application/cloudevents+json',
      batch: 'application/cloudevents-batch+json',
      binary: 'application/json',
    }[contentmodus]
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
      fc
        .oneof(eventLike, fc.array(fc.oneof(eventLike, fc.jsonValue()), { maxLength: 3 }))
        .map((value) => Buffer.from(JSON.stringify(value))),
    )
    const attributes = fc.dictionary(
      fc.constantFrom('ce-specversion', 'ce-id', 'ce-source', 'ce-type', 'ce-time', 'ce-ext', 'ce-sequence', 'ce-data'),
      headerValue,
    )
    await fc.assert(
      fc.asyncProperty(content, attributes, async (body, headers) => {
        const all = { 'content-type': type, Authorization, 'ce-id': 'x', ...(contentmodus === 'binary' && headers) }
        const { status } = await handleWebhook(ctx, bezorgingRequest(body, all))
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
  })

  test('with a query and a method of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'PUT', 'POST', 'OPTIONS', 'QUERY'),
        fc.string(),
        async (method, query) => {
          const headers = { 'WebHook-Request-Origin': ORIGIN }
          const { status } = await handleWebhook(ctx, new Request(`${SINK}?${query}`, { method, headers }))
          expect(status).toBeLessThan(500)
        },
      ),
    )
  })
})

test('fifty identical concurrent posts give one row and one opdracht with each method', async () => {
  for (const credentialtype of Object.keys(PROTECTED) as Credentialtype[]) {
    await registerTestBron(ctx, { credentialtype, accesstoken: bron.accesstoken, secret: bron.secret })
    const event = { ...newEvent(), id: randomUUID(), source: SOURCE }
    const body = JSON.stringify(event)
    const headers = await bron.prove({ credentialtype, body, eventId: event.id })
    const posts = Array.from({ length: 50 }, () => handleWebhook(ctx, bezorgingRequest(body, headers)))
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(Array(50).fill(204))
    expect(await ctx.db.ontvangenGebeurtenis.count({ where: { id: event.id } })).toBe(1)
    expect(await ctx.db.ophaalopdracht.findUnique({ where: { zaakId: event.subject } })).toMatchObject({ aanvraag: 1 })
  }
})
