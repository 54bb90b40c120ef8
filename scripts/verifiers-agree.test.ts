import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { malformedContents } from '#lib/content/test-contents.ts'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { readJwks } from '#lib/ontwikkelaars/berichtcontrole/bericht.ts'
import { checkBericht } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import { createOnce } from '#lib/platform/once.ts'
import { NOW, SECONDS } from '#lib/proof/messages/test-message.ts'
import { CREDENTIALTYPES, KEYS, messagesOf } from '#lib/proof/messages/test-messages.ts'
import { KID_ED25519 } from '#lib/proof/test-sender.ts'
import { registerTestBron } from '#lib/publieksportaal/bron/test-registration.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'
import {
  bezorgingRequest,
  newEvent,
  ORIGIN,
  SINK,
  SOURCE,
  startTestBron,
  statusGewijzigd,
  type TestBron,
} from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'

// The portal that receives messages and the page that checks them for suppliers must judge the same table
// of messages alike.

let bron: TestBron
let portal: TestPublieksportaal
let keys: object[]
beforeAll(async () => {
  bron = await startTestBron({ clock: () => NOW })
  bron.answers.set('GET /jwks.json', () => ({ status: 200, body: { keys } }))
  keys = bron.jwks
  portal = await createTestPublieksportaal({ clock: () => NOW, env: bron.env })
})
afterAll(async () => {
  await portal.close()
  await bron.close()
})

const agreeOn = (credentialtype: Credentialtype) =>
  registerTestBron(portal, { credentialtype, accesstoken: bron.accesstoken, secret: bron.secret })

const stored = async () => [
  await portal.db.ontvangenGebeurtenis.count(),
  await portal.db.ophaalopdracht.count(),
  await portal.db.status.count(),
]

async function newMessage(credentialtype: Credentialtype) {
  const zaakId = randomUUID()
  const event = statusGewijzigd({ zaakId, oudeStatus: 'a', nieuweStatus: 'b', sequence: 1 })
  const body = JSON.stringify(event)
  const headers = await bron.prove({ credentialtype, body, eventId: event.id })
  return { sender: bron, headers, body, eventId: event.id }
}

const SENT_ALWAYS = { 'content-type': EVENT_CONTENT_TYPE, 'webhook-request-origin': ORIGIN }

type Sent = { headers: Record<string, string>; body: string }

/**
 * True when the page reports no error. It tries a secret or, without one, the published keys; a portal tries
 * both.
 */
async function check(credentialtype: Credentialtype, sent: Sent): Promise<boolean> {
  const secrets = credentialtype === 'ACCESSTOKEN' ? [bron.accesstoken] : [bron.secret, '']
  const checks = await Promise.all(secrets.map((geheim) => checkWith(geheim, credentialtype, sent)))
  return checks.some(({ goed }) => goed)
}

function checkWith(geheim: string, credentialtype: Credentialtype, { headers, body }: Sent) {
  return checkBericht(
    {
      headers: new Map(Object.entries({ ...SENT_ALWAYS, ...headers }).filter(([, value]) => value !== '')),
      body,
      method: 'POST',
      sink: SINK,
      source: SOURCE,
      origin: ORIGIN,
      credentialtype,
      geheim,
      keys: readJwks(JSON.stringify({ keys })) ?? [],
      moment: NOW,
    },
    [],
  )
}

describe.each(CREDENTIALTYPES)('%s', (credentialtype) => {
  beforeAll(() => agreeOn(credentialtype))

  test.each(messagesOf(credentialtype))('both judge $what as $expected', async ({ expected, change }) => {
    const message = await newMessage(credentialtype)
    const headers = await change(message)
    const before = await stored()

    const response = await handleWebhook(portal, bezorgingRequest(message.body, headers))
    const goed = await check(credentialtype, { headers, body: message.body })
    const isProven = expected === 'proven'
    expect({ portal: response.status, controle: goed }).toEqual({ portal: isProven ? 204 : 401, controle: isProven })
    if (isProven) return
    expect(await response.json()).toMatchObject({ code: expected })
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await stored()).toEqual(before)
  })
})

describe.each(['good', 'bad'] as const)('a %s key', (quality) => {
  beforeAll(() => agreeOn('HTTPMESSAGESIGNATURES'))

  test.each(Object.entries(KEYS[quality]))('portal and message check agree on: %s', async (_what, change) => {
    keys = bron.jwks.map((jwk) => (jwk.kid === KID_ED25519 ? { ...jwk, ...change(SECONDS) } : jwk))
    const { headers, body } = await newMessage('HTTPMESSAGESIGNATURES')
    // Without cached keys, because for an unknown key those give 503: a newer key may be on its way.
    const response = await handleWebhook({ ...portal, once: createOnce() }, bezorgingRequest(body, headers))
    const goed = await check('HTTPMESSAGESIGNATURES', { headers, body })
    const isGood = quality === 'good'
    expect({ portal: response.status, controle: goed }).toEqual({ portal: isGood ? 204 : 401, controle: isGood })
  })
})

/** The verdicts of both on a message with a valid proof. `fout`: the failed steps of the message check. */
async function judge(body: string | Buffer, headers: Record<string, string> = {}) {
  const text = body.toString()
  const token = { authorization: `Bearer ${await bron.sign(body)}` }
  const before = await stored()
  const response = await handleWebhook(portal, bezorgingRequest(body, { ...token, ...headers }))
  if (response.status !== 204) expect(await stored()).toEqual(before)
  const { goed, stappen } = await checkWith('', 'JWT', { headers: { ...token, ...headers }, body: text })
  const fout = stappen.flatMap(({ naam, uitkomst }) => (uitkomst === 'fout' ? naam : []))
  return { response, goed, fout }
}

