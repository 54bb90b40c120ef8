import { constants, hash, KeyObject, sign } from 'node:crypto'
import { FlattenedSign, generateKeyPair, type JWSHeaderParameters } from 'jose'
import { KID, KID_RSA } from '../test-sender.ts'
import {
  type Change,
  type Messages,
  SECONDS,
  sha256,
  unchanged,
  WITHOUT_TOKEN,
  withHeader,
  without,
  withSurplusBits,
} from './test-message.ts'

const PROTECTED = {
  alg: 'PS256',
  kid: KID_RSA,
  iat: SECONDS,
  sigD: { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['digest'] },
  b64: false,
  crit: ['b64', 'sigD'],
}
const signed =
  (change: object = {}, { key, digest }: { key?: CryptoKey; digest?: (body: string) => string } = {}): Change =>
  async ({ sender, headers, body }) => {
    const value = digest?.(body) ?? `SHA-256=${sha256(body)}`
    const jws = await new FlattenedSign(new TextEncoder().encode(`digest: ${value}`))
      .setProtectedHeader({ ...PROTECTED, ...change } as JWSHeaderParameters)
      .sign(key ?? sender.privateKeys.rsa, { crit: { sigD: true, sigT: true, exp: true } })
    return { ...headers, digest: value, 'nlgov-adr-payload-sig': `${jws.protected}..${jws.signature}` }
  }
/** Signs a protected header exactly as it is given. */
const written =
  (protectedHeader: string): Change =>
  ({ sender, headers }) => {
    const encoded = Buffer.from(protectedHeader).toString('base64url')
    const key = {
      key: KeyObject.from(sender.privateKeys.rsa),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    }
    const signature = sign('sha256', Buffer.from(`${encoded}.digest: ${headers.digest}`), key).toString('base64url')
    return { ...headers, 'nlgov-adr-payload-sig': `${encoded}..${signature}` }
  }
const changed = (change: (value: string) => string) => withHeader('nlgov-adr-payload-sig', change)
/** Time of signing as older senders write it. */
const sigT = (difference: number) => ({
  iat: undefined,
  sigT: new Date((SECONDS + difference) * 1000).toISOString().replace('.000', ''),
  crit: ['sigT', 'sigD', 'b64'],
})

export const NLGOVADR: Messages = {
  proven: {
    'a message as the contract requires': unchanged,
    'digests of other algorithms beside a valid one': signed(
      {},
      { digest: (body) => `md5=AAAA,SHA-512=${hash('sha512', body, 'base64')}` },
    ),
    'the name of the algorithm in lower case': signed({}, { digest: (body) => `sha-256=${sha256(body)}` }),
    'signed 300 seconds ago': signed({ iat: SECONDS - 300 }),
    'signed 300 seconds from now': signed({ iat: SECONDS + 300 }),
    'an older sender, with its time in sigT': signed(sigT(-300)),
  },
  invalid_token: WITHOUT_TOKEN,
  invalid_signature: {
    ...without(['digest', 'nlgov-adr-payload-sig']),
    'signed 301 seconds ago': signed({ iat: SECONDS - 301 }),
    'signed 301 seconds from now': signed({ iat: SECONDS + 301 }),
    'a sigT that is 301 seconds away': signed(sigT(301)),
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
    'an unknown critical header': signed({ exp: SECONDS + 60, crit: ['b64', 'sigD', 'exp'] }),
    'an encoded payload': signed({ b64: undefined, crit: ['sigD'] }),
    'an embedded key in the header': signed({ jwk: {} }),
    'a member twice': written(JSON.stringify(PROTECTED).replace('{', '{"kid":"ander",')),
    'a key that is not published': signed({ kid: 'ander' }),
    'the key of another algorithm': signed({ kid: KID }),
    'the right kid with another key': async (message) =>
      signed({}, { key: (await generateKeyPair('PS256')).privateKey })(message),
    'the algorithm RS256': async (message) =>
      signed({ alg: 'RS256' }, { key: (await generateKeyPair('RS256')).privateKey })(message),
    'a payload that is not detached': changed((signature) => signature.replace('..', '.ZGlnZXN0.')),
    'an extra part': changed((signature) => `${signature}.x`),
    'surplus bits in the last character': changed(withSurplusBits),
    'a header that came twice': changed((signature) => `${signature}, ${signature}`),
    'the digest of another body': signed({}, { digest: (body) => `SHA-256=${sha256(`${body} `)}` }),
    'a digest that is insecure': signed({}, { digest: (body) => `SHA=${hash('sha1', body, 'base64')}` }),
    'a digest named as a JavaScript property': signed({}, { digest: () => 'constructor=AAAA' }),
    'a valid digest and an invalid one': signed({}, { digest: (body) => `SHA-256=${sha256(body)},SHA-512=AAAA` }),
    'a digest that was not signed': withHeader('digest', (value) => value.replace('SHA-256', 'sha-256')),
  },
}
