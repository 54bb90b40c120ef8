import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { httpbis } from 'http-message-signatures'
import { expect, test } from 'vitest'
import { messageSignature } from './message-signature.ts'

const SINK = 'http://127.0.0.1:4000/berichten?van=ons'

test('a signature made by another library is parsed, and its base rebuilt byte for byte', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  let signed = Buffer.alloc(0)
  const { headers } = await httpbis.signMessage(
    {
      key: {
        id: 'sleutel-1',
        alg: 'ed25519',
        sign: async (bytes: Buffer) => {
          signed = sign(null, bytes, privateKey)
          return signed
        },
      },
      name: 'zaak',
      fields: ['@method', '@target-uri', 'content-type', 'ce-id'],
      params: ['created', 'keyid', 'alg'],
    },
    { method: 'POST', url: SINK, headers: { 'Content-Type': 'application/cloudevents+json', 'ce-id': 'e-1' } },
  )
  const { parameters, base } = messageSignature({ ...(headers as Record<string, string>), Signature: '…' }, SINK) ?? {}
  expect(parameters).toMatchObject({ keyid: 'sleutel-1', alg: 'ed25519' })
  expect(verify(null, Buffer.from(base ?? ''), publicKey, signed)).toBe(true)
})

test('a request without a signature over its components gives undefined', () => {
  expect(messageSignature({ Authorization: 'Bearer x' }, SINK)).toBeUndefined()
})
