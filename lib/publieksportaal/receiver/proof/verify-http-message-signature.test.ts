import { hash, KeyObject, sign } from 'node:crypto'
import { createSignature, webcrypto } from 'http-message-sig'
import { generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { signatureBase } from '#lib/contract/http-message-signature.ts'
import { KID } from '#lib/proof/test-sender.ts'
import { KID_ED25519, SINK } from '../../test-bron.ts'
import {
  type Attack,
  type Headers,
  portalWith,
  refuses,
  refusesWithout,
  refusesWithoutToken,
  SECONDS,
  sha256,
} from './test-verifier.ts'

const portal = portalWith('HTTPMESSAGESIGNATURES')
type Options = {
  components?: string[]
  params?: Record<string, string | number>
  label?: string
  digest?: string
  key?: KeyObject
}
const COMPONENTS = ['@method', '@target-uri', 'content-type', 'content-digest', 'webhook-request-origin']
/** Signs by hand, so that any part can be wrong. `params` are written as they are; '' leaves one out. */
const signed =
  ({ components = COMPONENTS, params = {}, label = 'zaak', digest, key }: Options = {}): Attack =>
  (headers, body) => {
    const contentDigest = digest ?? `sha-256=:${sha256(body)}:`
    const all: Headers = { ...headers, 'content-digest': contentDigest, '@method': 'POST', '@target-uri': SINK }
    const parameters = {
      created: SECONDS,
      expires: SECONDS + 300,
      nonce: '"n"',
      keyid: `"${KID_ED25519}"`,
      alg: '"ed25519"',
      tag: '"zaaknotificatie"',
      ...params,
    }
    const input =
      `(${components.map((name) => `"${name}"`).join(' ')})` +
      Object.entries(parameters)
        .flatMap(([name, value]) => (value === '' ? [] : `;${name}=${value}`))
        .join('')
    const base = signatureBase(
      components.map((name) => ({ name, value: all[name] ?? '' })),
      input,
    )
    const signature = sign(null, Buffer.from(base), key ?? KeyObject.from(portal.bron.privateKeys.ed25519)).toString(
      'base64',
    )
    return {
      ...headers,
      'content-digest': contentDigest,
      'signature-input': `${label}=${input}`,
      signature: `${label}=:${signature}:`,
    }
  }
const without = (name: string) => signed({ components: COMPONENTS.filter((component) => component !== name) })

test('what http-message-signatures signed is accepted, and the row names the key', async () => {
  expect((await portal.post()).status).toBe(204)
  expect(await portal.newestKid()).toBe(KID_ED25519)
})
test('what http-message-sig signed is accepted', async () => {
  const attack: Attack = async (headers, body) => {
    const sent = { ...headers, 'content-digest': `sha-256=:${sha256(body)}:` } as Headers
    const { signature, signatureInput } = await createSignature(
      {
        kind: 'request',
        method: 'POST',
        targetUri: SINK,
        fields: Object.entries(sent).map(([name, value]) => ({ name, value })),
      },
      {
        label: 'zaak',
        components: COMPONENTS,
        parameters: {
          created: SECONDS,
          expires: SECONDS + 60,
          nonce: 'n',
          keyid: KID_ED25519,
          alg: 'ed25519',
          tag: 'zaaknotificatie',
        },
        signer: webcrypto.signer(portal.bron.privateKeys.ed25519),
      },
    )
    return { ...sent, signature, 'signature-input': signatureInput }
  }
  expect((await portal.post(attack)).status).toBe(204)
})
test.each<[string, Options]>([
  ['another label', { label: 'sig1' }],
  ['another order', { components: COMPONENTS.toReversed() }],
  ['clocks that differ by five seconds', { params: { created: SECONDS + 5, expires: SECONDS + 305 } }],
  ['a parameter that the profile does not know', { params: { context: '"x"' } }],
])('%s is accepted', async (_name, options) => {
  expect((await portal.post(signed(options))).status).toBe(204)
})
test('sha-512 is as good, and beside a digest that is fit an insecure one does not count', async () => {
  const sha512: Attack = (headers, body, id) => {
    const digest = hash('sha512', body, 'base64')
    return signed({ digest: `sha-512=:${digest}:, md5=:AAAA:, sha-256=:${sha256(body)}:` })(headers, body, id)
  }
  expect((await portal.post(sha512)).status).toBe(204)
})
test('a signature of somebody else beside ours is not looked at', async () => {
  const beside: Attack = async (headers, body, id) => {
    const ours = await signed()(headers, body, id)
    return {
      ...ours,
      'signature-input': `proxy=("@method");tag="proxy", ${ours['signature-input']}`,
      signature: `proxy=:AAAA:, ${ours.signature}`,
    }
  }
  expect((await portal.post(beside)).status).toBe(204)
})
refusesWithoutToken(portal)
refusesWithout(portal, ['content-digest', 'signature-input', 'signature'])
refuses(portal, 'invalid_signature', {
  ...Object.fromEntries(COMPONENTS.map((name) => [`a signature that does not cover ${name}`, without(name)])),
  ...Object.fromEntries(
    ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'].map((name) => [
      `a signature without ${name}`,
      signed({ params: { [name]: '' } }),
    ]),
  ),
  'a component twice': signed({ components: [...COMPONENTS, '@method'] }),
  'a component that was not sent': signed({ components: [...COMPONENTS, 'x-other'] }),
  'a derived component of a response': signed({ components: [...COMPONENTS, '@status'] }),
  'another alg than that of the key': signed({ params: { alg: '"hmac-sha256"' } }),
  'the key of another algorithm': signed({ params: { keyid: `"${KID}"` } }),
  'a key that is not published': signed({ params: { keyid: '"ander"' } }),
  'the right keyid with another key': async (...args) =>
    signed({ key: KeyObject.from((await generateKeyPair('Ed25519')).privateKey) })(...args),
  'another tag': signed({ params: { tag: '"iets-anders"' } }),
  'a signature from the future': signed({ params: { created: SECONDS + 6, expires: SECONDS + 60 } }),
  'a signature that has expired': signed({ params: { created: SECONDS - 100, expires: SECONDS - 6 } }),
  'a lifetime of 301 seconds': signed({ params: { expires: SECONDS + 301 } }),
  'a created that is no integer': signed({ params: { created: `${SECONDS}.0` } }),
  'a created as text': signed({ params: { created: `"${SECONDS}"` } }),
  'a parameter twice': async (...args) => {
    const headers = await signed()(...args)
    return { ...headers, 'signature-input': `${headers['signature-input']};created=${SECONDS}` }
  },
  'two signatures with our tag': async (...args) => {
    const [one, two] = [await signed()(...args), await signed({ label: 'nog' })(...args)]
    return {
      ...one,
      'signature-input': `${one['signature-input']}, ${two['signature-input']}`,
      signature: `${one.signature}, ${two.signature}`,
    }
  },
  'the same label twice': async (...args) => {
    const headers = await signed()(...args)
    return { ...headers, 'signature-input': `${headers['signature-input']}, ${headers['signature-input']}` }
  },
  'the digest of another body': async (headers, body, id) =>
    signed({ digest: `sha-256=:${sha256(`${body} `)}:` })(headers, body, id),
  'one digest that holds and one that does not': async (headers, body, id) =>
    signed({ digest: `sha-256=:${sha256(body)}:, sha-512=:${sha256('x')}:` })(headers, body, id),
  'a digest twice': async (headers, body, id) =>
    signed({ digest: `sha-256=:${sha256(body)}:, sha-256=:${sha256(body)}:` })(headers, body, id),
  'a digest with the name of something in JavaScript': signed({ digest: 'constructor=:AAAA:' }),
  'only insecure digests': async (headers, body, id) =>
    signed({ digest: `md5=:${hash('md5', body, 'base64')}:` })(headers, body, id),
  'a header in structured fields that is none': (headers) => ({ ...headers, 'signature-input': 'zaak=(' }),
  'an item where a list should be': (headers) => ({ ...headers, 'signature-input': 'zaak=1;tag="zaaknotificatie"' }),
  'a signature that is no byte sequence': (headers) => ({ ...headers, signature: 'zaak="abc"' }),
})
