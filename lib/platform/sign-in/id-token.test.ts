import { base64url, decodeJwt, exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { browser, config, later, MEMBER, memberIn, oidc, openClub, warnings } from './test-club.ts'
import type { Misbehaviour } from './test-oidc-provider.ts'

openClub()

const MINUTE = 60_000

type Key = Parameters<SignJWT['sign']>[0]

const signed = (claims: object, { key, ...header }: { key: Key; alg: string; [parameter: string]: unknown }) =>
  new SignJWT({ ...claims }).setProtectedHeader(header).sign(key)

async function unsigned(honest: string) {
  const header = base64url.encode(JSON.stringify({ alg: 'none' }))
  return `${header}.${honest.split('.')[1]}.`
}

/** The same claims with `changes`, signed by the provider. */
const genuine =
  (changes: object, header: object = {}) =>
  (honest: string) =>
    signed({ ...decodeJwt(honest), ...changes }, { key: oidc.privateKey, alg: 'RS256', kid: 'first', ...header })

async function stranger(alg = 'RS256') {
  const { privateKey, publicKey } = await generateKeyPair(alg)
  return { key: privateKey, jwk: await exportJWK(publicKey) }
}

async function signIn(wrongs: Misbehaviour) {
  oidc.signsIn({ sub: MEMBER, name: 'A. Member' }, wrongs)
  const visitor = browser()
  await visitor.post('signin/oidc')
  return memberIn(visitor)
}

const FORGERIES: Record<string, (honest: string) => Promise<string>> = {
  'is not signed': unsigned,
  'is signed with the client secret': (honest) =>
    signed(decodeJwt(honest), { key: Buffer.from(oidc.clientSecret), alg: 'HS256' }),
  'is signed with the public key as a secret': async (honest) => {
    const pem = await exportSPKI((await importJWK(oidc.publicJwk, 'RS256', { extractable: true })) as CryptoKey)
    return signed(decodeJwt(honest), { key: Buffer.from(pem), alg: 'HS256', kid: 'first' })
  },
  'is signed by an attacker with the kid of the provider': async (honest) =>
    signed(decodeJwt(honest), { ...(await stranger()), alg: 'RS256', kid: 'first' }),
  'is signed by an attacker without a kid': async (honest) =>
    signed(decodeJwt(honest), { ...(await stranger()), alg: 'RS256' }),
  'contains its own key': async (honest) => {
    const { key, jwk } = await stranger()
    return signed(decodeJwt(honest), { key, jwk, alg: 'RS256' })
  },
  'has the address of its key': async (honest) =>
    signed(decodeJwt(honest), { ...(await stranger()), alg: 'RS256', kid: 'x', jku: `${oidc.issuer}/keys` }),
  'was changed after it was signed': async (honest) => {
    const [header, , signature] = honest.split('.')
    return `${header}.${base64url.encode(JSON.stringify({ ...decodeJwt(honest), name: 'B' }))}.${signature}`
  },
  'has an unknown critical header': genuine({}, { crit: ['b64'], b64: true }),
  'is over': genuine({ exp: Math.floor(Date.now() / 1000) - MINUTE }),
  'has no end': genuine({ exp: undefined }),
  'has no time of issue': genuine({ iat: undefined }),
  'comes from another issuer': genuine({ iss: 'https://elsewhere.example' }),
  'is for another client': genuine({ aud: 'another-client' }),
  'is for several clients, with the azp of another': genuine({ aud: ['zaakbode', 'another'], azp: 'another' }),
  'is for several clients, without azp': genuine({ aud: ['zaakbode', 'another'] }),
  'has the azp of another client': genuine({ azp: 'another' }),
  'has another nonce': genuine({ nonce: 'of another browser' }),
}

for (const claimsFrom of ['both', 'userinfo'] as const) {
  test.each(Object.entries(FORGERIES))(
    `an id token that %s signs nobody in, with claims from ${claimsFrom}`,
    async (_, idToken) => {
      config.oidc.claimsFrom = claimsFrom
      expect(await signIn({ idToken })).toBeUndefined()
      expect(await signIn({})).toBeDefined()
    },
  )
}

test('the sign-in page shows a failure, and the log has the reason', async () => {
  oidc.signsIn({ sub: MEMBER }, { idToken: unsigned })
  expect(await browser().post('signin/oidc')).toMatch(/\/club\/sign-in\?fout=storing$/)
  expect(warnings).toEqual(['id_token_refused'])
})

test('claims come from the userinfo, and with claimsFrom both also from the id token', async () => {
  const idToken = genuine({ name: 'Signed' })
  expect(await signIn({ idToken })).toMatchObject({ name: 'A. Member' })
  config.oidc.claimsFrom = 'both'
  expect(await signIn({ idToken })).toMatchObject({ name: 'Signed' })
  expect(await signIn({})).toMatchObject({ name: 'A. Member' })
})

test('a userinfo about somebody else signs nobody in', async () => {
  expect(await signIn({ userinfo: { sub: 'member-2' } })).toBeUndefined()
})

test.each(['PS256', 'ES256', 'EdDSA'])('an id token may be signed with %s', async (alg) => {
  later(10 * MINUTE)
  const { key, jwk } = await stranger(alg)
  const keys: JWK[] = [{ ...jwk, kid: alg, use: 'sig' }]
  expect(await signIn({ keys, idToken: (honest) => signed(decodeJwt(honest), { key, alg, kid: alg }) })).toBeDefined()
})

test('an id token without kid is accepted when the provider has one key, and refused when it has more', async () => {
  later(10 * MINUTE)
  const idToken = genuine({}, { kid: undefined })
  expect(await signIn({ idToken, keys: [oidc.publicJwk] })).toBeDefined()
  later(10 * MINUTE)
  expect(await signIn({ idToken, keys: [oidc.publicJwk, { ...(await stranger()).jwk, use: 'sig' }] })).toBeUndefined()
})

test('symmetric and unknown keys in the set are ignored', async () => {
  later(10 * MINUTE)
  const secret = Buffer.from('a secret that everybody can read in the set')
  const symmetric: JWK = { kty: 'oct', k: base64url.encode(secret), kid: 'oct', alg: 'HS256' }
  const keys: JWK[] = [symmetric, { kty: 'made-up', kid: 'x' }, oidc.publicJwk]
  expect(await signIn({ keys })).toBeDefined()
  const idToken = (honest: string) => signed(decodeJwt(honest), { key: secret, alg: 'HS256', kid: 'oct' })
  expect(await signIn({ keys, idToken })).toBeUndefined()
})

test.each([{ use: 'enc' }, { alg: 'PS256' }, { key_ops: ['encrypt'] }])(
  'a key that is published as %j verifies no RS256 signature',
  async (other) => {
    later(10 * MINUTE)
    expect(await signIn({ keys: [{ ...oidc.publicJwk, ...other }] })).toBeUndefined()
    later(10 * MINUTE)
  },
)
