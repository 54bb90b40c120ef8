import { hash } from 'node:crypto'
import { FlattenedSign, generateKeyPair, type JWSHeaderParameters } from 'jose'
import { expect, test } from 'vitest'
import { KID } from '#lib/proof/test-sender.ts'
import { KID_RSA } from '../../test-bron.ts'
import {
  type Attack,
  portalWith,
  refuses,
  refusesWithout,
  refusesWithoutToken,
  SECONDS,
  sha256,
  withSurplusBits,
} from './test-verifier.ts'

const portal = portalWith('NLGOVADR')
const signed =
  (change: object = {}, { key, digest }: { key?: CryptoKey; digest?: (body: string) => string } = {}): Attack =>
  async (headers, body) => {
    const value = digest?.(body) ?? `SHA-256=${sha256(body)}`
    const protectedHeader = {
      alg: 'PS256',
      kid: KID_RSA,
      iat: SECONDS,
      sigD: { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['digest'] },
      b64: false,
      crit: ['b64', 'sigD'],
      ...change,
    }
    const jws = await new FlattenedSign(new TextEncoder().encode(`digest: ${value}`))
      .setProtectedHeader(protectedHeader as JWSHeaderParameters)
      .sign(key ?? portal.bron.privateKeys.rsa, { crit: { sigD: true, sigT: true, exp: true } })
    return { ...headers, digest: value, 'nlgov-adr-payload-sig': `${jws.protected}..${jws.signature}` }
  }
const changed =
  (change: (signature: string) => string): Attack =>
  (headers) => ({ ...headers, 'nlgov-adr-payload-sig': change(headers['nlgov-adr-payload-sig'] as string) })

test('what jose signed is accepted, and the row names the key', async () => {
  expect((await portal.post()).status).toBe(204)
  expect(await portal.newestKid()).toBe(KID_RSA)
})
test('digests of other algorithms beside it do not count', async () => {
  const several = signed({}, { digest: (body) => `md5=AAAA,SHA-512=${hash('sha512', body, 'base64')}` })
  expect((await portal.post(several)).status).toBe(204)
})
test.each([
  [-300, 204],
  [300, 204],
  [-301, 401],
  [301, 401],
])('signed %i seconds away gives %i', async (difference, status) => {
  expect((await portal.post(signed({ iat: SECONDS + difference }))).status).toBe(status)
})
test.each([
  [-300, 204],
  [301, 401],
])('a sender of before says the time in sigT: %i seconds away gives %i', async (difference, status) => {
  const sigT = new Date((SECONDS + difference) * 1000).toISOString().replace('.000', '')
  const before = signed({ iat: undefined, sigT, crit: ['sigT', 'sigD', 'b64'] })
  expect((await portal.post(before)).status).toBe(status)
})
refusesWithoutToken(portal)
refusesWithout(portal, ['digest', 'nlgov-adr-payload-sig'])
refuses(portal, 'invalid_signature', {
  'no iat': signed({ iat: undefined }),
  'two times': signed({ sigT: '2026-11-25T10:00:00Z', crit: ['b64', 'sigD', 'sigT'] }),
  'sigT that is not critical': signed({ iat: undefined, sigT: '2026-11-25T10:00:00Z' }),
  'no kid': signed({ kid: undefined }),
  'no sigD': signed({ sigD: undefined, crit: ['b64'] }),
  'another mechanism': signed({ sigD: { mId: 'http://uri.etsi.org/19182/ObjectIdByURI', pars: ['digest'] } }),
  'more headers than the digest': signed({
    sigD: { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['digest', 'host'] },
  }),
  'sigD that is not critical': signed({ crit: ['b64'] }),
  'something critical that is not known': signed({ exp: SECONDS + 60, crit: ['b64', 'sigD', 'exp'] }),
  'an encoded payload': signed({ b64: undefined, crit: ['sigD'] }),
  'a key of its own in the header': signed({ jwk: {} }),
  'a key that is not published': signed({ kid: 'ander' }),
  'the key of another algorithm': signed({ kid: KID }),
  'the right kid with another key': async (...args) =>
    signed({}, { key: (await generateKeyPair('PS256')).privateKey })(...args),
  'the algorithm RS256': async (...args) =>
    signed({ alg: 'RS256' }, { key: (await generateKeyPair('RS256')).privateKey })(...args),
  'a payload that is not detached': changed((signature) => signature.replace('..', '.ZGlnZXN0.')),
  'a part too many': changed((signature) => `${signature}.x`),
  'surplus bits in the last character': changed(withSurplusBits),
  'a header that came twice': changed((signature) => `${signature}, ${signature}`),
  'the digest of another body': signed({}, { digest: (body) => `SHA-256=${sha256(`${body} `)}` }),
  'a digest that is insecure': signed({}, { digest: (body) => `SHA=${hash('sha1', body, 'base64')}` }),
  'a digest with the name of something in JavaScript': signed({}, { digest: () => 'constructor=AAAA' }),
  'one digest that holds and one that does not': signed(
    {},
    { digest: (body) => `SHA-256=${sha256(body)},SHA-512=AAAA` },
  ),
  'a digest that was not signed': (headers, body) => ({ ...headers, digest: `sha-256=${sha256(body)}` }),
})
