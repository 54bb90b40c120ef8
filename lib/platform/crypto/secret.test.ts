import { hash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { plausibleTokenHash } from './hash-token.ts'
import { repeatedSecrets, secret } from './secret.ts'

test.each(['hex', 'base64', 'base64url'] as const)('32 bytes without a pattern in %s are a secret', (encoding) => {
  expect(secret.safeParse(hash('sha256', 'no pattern', encoding)).success).toBe(true)
})

test.each([
  ['16 bytes in hex', randomBytes(16).toString('hex')],
  ['24 bytes in base64', randomBytes(24).toString('base64')],
  ['one character', 'x'.repeat(64)],
  ['two of them', 'ab'.repeat(32)],
  ['digits', '31415926535897932384626433832795028841971693993751'],
  ['a short secret, repeated', randomBytes(12).toString('base64url').repeat(4)],
  ['a placeholder', 'ChangeMe-ChangeThis-abcdefghijklmnopqrstuvwxyz-0123456789'],
  ['a Dutch one', 'dit-is-het-geheim-van-de-gemeente-abcdefghijkl-0123456789'],
])('%s is no secret', (_, text) => {
  expect(secret.safeParse(text).success).toBe(false)
})

test.each(['0'.repeat(64), 'ab'.repeat(32), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'])(
  '%s is not the hash of a generated token',
  (text) => {
    expect(plausibleTokenHash.safeParse(text).success).toBe(false)
  },
)

const SECRET = randomBytes(32)
const URL_SAFE = SECRET.toString('base64url')

test.each([
  [{ ZAAKSYSTEEM_AUTH_SECRET: URL_SAFE, PUBLIEKSPORTAAL_AUTH_SECRET: URL_SAFE }],
  [{ PUBLIEKSPORTAAL_AUTH_SECRET: URL_SAFE, PUBLIEKSPORTAAL_BSN_HASH_KEY: URL_SAFE }],
  [{ PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET: URL_SAFE, PUBLIEKSPORTAAL_BSN_HASH_KEY: URL_SAFE }],
  [{ ZAAKSYSTEEM_AUTH_SECRET: URL_SAFE, ZAAKSYSTEEM_ENCRYPTION_KEYS: `a=x,b=${SECRET.toString('base64')}` }],
  [{ ZAAKSYSTEEM_ENCRYPTION_KEYS: `a=${URL_SAFE}`, PUBLIEKSPORTAAL_ENCRYPTION_KEYS: `b=${URL_SAFE}` }],
])('a secret must not be reused, in any encoding: %#', (source) => {
  const [first, second] = Object.keys(source)
  expect(repeatedSecrets(source)).toEqual([`${second}: must be another secret than ${first}`])
})

test('the client secrets of two sign-ins may be equal, because they may share a client', () => {
  const client = { ZAAKSYSTEEM_OIDC_CLIENT_SECRET: URL_SAFE, PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET: URL_SAFE }
  expect(repeatedSecrets(client)).toEqual([])
})

test('variables of other programs are not checked', () => {
  expect(repeatedSecrets({ CI_TOKEN: URL_SAFE, DEPLOY_TOKEN: URL_SAFE, ZAAKSYSTEEM_SOURCE: URL_SAFE })).toEqual([])
})
