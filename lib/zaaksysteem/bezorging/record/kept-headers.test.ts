import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { createTestSender } from '#lib/proof/test-sender.ts'
import { readPublicKey, usableKeys } from '#lib/proof/verify/public-key.ts'
import { prove } from '#lib/proof/verify/step.ts'
import { VERIFIERS } from '#lib/proof/verify/verifiers.ts'
import { keptHeaders } from './stored-headers.ts'

test.each([
  ['Authorization', 'Bearer kop.claims.handtekening', 'Bearer kop.claims.…'],
  ['Authorization', 'Bearer geheim', '…'],
  ['webhook-signature', 'v1,geheim v1a,geheim', '…'],
  ['signature', 'sig=:geheim:', '…'],
  ['nlgov-adr-payload-sig', 'kop..geheim', 'kop..…'],
])('the header %s: %s is stored as %s', (name, sent, kept) => {
  expect(keptHeaders({ Authorization: 'Bearer a.b.c', 'content-type': 'x', [name]: sent })).toMatchObject({
    'content-type': 'x',
    [name]: kept,
  })
})

test.each(credentialtype.options)('the stored headers of a bezorging with %s fail verification', async (type) => {
  const now = new Date('2026-11-25T10:00:00Z')
  const sink = 'https://portaal.test/webhooks'
  const sender = await createTestSender({ source: 'urn:nld:test', sink, clock: () => now })
  const keys = sender.jwks.flatMap((jwk) => readPublicKey(jwk) ?? [])
  const body = '{"id":"x"}'
  const secret = Buffer.from(sender.secret.slice('whsec_'.length), 'base64')
  const waarde = type === 'ACCESSTOKEN' ? hash('sha256', sender.accesstoken, 'buffer') : secret

  const isProof = async (sent: Record<string, string>) => {
    const headers = new Headers(Object.entries(sent).map(([name, value]) => [name, value.replace('…', 'AAAA')]))
    const token = headers.get('authorization')?.replace('Bearer ', '')
    const bodySha256 = hash('sha256', body, 'base64url')
    const proof = await prove(
      VERIFIERS[type](
        { method: 'POST', sink, targetUri: sink, headers, body: Buffer.from(body), bodySha256, token },
        {
          source: 'urn:nld:test',
          now,
          geheimen: [{ id: '1', waarde }],
          async findKey(alg, pick) {
            const value = pick(usableKeys(keys, { alg, now }))
            return value === undefined ? { ok: false, reason: 'unknown_key' } : { ok: true, value }
          },
        },
      ),
    )
    return proof.ok
  }

  const { authorization = '', ...others } = await sender.prove({ credentialtype: type, body, eventId: 'x' })
  expect(await isProof({ ...others, authorization })).toBe(true)
  const { Authorization = '', ...kept } = keptHeaders({ ...others, Authorization: authorization })
  expect(await isProof({ ...others, authorization: Authorization })).toBe(false)
  // The other methods have their signature in a header beside the token.
  if (type !== 'JWT' && type !== 'ACCESSTOKEN') expect(await isProof({ ...kept, authorization })).toBe(false)
})
