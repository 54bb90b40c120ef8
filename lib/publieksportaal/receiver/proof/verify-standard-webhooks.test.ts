import { KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { generateKeyPair } from 'jose'
import { Webhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { expect, test } from 'vitest'
import { KID_ED25519 } from '../../test-bron.ts'
import { type Attack, NOW, portalWith, refuses, refusesWithout, refusesWithoutToken, SECONDS } from './test-verifier.ts'

const portal = portalWith('STANDARDWEBHOOKS')
const signature =
  (make: (content: { id: string; body: string }) => string): Attack =>
  (headers, body, id) => ({ ...headers, 'webhook-signature': make({ id, body }) })
const ed25519 = ({ id, body }: { id: string; body: string }, key: CryptoKey = portal.bron.privateKeys.ed25519) =>
  `v1a,${sign(null, Buffer.from(`${id}.${SECONDS}.${body}`), KeyObject.from(key)).toString('base64')}`
const at = (seconds: number): Attack => {
  return (headers, body, id) => ({
    ...headers,
    'webhook-timestamp': String(seconds),
    'webhook-signature': new Webhook(portal.bron.secret).sign(id, new Date(seconds * 1000), body),
  })
}

test('what standardwebhooks and svix signed is accepted', async () => {
  expect((await portal.post()).status).toBe(204)
  const svix = signature(({ id, body }) => new SvixWebhook(portal.bron.secret).sign(id, NOW, body))
  expect((await portal.post(svix)).status).toBe(204)
})
test('a published Ed25519 key is as good, and the row names it', async () => {
  expect((await portal.post(signature(ed25519))).status).toBe(204)
  expect(await portal.newestKid()).toBe(KID_ED25519)
})
test('one that fits is enough among others and unknown versions', async () => {
  const other = new Webhook(randomBytes(32).toString('base64'))
  const several = signature(({ id, body }) =>
    ['v2,geen-base64!', other.sign(id, NOW, body), new Webhook(portal.bron.secret).sign(id, NOW, body), 'v1c,xyz'].join(
      ' ',
    ),
  )
  expect((await portal.post(several)).status).toBe(204)
})
test.each([
  [-300, 204],
  [300, 204],
  [-301, 401],
  [301, 401],
])('a timestamp %i seconds away gives %i', async (difference, status) => {
  expect((await portal.post(at(SECONDS + difference))).status).toBe(status)
})
refusesWithoutToken(portal)
refusesWithout(portal, ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
refuses(portal, 'invalid_signature', {
  'another secret': signature(({ id, body }) => new Webhook(randomBytes(32).toString('base64')).sign(id, NOW, body)),
  'the signature of another body': signature(({ id }) => new Webhook(portal.bron.secret).sign(id, NOW, '{}')),
  'only unknown versions': signature(({ id, body }) =>
    new Webhook(portal.bron.secret).sign(id, NOW, body).replace('v1,', 'v2,'),
  ),
  'an HMAC as v1a': signature(({ id, body }) =>
    new Webhook(portal.bron.secret).sign(id, NOW, body).replace('v1,', 'v1a,'),
  ),
  'a key that is not published': async (headers, body, id) => ({
    ...headers,
    'webhook-signature': ed25519({ id, body }, (await generateKeyPair('Ed25519')).privateKey),
  }),
  'a header that came twice': (headers) => ({
    ...headers,
    'webhook-signature': `${headers['webhook-signature']}, ${headers['webhook-signature']}`,
  }),
  'eleven signatures': (headers) => ({
    ...headers,
    'webhook-signature': Array(11).fill(headers['webhook-signature']).join(' '),
  }),
  'the id of another event': (headers, body) => {
    const id = randomUUID()
    return { ...headers, 'webhook-id': id, 'webhook-signature': new Webhook(portal.bron.secret).sign(id, NOW, body) }
  },
  'an id with a dot, that takes a piece of the body': (headers, body, id) => ({
    ...headers,
    'webhook-id': `${id}.${SECONDS}`,
    'webhook-signature': new Webhook(portal.bron.secret).sign(`${id}.${SECONDS}`, NOW, body),
  }),
  'a timestamp with a sign': (headers) => ({ ...headers, 'webhook-timestamp': `+${SECONDS}` }),
  'a timestamp in milliseconds': (headers) => ({ ...headers, 'webhook-timestamp': String(NOW.getTime()) }),
  'a fraction of a second': (headers) => ({ ...headers, 'webhook-timestamp': `${SECONDS}.0` }),
})
