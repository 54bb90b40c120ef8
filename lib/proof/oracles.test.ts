import { createPublicKey, hash, type JsonWebKey, KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { createSignature, verifySignature, webcrypto } from 'http-message-sig'
import { createVerifier, httpbis } from 'http-message-signatures'
import { createLocalJWKSet, FlattenedSign, flattenedVerify, importJWK, jwtVerify } from 'jose'
import jsonwebtoken from 'jsonwebtoken'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { expect, test } from 'vitest'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { COMPONENTS } from './messages/test-http-message-signature.ts'
import { nlgovAdrContent } from './sign/nlgov-adr.ts'
import { SIGNERS } from './sign/signers.ts'
import type { Signable } from './sign/signing.ts'
import { standardWebhooksContent } from './sign/standard-webhooks.ts'
import { createTestSender, KID, KID_ED25519, KID_RSA } from './test-sender.ts'
import { readPublicKey, usableKeys } from './verify/public-key.ts'
import { prove } from './verify/step.ts'
import { VERIFIERS } from './verify/verifiers.ts'

// Checks our signatures with other libraries, and theirs with our verifiers: each method with each library.

const NOW = new Date('2026-11-25T09:00:00.900Z')
const NOW_SECONDS = 1795597200
const SECRET = `whsec_${randomBytes(32).toString('base64')}`
const SIGNABLE: Signable = {
  body: '{"id":"1","subject":"é"}',
  eventId: '0199a000-0000-7000-8000-000000000001',
  sink: 'https://portaal.test/webhooks?a=%7E',
  method: 'POST',
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
  geheimen: [SECRET],
}

const SOURCE = 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem'

const sender = await createTestSender({ source: SOURCE, sink: SIGNABLE.sink, clock: () => NOW })

async function publishedKey(alg: string) {
  const jwk = sender.jwks.find((key) => key.alg === alg) as JsonWebKey & { kid: string }
  return { jwk, key: createPublicKey({ key: jwk, format: 'jwk' }) }
}

const sha256 = (text: string, encoding: 'base64' | 'base64url') => hash('sha256', text, encoding)

/** Returns the headers that a signer made, by lower-case name. */
async function signed(credentialtype: Credentialtype, changes: Partial<Signable> = {}, clock = () => NOW) {
  const { signingKey } = sender
  const headers = await SIGNERS[credentialtype](
    { source: SOURCE, now: clock(), signingKey },
    { ...SIGNABLE, ...changes },
  )
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

async function signedToken(credentialtype: Credentialtype = 'JWT'): Promise<string> {
  return String((await signed(credentialtype)).authorization).replace('Bearer ', '')
}

test.each(['JWT', 'STANDARDWEBHOOKS', 'HTTPMESSAGESIGNATURES', 'NLGOVADR'] as const)(
  'jsonwebtoken accepts the token of %s with its claims',
  async (credentialtype) => {
    const token = await signedToken(credentialtype)
    const { key, jwk } = await publishedKey('ES256')
    const { header, payload } = jsonwebtoken.verify(token, key, {
      algorithms: ['ES256'],
      audience: SIGNABLE.sink,
      issuer: SOURCE,
      subject: SIGNABLE.eventId,
      clockTimestamp: NOW_SECONDS,
      complete: true,
    })
    expect(header).toEqual({ alg: 'ES256', kid: jwk.kid, typ: 'webhook+jwt' })
    expect(payload).toEqual({
      iss: SOURCE,
      aud: SIGNABLE.sink,
      iat: NOW_SECONDS,
      exp: NOW_SECONDS + 120,
      jti: expect.any(String),
      sub: SIGNABLE.eventId,
      body_sha256: sha256(SIGNABLE.body, 'base64url'),
    })
  },
)

test('jose accepts the token with the published key set until it has lived 120 seconds', async () => {
  const token = await signedToken()
  const keys = createLocalJWKSet({ keys: sender.jwks })
  const at = (seconds: number) =>
    jwtVerify(token, keys, { currentDate: new Date(NOW.getTime() + seconds * 1000), typ: 'webhook+jwt' })
  await expect(at(119)).resolves.toBeDefined()
  await expect(at(121)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' })
})

test('two attempts share neither token id nor nonce', async () => {
  const ids = [await signedToken(), await signedToken()].map((token) => jsonwebtoken.decode(token, { json: true })?.jti)
  expect(ids[0]).not.toBe(ids[1])
  const nonces = await Promise.all(
    [1, 2].map(
      async () => /nonce="[^"]+"/.exec(String((await signed('HTTPMESSAGESIGNATURES'))['signature-input']))?.[0],
    ),
  )
  expect(nonces[0]).toMatch(/nonce="/)
  expect(nonces[0]).not.toBe(nonces[1])
})

test('an opaque token is the oldest secret that is still valid, and nothing else is sent', async () => {
  expect(await signed('ACCESSTOKEN', { geheimen: ['nieuw', 'oud'] })).toEqual({ authorization: 'Bearer oud' })
  await expect(signed('ACCESSTOKEN', { geheimen: [] })).rejects.toThrow('secret')
})

test.each([
  ['standardwebhooks', StandardWebhook],
  ['svix', SvixWebhook],
])('%s verifies with each secret of a rotation, and refuses a changed message', async (_name, Webhook) => {
  const older = `whsec_${randomBytes(24).toString('base64')}`
  const now = new Date()
  const headers = await signed('STANDARDWEBHOOKS', { geheimen: [SECRET, older] }, () => now)
  for (const secret of [SECRET, older]) {
    expect(() => new Webhook(secret).verify(SIGNABLE.body, headers)).not.toThrow()
    expect(() => new Webhook(secret).verify(`${SIGNABLE.body} `, headers)).toThrow()
    expect(() => new Webhook(secret).verify(SIGNABLE.body, { ...headers, 'webhook-id': 'x' })).toThrow()
  }
  const stranger = `whsec_${randomBytes(32).toString('base64')}`
  expect(() => new Webhook(stranger).verify(SIGNABLE.body, headers)).toThrow()
})

test('the published vector of Standard Webhooks is reproduced', async () => {
  const vector = {
    geheimen: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    eventId: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    body: '{"test": 2432232314}',
  }
  const headers = await signed('STANDARDWEBHOOKS', vector, () => new Date(1614265330_000))
  expect(headers['webhook-timestamp']).toBe('1614265330')
  expect(headers['webhook-signature']).toMatch(/^v1,g0hM9SsE\+OTPJTGt\/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1a,/)
})

test('the v1a signature verifies with the published Ed25519 key', async () => {
  const headers = await signed('STANDARDWEBHOOKS')
  const [, v1a] = String(headers['webhook-signature']).split(' v1a,')
  const content = standardWebhooksContent({
    id: SIGNABLE.eventId,
    timestamp: String(NOW_SECONDS),
    body: Buffer.from(SIGNABLE.body),
  })
  const { key } = await publishedKey('Ed25519')
  expect(verify(null, content, key, Buffer.from(String(v1a), 'base64'))).toBe(true)
})

const BINARY_HEADERS = {
  'Content-Type': 'application/json',
  'ce-id': SIGNABLE.eventId,
  'ce-type': 'nl.overheid.zaken.zaakstatus-gewijzigd',
  'ce-subject': 'caf%C3%A9',
  'WebHook-Request-Origin': 'zaaksysteem.test',
  'User-Agent': 'zaakbode',
}
const COVERED = ['@method', '@target-uri', 'content-type', 'content-digest', 'ce-id', 'ce-subject', 'ce-type']

/** Returns a signed request in binary mode; `changes` replaces headers after signing. */
async function signedRequest(changes: Record<string, string> = {}, clock = () => NOW) {
  const proof = await signed('HTTPMESSAGESIGNATURES', { headers: BINARY_HEADERS }, clock)
  return { method: 'POST', url: SIGNABLE.sink, headers: { ...BINARY_HEADERS, ...proof, ...changes } }
}

test('http-message-sig verifies the request signature, which covers every component of the profile', async () => {
  const { jwk } = await publishedKey('Ed25519')
  const verifier = webcrypto.verifier((await importJWK(jwk)) as CryptoKey)
  const check = ({ url, ...request }: Awaited<ReturnType<typeof signedRequest>>) =>
    verifySignature(new Request(url, { ...request, body: SIGNABLE.body }), {
      label: 'zaak',
      policy: {
        algorithms: ['ed25519'],
        requiredComponents: [...COVERED, 'webhook-request-origin'],
        requiredParameters: ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'],
        now: NOW_SECONDS + 300,
        maxAge: 300,
      },
      resolveVerifier: () => verifier,
    })
  const { parameters } = await check(await signedRequest())
  expect(parameters).toMatchObject({
    created: NOW_SECONDS,
    expires: NOW_SECONDS + 300,
    keyid: jwk.kid,
    alg: 'ed25519',
    tag: 'zaaknotificatie',
  })
  for (const name of ['ce-subject', 'content-type', 'content-digest', 'webhook-request-origin']) {
    await expect(check(await signedRequest({ [name]: 'anders' }))).rejects.toThrow()
  }
})

test('http-message-signatures verifies the request signature, and refuses it for another address', async () => {
  const { key, jwk } = await publishedKey('Ed25519')
  const check = (request: Awaited<ReturnType<typeof signedRequest>>) =>
    httpbis.verifyMessage(
      {
        keyLookup: async ({ keyid }) =>
          keyid === jwk.kid ? { id: keyid, algs: ['ed25519'], verify: createVerifier(key, 'ed25519') } : null,
        requiredFields: COVERED,
        requiredParams: ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'],
      },
      request,
    )
  const now = new Date()
  const request = await signedRequest({}, () => now)
  expect(await check(request)).toBe(true)
  expect(await check({ ...request, url: 'https://elders.test/webhooks?a=%7E' })).toBe(false)
})

test('the parameters are in the order in which the Rust crate httpsig serializes them again to verify', async () => {
  const input = String((await signed('HTTPMESSAGESIGNATURES'))['signature-input'])
  const names = [...input.matchAll(/;(\w+)=/g)].map(([, name]) => name)
  expect(names).toEqual(['created', 'expires', 'nonce', 'alg', 'keyid', 'tag'])
})

test('Content-Digest is the SHA-256 of the body', async () => {
  const headers = await signed('HTTPMESSAGESIGNATURES')
  expect(headers['content-digest']).toBe(`sha-256=:${sha256(SIGNABLE.body, 'base64')}:`)
})

test('jose verifies the detached signature over the Digest header, and refuses it over another digest', async () => {
  const headers = await signed('NLGOVADR')
  const digest = `SHA-256=${sha256(SIGNABLE.body, 'base64')}`
  expect(headers.digest).toBe(digest)
  const { key, jwk } = await publishedKey('PS256')
  const [protectedHeader, detached, signature] = String(headers['nlgov-adr-payload-sig']).split('.') as string[]
  expect(detached).toBe('')
  const check = (payload: string) =>
    flattenedVerify({ protected: protectedHeader, payload, signature: String(signature) }, key, {
      algorithms: ['PS256'],
      crit: { sigD: true },
    })
  const verified = await check(nlgovAdrContent(digest))
  expect(verified.protectedHeader).toEqual({
    alg: 'PS256',
    kid: jwk.kid,
    iat: NOW_SECONDS,
    sigD: { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['digest'] },
    b64: false,
    crit: ['b64', 'sigD'],
  })
  await expect(check(nlgovAdrContent(`SHA-256=${sha256('anders', 'base64')}`))).rejects.toMatchObject({
    code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  })
})

const jws = async (header: object, content: string) =>
  new FlattenedSign(new TextEncoder().encode(content))
    .setProtectedHeader(header as { alg: string })
    .sign(sender.privateKeys.rsa, { crit: { sigD: true } })

const DIGEST = `SHA-256=${sha256(SIGNABLE.body, 'base64')}`
const CONTENT_DIGEST = `sha-256=:${sha256(SIGNABLE.body, 'base64')}:`
const EXPIRES = NOW_SECONDS + 300
const OUR_TAG = 'zaaknotificatie'
const TIMESTAMP = { 'webhook-id': SIGNABLE.eventId, 'webhook-timestamp': String(NOW_SECONDS) }

/** The headers that another library signs, in addition to the token. */
const THEIRS: [
  Credentialtype,
  library: string,
  sign: (sent: Record<string, string>) => Promise<Record<string, string>>,
][] = [
  [
    'JWT',
    'jose',
    async () => ({
      authorization: `Bearer ${await sender.sign(SIGNABLE.body, { claims: { sub: SIGNABLE.eventId } })}`,
    }),
  ],
  [
    'JWT',
    'jsonwebtoken',
    async () => {
      const claims = jsonwebtoken.decode(await signedToken()) as object
      const header = { alg: 'ES256', typ: 'webhook+jwt', kid: KID }
      const key = KeyObject.from(sender.privateKey)
      return { authorization: `Bearer ${jsonwebtoken.sign(claims, key, { algorithm: 'ES256', header })}` }
    },
  ],
  [
    'STANDARDWEBHOOKS',
    'standardwebhooks',
    async () => ({
      ...TIMESTAMP,
      'webhook-signature': new StandardWebhook(SECRET).sign(SIGNABLE.eventId, NOW, SIGNABLE.body),
    }),
  ],
  [
    'STANDARDWEBHOOKS',
    'svix',
    async () => ({
      ...TIMESTAMP,
      'webhook-signature': new SvixWebhook(SECRET).sign(SIGNABLE.eventId, NOW, SIGNABLE.body),
    }),
  ],
  [
    'HTTPMESSAGESIGNATURES',
    'http-message-signatures',
    async (sent) => {
      const { headers }: { headers: Record<string, unknown> } = await httpbis.signMessage(
        {
          name: 'zaak',
          key: {
            id: KID_ED25519,
            alg: 'ed25519',
            sign: async (data) => sign(null, data, KeyObject.from(sender.privateKeys.ed25519)),
          },
          fields: COMPONENTS,
          params: ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'],
          paramValues: { created: NOW, expires: new Date(EXPIRES * 1000), nonce: 'n', tag: OUR_TAG },
        },
        { method: 'POST', url: SIGNABLE.sink, headers: { ...sent, 'content-digest': CONTENT_DIGEST } },
      )
      return {
        'content-digest': CONTENT_DIGEST,
        'signature-input': String(headers['Signature-Input']),
        signature: String(headers.Signature),
      }
    },
  ],
  [
    'HTTPMESSAGESIGNATURES',
    'http-message-sig',
    async (sent) => {
      const all = { ...sent, 'content-digest': CONTENT_DIGEST }
      const fields = Object.entries(all).map(([name, value]) => ({ name, value }))
      const parameters = { nonce: 'n', keyid: KID_ED25519, alg: 'ed25519', tag: OUR_TAG }
      const { signature, signatureInput } = await createSignature(
        { kind: 'request', method: 'POST', targetUri: SIGNABLE.sink, fields },
        {
          label: 'zaak',
          components: COMPONENTS,
          parameters: { created: NOW_SECONDS, expires: EXPIRES, ...parameters },
          signer: webcrypto.signer(sender.privateKeys.ed25519),
        },
      )
      return { 'content-digest': CONTENT_DIGEST, 'signature-input': signatureInput, signature }
    },
  ],
  [
    'NLGOVADR',
    'jose',
    async () => {
      const sigD = { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['digest'] }
      const header = { alg: 'PS256', kid: KID_RSA, iat: NOW_SECONDS, sigD, b64: false, crit: ['b64', 'sigD'] }
      const detached = await jws(header, `digest: ${DIGEST}`)
      return { digest: DIGEST, 'nlgov-adr-payload-sig': `${detached.protected}..${detached.signature}` }
    },
  ],
]

test.each(THEIRS)(
  'our verifier accepts %s as signed by %s, and refuses it after any change',
  async (credentialtype, _library, signBy) => {
    const { body, eventId, sink } = SIGNABLE
    const sent = await sender.prove({ credentialtype: 'JWT', body, eventId })
    const all = new Headers({ ...sent, ...(await signBy(sent)) })
    const keys = sender.jwks.flatMap((jwk) => readPublicKey(jwk) ?? [])
    const verifyBody = (text: string) =>
      prove(
        VERIFIERS[credentialtype](
          {
            method: 'POST',
            sink,
            targetUri: sink,
            headers: all,
            body: Buffer.from(text),
            // The token is valid, so a refusal comes from the signature.
            bodySha256: sha256(credentialtype === 'JWT' ? text : body, 'base64url'),
            token: all.get('authorization')?.replace('Bearer ', ''),
          },
          {
            source: SOURCE,
            now: NOW,
            geheimen: [{ id: 'geheim', waarde: Buffer.from(SECRET.slice('whsec_'.length), 'base64') }],
            async findKey(alg, pick) {
              const value = pick(usableKeys(keys, { alg, now: NOW }))
              return value === undefined ? { ok: false, reason: 'unknown_key' } : { ok: true, value }
            },
          },
        ),
      )
    const kids = {
      JWT: KID,
      ACCESSTOKEN: '',
      STANDARDWEBHOOKS: 'geheim',
      HTTPMESSAGESIGNATURES: KID_ED25519,
      NLGOVADR: KID_RSA,
    }
    expect(await verifyBody(body)).toEqual({ ok: true, eventId, kid: kids[credentialtype] })
    expect(await verifyBody(`${body} `)).toMatchObject({ ok: false })
  },
)
