import { KeyObject, randomUUID, sign } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair } from 'jose'
import type { TestSender } from '../test-sender.ts'
import { KID } from '../test-sender.ts'
import { type Change, type Messages, SECONDS, unchanged, withSurplusBits } from './test-message.ts'

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Replaces the token. */
const token =
  (make: (sender: TestSender, body: string) => Promise<string> | string): Change =>
  async ({ sender, headers, body }) => ({ ...headers, authorization: `Bearer ${await make(sender, body)}` })
const claims = (changed: object) => token((sender, body) => sender.sign(body, { claims: changed }))
const header = (changed: object) => token((sender, body) => sender.sign(body, { header: changed }))

export const JWT: Messages = {
  proven: {
    'a token as the contract requires': unchanged,
    'clocks that are ahead by five seconds': claims({ iat: SECONDS + 5, exp: SECONDS + 60 }),
    'clocks that are behind by five seconds': claims({ iat: SECONDS - 60, exp: SECONDS - 4 }),
    'another case of typ': header({ typ: 'Webhook+JWT' }),
    'typ as a whole media type': header({ typ: 'application/webhook+jwt' }),
    'an unknown claim': claims({ extra: 1 }),
    'an nbf that has come': claims({ nbf: SECONDS }),
  },
  invalid_token: {
    'the signature of another body': token((sender) => sender.sign('{}')),
    'a body that changed by one byte': token((sender, body) => sender.sign(body.replace('"b"', '"c"'))),
    'another audience': token((sender, body) => sender.sign(body, { claims: { aud: `${sender.sink}/` } })),
    'an audience among others': token((sender, body) =>
      sender.sign(body, { claims: { aud: [sender.sink, 'https://elders.example'] } }),
    ),
    'another issuer': claims({ iss: 'urn:nld:oin:1:systeem:ander' }),
    'an expired token': claims({ iat: SECONDS - 100, exp: SECONDS - 6 }),
    'a token that expires in this very second': claims({ iat: SECONDS - 100, exp: SECONDS - 5 }),
    'a token from the future': claims({ iat: SECONDS + 60, exp: SECONDS + 120 }),
    'a lifetime of ten years': claims({ exp: SECONDS + 315_360_000 }),
    'a lifetime of 121 seconds': claims({ exp: SECONDS + 121 }),
    'an old token that does not expire yet': claims({ iat: SECONDS - 126, exp: SECONDS + 60 }),
    'an nbf that is to come': claims({ nbf: SECONDS + 6 }),
    'an nbf that is no number': claims({ nbf: 'straks' }),
    'an unknown kid': header({ kid: 'ander' }),
    'no kid': header({ kid: undefined }),
    'another typ': header({ typ: 'JWT' }),
    'no typ': header({ typ: undefined }),
    'an unknown critical header': token((sender, body) => withCrit(sender, body, { crit: ['eigen'], eigen: 1 })),
    'a payload that is not encoded': token((sender, body) => withCrit(sender, body, { crit: ['b64'], b64: false })),
    'no exp': claims({ exp: undefined }),
    'no iat': claims({ iat: undefined }),
    'no jti': claims({ jti: undefined }),
    'no sub': claims({ sub: undefined }),
    'the sub of another event': claims({ sub: randomUUID() }),
    'no body_sha256': claims({ body_sha256: undefined }),
    'an empty body_sha256': claims({ body_sha256: '' }),
    'alg none': token(async (sender, body) => {
      const [, payload] = (await sender.sign(body)).split('.')
      return `${base64url({ alg: 'none', typ: 'webhook+jwt', kid: KID })}.${payload}.`
    }),
    'HS256 with the public key as secret': token(async (sender, body) =>
      sender.sign(body, { header: { alg: 'HS256' }, key: Buffer.from(await exportSPKI(sender.publicKey)) }),
    ),
    'an embedded key in the header': token(async (sender, body) => {
      const own = await generateKeyPair('ES256', { extractable: true })
      return sender.sign(body, { header: { jwk: await exportJWK(own.publicKey) }, key: own.privateKey })
    }),
    'the right kid with another key': token(async (sender, body) =>
      sender.sign(body, { key: (await generateKeyPair('ES256')).privateKey }),
    ),
    'a signature that was cut short': token(async (sender, body) => (await sender.sign(body)).slice(0, -2)),
    'surplus bits in the last character': token(async (sender, body) => withSurplusBits(await sender.sign(body))),
    'a malformed token': token(() => 'abc.def.ghi'),
    'an opaque token': token(() => 'geheim'),
    ...Object.fromEntries(
      ['', 'TOKEN', 'Basic TOKEN', 'Bearer ', 'Bearer TOKEN x', 'Bearer TOKEN, Bearer TOKEN'].map((form) => [
        `Authorization: ${form}`,
        async ({ sender, headers, body }: Parameters<Change>[0]) => ({
          ...headers,
          authorization: form.replaceAll('TOKEN', await sender.sign(body)),
        }),
      ]),
    ),
  },
  invalid_signature: {},
}

/** Signs with an extra `crit` header, which jose refuses to sign. */
async function withCrit(sender: TestSender, body: string, extra: object): Promise<string> {
  const [, payload = ''] = (await sender.sign(body)).split('.')
  const protectedHeader = base64url({ alg: 'ES256', typ: 'webhook+jwt', kid: KID, ...extra })
  const signature = sign('sha256', Buffer.from(`${protectedHeader}.${payload}`), {
    key: KeyObject.from(sender.privateKey),
    dsaEncoding: 'ieee-p1363',
  })
  return `${protectedHeader}.${payload}.${signature.toString('base64url')}`
}
