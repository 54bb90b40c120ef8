import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { deliveryRequest, SINK } from '../../test-bron.ts'
import { handleWebhook } from '../handle-webhook.ts'
import { newEvent, portalWith, refuses, sha256 } from './test-verifier.ts'

const portal = portalWith('ACCESSTOKEN')
test('the agreed token is accepted, in the header or in the query', async () => {
  expect((await portal.post()).status).toBe(204)
  const inQuery = deliveryRequest(JSON.stringify(newEvent()))
  const response = await handleWebhook(
    portal.ctx,
    new Request(`${SINK}?access_token=${portal.bron.accesstoken}`, inQuery),
  )
  expect(response.status).toBe(204)
  expect(response.headers.get('cache-control')).toBe('private, no-store')
})
refuses(portal, 'invalid_token', {
  'no token': (headers) => ({ ...headers, authorization: '' }),
  'another token': (headers) => ({ ...headers, authorization: `Bearer ${randomBytes(32).toString('base64url')}` }),
  'the stored hash': (headers) => ({ ...headers, authorization: `Bearer ${sha256(portal.bron.accesstoken, 'hex')}` }),
  'a signed JWT': async (headers, body) => ({ ...headers, authorization: `Bearer ${await portal.bron.sign(body)}` }),
  'a token cut short': (headers) => ({ ...headers, authorization: headers.authorization?.slice(0, -1) as string }),
  'another scheme': (headers) => ({ ...headers, authorization: `Basic ${portal.bron.accesstoken}` }),
})
test('of the token only the hash is stored', async () => {
  const [row] = await portal.ctx.db.bronGeheim.findMany({ where: { credentialtype: 'ACCESSTOKEN' } })
  expect(row).toMatchObject({ hash: sha256(portal.bron.accesstoken, 'hex'), versleuteld: null })
})
