import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseEvents } from '#lib/content/examine-content.ts'
import { parseEvent } from '#lib/content/parse-event.ts'
import { expectLinear, expectLinearGrowth, worstTexts } from '#lib/platform/test-worst-input.ts'
import { readPublicKey } from '#lib/proof/verify/public-key.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { bezorgingRequest, newEvent, SINK, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { handleWebhook } from './handle-webhook.ts'

/** The maximum that Node.js accepts for all headers together. */
const HEADER_LENGTH = 15_000
/** The maximum that the receiver accepts for an event. */
const TEXT_LENGTH = 250_000

const HEADERS = {
  JWT: ['authorization', 'content-type', 'webhook-request-origin', 'traceparent', 'ce-id', 'ce-time', 'ce-source'],
  STANDARDWEBHOOKS: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  HTTPMESSAGESIGNATURES: ['signature-input', 'signature', 'content-digest'],
  NLGOVADR: ['nlgov-adr-payload-sig', 'digest'],
} as const

const bron = await startTestBron()
const portal = await createTestPublieksportaal({ env: bron.env })
afterAll(async () => {
  await portal.close()
  await bron.close()
})
const agreeOn = (credentialtype: keyof typeof HEADERS) =>
  registerTestBron(portal, { credentialtype, secret: bron.secret })

describe.each(Object.keys(HEADERS) as (keyof typeof HEADERS)[])('a portal with %s', (credentialtype) => {
  beforeAll(() => agreeOn(credentialtype))

  test.each(HEADERS[credentialtype])('reads every %s in linear time', async (name) => {
    const texts = headerTexts().flatMap((text) => [text, `${prefixOf(name)}${text}`])
    const read = async (value: string) => {
      const event = newEvent()
      const body = JSON.stringify(event)
      const headers = await bron.prove({ credentialtype, body, eventId: event.id })
      return handleWebhook(portal, bezorgingRequest(body, { ...headers, [name]: value }))
    }
    await expectLinear(read, { ordinary: `${prefixOf(name)}${'x'.repeat(HEADER_LENGTH)}`, texts })
  })
})

describe('a handshake', () => {
  beforeAll(() => agreeOn('JWT'))

  test.each(['webhook-request-origin', 'webhook-request-rate'])('%s is read in linear time', async (name) => {
    const read = (value: string) =>
      handleWebhook(portal, new Request(SINK, { method: 'OPTIONS', headers: { [name]: value } }))
    await expectLinear(read, { ordinary: '1'.repeat(HEADER_LENGTH), texts: headerTexts() })
  })
})

function headerTexts(): string[] {
  return worstTexts(HEADER_LENGTH).map((text) => text.replaceAll(/[^\t -\u00ff]/g, 'x'))
}

/** Returns the prefix after which a parser reads the rest of the header. */
function prefixOf(name: string): string {
  if (name === 'authorization') return 'Bearer '
  if (name === 'content-type') return 'application/cloudevents+json;'
  if (name === 'signature' || name === 'content-digest') return 'zaak=:'
  if (name === 'signature-input') return 'zaak=("@method");'
  return ''
}

test.each(['type', 'id', 'subject', 'time', 'dataref', 'dataschema', 'datacontenttype', 'sequence', 'traceparent'])(
  'every %s of an event is read in linear time',
  async (attribute) => {
    const read = (text: string) => parseEvent({ ...newEvent(), type: 'a.b', [attribute]: text })
    const texts = worstTexts(TEXT_LENGTH).flatMap((text) => [text, `a/b;c=${text}`, `a/b;c="${text}`])
    await expectLinear(read, { ordinary: `text/${'x'.repeat(TEXT_LENGTH)}`, texts })
  },
)

/** The number that fits in one event. */
const MEMBERS = TEXT_LENGTH / 10

test.each<[string, unknown[]]>([
  ['with invalid names', [Object.fromEntries(Array.from({ length: MEMBERS }, (_, n) => [`A${n}`, 1]))]],
  ['with invalid values', [Object.fromEntries(Array.from({ length: MEMBERS }, (_, n) => [`a${n}`, {}]))]],
  ['of a thousand empty events', Array(1_000).fill({})],
])('attributes %s give a limited list of problems', (_, events) => {
  const { problems } = parseEvents(events, { inBatch: true })
  expect(problems.length).toBeGreaterThan(5)
  expect(problems.length).toBeLessThan(50)
})

test.each(['kid', 'alg', 'n', 'e', 'x', 'use'])(
  'every %s of a published key is read in linear time',
  async (member) => {
    const kinds = [
      { kid: 'a', alg: 'PS256', kty: 'RSA', n: 'AQAB', e: 'AQAB' },
      { kid: 'a', alg: 'ES256', kty: 'EC', crv: 'P-256', x: 'AQAB', y: 'AQAB' },
    ]
    const read = (text: string) => kinds.map((key) => readPublicKey({ ...key, [member]: text }))
    await expectLinearGrowth(read, {
      textsOf: (length) => [...worstTexts(length), 'B'.repeat(length)],
      length: TEXT_LENGTH,
    })
  },
)
