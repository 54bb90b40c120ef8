import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { credentialtype } from '#lib/contract/abonnement-resource.ts'
import { type Bericht, readJwks } from './bericht.ts'
import { checkBericht } from './check-bericht.ts'
import { type Invoer, parseHeaders, readInvoer } from './read-invoer.ts'

const EMPTY: Invoer = {
  headers: '',
  body: '',
  method: '',
  sink: '',
  credentialtype: '',
  geheim: '',
  jwks: '',
  moment: '',
}
const OPTIONS = { keys: [], source: 'urn:nld:test', origin: 'zaaksysteem.test', now: new Date('2026-11-25T10:00:00Z') }
const PASTED: Bericht = {
  headers: new Map(),
  body: '',
  method: 'POST',
  sink: 'geen adres',
  source: 'urn:nld:test',
  origin: 'zaaksysteem.test',
  credentialtype: null,
  geheim: '%%%',
  keys: [],
  moment: OPTIONS.now,
}
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each([
  ['Content-Type: a/b', { 'content-type': 'a/b' }],
  ['> Content-Type: a/b\r\n> Host: x', { 'content-type': 'a/b', host: 'x' }],
  ['POST /hook HTTP/1.1\nHost: x', { host: 'x' }],
  ['Digest: a\nDigest: b', { digest: 'a, b' }],
])('headers are read as they are pasted: %j', (text, expected) => {
  const parsed = parseHeaders(text)
  expect(Object.fromEntries(parsed.headers)).toEqual(expected)
  expect(parsed.onleesbaar).toEqual([])
})

test('a line that is no header is reported, cut short', () => {
  expect(parseHeaders(`< HTTP/1.1 204\n${'x'.repeat(500)}`).onleesbaar).toEqual(['< HTTP/1.1 204', 'x'.repeat(60)])
})

test('a text without any header is reported by its first lines only', () => {
  expect(parseHeaders('geen header\n'.repeat(1_000)).onleesbaar).toHaveLength(10)
})

test('all faults of a form are reported at once', () => {
  const invoer = { ...EMPTY, headers: 'a: b', credentialtype: 'GEEN', jwks: '{', moment: 'gisteren' }
  expect(readInvoer(invoer, OPTIONS)).toEqual({
    ok: false,
    fouten: { credentialtype: 'ongeldig', jwks: 'ongeldig', moment: 'geen_moment' },
  })
  expect(readInvoer({ ...EMPTY, body: 'x'.repeat(300 * 1024) }, OPTIONS)).toEqual({
    ok: false,
    fouten: { headers: 'leeg', body: 'te_lang' },
  })
})

const token = (claims: object, header: object = { alg: 'ES256', typ: 'webhook+jwt', kid: 'k' }) =>
  `Bearer ${b64(header)}.${b64(claims)}.AAAA`
const CLAIMS = { iss: 'a', aud: 'b', jti: 'c', sub: 'd', iat: 0, exp: 60, body_sha256: 'A'.repeat(43) }
const ADR = { alg: 'PS256', kid: 'k', b64: false, crit: ['b64', 'sigD'], sigD: {} }

/** An object that throws when it is converted to a string. */
const NO_TEXT = { toString: 1, valueOf: 1 }

const HOSTILE: Record<string, string>[] = [
  { authorization: 'Bearer ..' },
  { authorization: `Bearer ${'a.'.repeat(10_000)}` },
  { authorization: token({ ...CLAIMS, iat: 8.7e15, exp: 8.7e15 }) },
  { authorization: token({ ...CLAIMS, iat: -1e300, exp: 1e300 }) },
  { authorization: token(JSON.parse('{"__proto__":{"iss":"a"}}')) },
  { authorization: token(CLAIMS) },
  { authorization: token(CLAIMS, { alg: NO_TEXT, typ: NO_TEXT, kid: NO_TEXT }) },
  { authorization: `Bearer ${b64(null)}.${b64([])}.AAAA` },
  { authorization: `Bearer ${Buffer.from('['.repeat(9_000)).toString('base64url')}.e30.AAAA` },
  { 'signature-input': `zaak=(${'"a" '.repeat(5_000)});tag="zaaknotificatie"`, signature: 'zaak=:AAAA:' },
  { 'signature-input': 'zaak=1;tag="zaaknotificatie"', signature: 'zaak=:AAAA:' },
  { 'signature-input': '((((((((((', signature: '"'.repeat(30_000) },
  { 'webhook-id': 'x', 'webhook-timestamp': '99999999999', 'webhook-signature': 'v1,'.repeat(10_000) },
  { 'nlgov-adr-payload-sig': `${b64(ADR)}..AAAA`, digest: '='.repeat(30_000) },
  { 'nlgov-adr-payload-sig': '..', digest: '' },
  { 'content-type': 'application/json', 'ce-specversion': '%', 'ce-type': 'toString' },
]

const { publicKey } = generateKeyPairSync('x25519')
/** An X25519 key under the name of each algorithm; it fits none of them. */
const MISLABELLED = ['ES256', 'EdDSA', 'PS256'].map((alg) => ({
  ...publicKey.export({ format: 'jwk' }),
  kid: 'k',
  alg,
}))
const KEYS = readJwks(JSON.stringify({ keys: MISLABELLED })) ?? []

test.each(HOSTILE.map((headers) => [JSON.stringify(headers).slice(0, 60), headers] as const))(
  'hostile headers do not make the check throw: %s',
  async (_name, headers) => {
    for (const type of [null, ...credentialtype.options]) {
      for (const body of ['', '{}', '[[[', '\ud800', '['.repeat(200_000)]) {
        const bericht = { ...PASTED, headers: new Map(Object.entries(headers)), body, credentialtype: type, keys: KEYS }
        expect((await checkBericht(bericht, [])).goed).toBe(false)
      }
    }
  },
)

test.each([
  [
    '{"keys":[{"kid":"a","alg":"ES256","kty":"EC","crv":"P-256","x":"AA","y":"AA"},{"kid":1},null]}',
    [{ kid: 'a', alg: 'ES256' }],
  ],
  ['{"keys":{}}', undefined],
  [JSON.stringify({ keys: Array(21).fill({}) }), undefined],
  ['[]', undefined],
  ['', undefined],
])('only entries with a kid are read, without a key when it is unreadable: %s', (text, expected) => {
  expect(readJwks(text)).toEqual(expected)
})