describe('the content of a message', () => {
  beforeAll(async () => {
    keys = bron.jwks
    await registerTestBron(portal, { credentialtype: 'JWT', contentmodus: 'batch' })
  })

  test.each(Object.entries(malformedContents(newEvent)))(
    '%s is no event to both, and leaves nothing',
    async (_what, body) => {
      const { response, goed, fout } = await judge(body())
      expect([response.status, goed]).toEqual([400, false])
      expect(fout).toContain('event')
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({ code: 'invalid_event', errors: expect.anything() })
    },
  )

  const BATCH = { 'content-type': 'application/cloudevents-batch+json' }
  const event = () => JSON.stringify(newEvent())
  const other = (changes: object) => () => JSON.stringify({ ...newEvent(), ...changes })
  const small = (count: number) => () =>
    JSON.stringify(
      Array.from({ length: count }, (_, id) => ({ specversion: '1.0', id: `${id}`, source: SOURCE, type: 'a.b' })),
    )

  test.each<[string, () => string, Record<string, string>, number, string[]]>([
    ['one event', event, {}, 204, []],
    ['upper case and quotes', event, { 'content-type': 'Application/CloudEvents+JSON; Charset="UTF-8"' }, 204, []],
    ['another parameter', event, { 'content-type': 'application/cloudevents+json; profile=x' }, 204, []],
    [
      'another charset',
      event,
      { 'content-type': 'application/cloudevents+json; charset=iso-8859-1' },
      415,
      ['contentmodus'],
    ],
    ['XML', event, { 'content-type': 'application/cloudevents+xml' }, 415, ['contentmodus']],
    ['plain JSON', event, { 'content-type': 'application/json' }, 415, ['contentmodus']],
    ['two types', event, { 'content-type': 'application/cloudevents+json, application/json' }, 415, ['contentmodus']],
    ['no type', event, { 'content-type': '' }, 415, ['contentmodus']],
    ['gzip', event, { 'content-encoding': 'gzip' }, 415, ['contentmodus']],
    ['identity', event, { 'content-encoding': 'Identity' }, 204, []],
    ['another origin', event, { 'webhook-request-origin': 'ander.test' }, 403, ['afzender']],
    ['no origin', event, { 'webhook-request-origin': '' }, 403, ['afzender']],
    ['another source', other({ source: 'urn:nld:ander' }), {}, 403, ['bron']],
    ['another source, in a bad event', other({ source: 'urn:nld:ander', time: 'nu' }), {}, 403, ['bron', 'event']],
    ['a batch', () => `[${event()},${event()}]`, BATCH, 204, []],
    ['an empty batch', () => '[]', BATCH, 204, []],
    ['a batch of a thousand', small(1_000), BATCH, 204, []],
    ['a batch of one more', small(1_001), BATCH, 400, ['event']],
    ['an event twice in a batch', () => JSON.stringify(Array(2).fill(newEvent())), BATCH, 400, ['event']],
    ['a batch that is one event', event, BATCH, 400, ['event']],
    ['another source in a batch', () => `[${event()},${other({ source: 'urn:nld:ander' })()}]`, BATCH, 403, ['bron']],
  ])('both give the same verdict on %s', async (_what, body, headers, status, wrong) => {
    const { response, goed, fout } = await judge(body(), headers)
    expect([response.status, goed, fout]).toEqual([status, status === 204, wrong])
  })

  test.each<[string, Record<string, string>, string | undefined, number]>([
    ['an event', {}, undefined, 204],
    ['no ce-id', { 'ce-id': '' }, undefined, 400],
    ['specversion 0.3', { 'ce-specversion': '0.3' }, undefined, 400],
    ['ce-datacontenttype', { 'ce-datacontenttype': 'application/json' }, undefined, 400],
    ['a name with a hyphen', { 'ce-foo-bar': 'x' }, undefined, 400],
    ['an extension twice', { 'ce-ext': 'a, b' }, undefined, 400],
    ['a percent sign that is none', { 'ce-ext': '100%' }, undefined, 400],
    ['a control character', { 'ce-ext': 'a%00b' }, undefined, 400],
    ['a member of data twice', {}, '{"event":"x","event":"x"}', 400],
    ['no body', {}, '', 400],
  ])('in binary mode both give the same verdict on %s', async (_what, changes, otherBody, status) => {
    await registerTestBron(portal, {
      credentialtype: 'ACCESSTOKEN',
      contentmodus: 'binary',
      accesstoken: bron.accesstoken,
    })
    const { data, datacontenttype, ...attributes } = newEvent()
    const ce = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, String(value)])
    const headers = {
      'content-type': datacontenttype,
      authorization: `Bearer ${bron.accesstoken}`,
      ...Object.fromEntries(ce),
      ...changes,
    }
    const body = otherBody ?? JSON.stringify(data)
    const response = await handleWebhook(portal, bezorgingRequest(body, headers))
    const { goed } = await checkWith(bron.accesstoken, 'ACCESSTOKEN', { headers, body })
    expect([response.status, goed]).toEqual([status, status === 204])
  })
})
