import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { readJwks } from '#lib/ontwikkelaars/berichtcontrole/bericht.ts'
import { checkBericht } from '#lib/ontwikkelaars/berichtcontrole/check-bericht.ts'
import { createOnce } from '#lib/platform/once.ts'
import { NOW, SECONDS } from '#lib/proof/messages/test-message.ts'
import { CREDENTIALTYPES, KEYS, messagesOf } from '#lib/proof/messages/test-messages.ts'
import { KID_ED25519 } from '#lib/proof/test-sender.ts'
import { registerTestBron } from '#lib/publieksportaal/bron/test-registration.ts'
import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'
import {
  deliveryRequest,
  SINK,
  SOURCE,
  startTestBron,
  statusGewijzigd,
  type TestBron,
} from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'

// One table of messages, for the portal that receives them and for the page that tells a supplier what is wrong with one.

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

const stored = async () => [await portal.db.ontvangenGebeurtenis.count(), await portal.db.ophaalopdracht.count()]

async function newMessage(credentialtype: Credentialtype) {
  const zaakId = randomUUID()
  const event = statusGewijzigd({ zaakId, oudeStatus: 'a', nieuweStatus: 'b', sequence: 1 })
  const body = JSON.stringify(event)
  const headers = await bron.prove({ credentialtype, body, eventId: event.id })
  return { sender: bron, headers, body, eventId: event.id }
}

type Sent = { headers: Record<string, string>; body: string }

/** Whether the page finds nothing wrong. It tries a secret or, without one, the published keys; a portal tries both. */
async function check(credentialtype: Credentialtype, sent: Sent): Promise<boolean> {
  const secrets = credentialtype === 'ACCESSTOKEN' ? [bron.accesstoken] : [bron.secret, '']
  const checks = await Promise.all(secrets.map((geheim) => checkWith(geheim, credentialtype, sent)))
  return checks.some(({ goed }) => goed)
}

function checkWith(geheim: string, credentialtype: Credentialtype, { headers, body }: Sent) {
  return checkBericht(
    {
      headers: new Map(Object.entries(headers).filter(([, value]) => value !== '')),
      body,
      method: 'POST',
      sink: SINK,
      source: SOURCE,
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

  test.each(messagesOf(credentialtype))('$what is $expected to both', async ({ expected, change }) => {
    const message = await newMessage(credentialtype)
    const headers = await change(message)
    const before = await stored()

    const response = await handleWebhook(portal, deliveryRequest(message.body, headers))
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

  test.each(Object.entries(KEYS[quality]))('%s is that to both', async (_what, change) => {
    keys = bron.jwks.map((jwk) => (jwk.kid === KID_ED25519 ? { ...jwk, ...change(SECONDS) } : jwk))
    const { headers, body } = await newMessage('HTTPMESSAGESIGNATURES')
    // With a memory of its own it has no keys yet, of which it would say that a newer one may be on its way (503).
    const response = await handleWebhook({ ...portal, once: createOnce() }, deliveryRequest(body, headers))
    const goed = await check('HTTPMESSAGESIGNATURES', { headers, body })
    const isGood = quality === 'good'
    expect({ portal: response.status, controle: goed }).toEqual({ portal: isGood ? 204 : 401, controle: isGood })
  })
})
