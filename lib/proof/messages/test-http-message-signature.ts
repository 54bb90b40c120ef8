import { hash, KeyObject, sign } from 'node:crypto'
import { generateKeyPair } from 'jose'
import { signatureBase } from '../sign/http-message-signature.ts'
import { KID, KID_ED25519 } from '../test-sender.ts'
import {
  type Change,
  type Headers,
  type Messages,
  SECONDS,
  sha256,
  unchanged,
  WITHOUT_TOKEN,
  without,
} from './test-message.ts'

type Options = {
  /** a name, or a whole component identifier */
  components?: string[]
  params?: Record<string, string | number>
  label?: string
  digest?: string | ((body: string) => string)
  key?: KeyObject
}
export const COMPONENTS = ['@method', '@target-uri', 'content-type', 'content-digest', 'webhook-request-origin']

/**
 * Signs by hand, so that any part can be wrong. `params` is written unchanged; a part that is '' is left out.
 */
const signed =
  ({ components = COMPONENTS, params = {}, label = 'zaak', digest, key }: Options = {}): Change =>
  ({ sender, headers, body }) => {
    const contentDigest = (typeof digest === 'function' ? digest(body) : digest) ?? `sha-256=:${sha256(body)}:`
    const all: Headers = { ...headers, 'content-digest': contentDigest, '@method': 'POST', '@target-uri': sender.sink }
    const parameters = {
      created: SECONDS,
      expires: SECONDS + 300,
      nonce: '"n"',
      keyid: `"${KID_ED25519}"`,
      alg: '"ed25519"',
      tag: '"zaaknotificatie"',
      ...params,
    }
    const identifiers = components.map((name) => (name.startsWith('"') ? name : `"${name}"`))
    const input =
      `(${identifiers.join(' ')})` +
      Object.entries(parameters)
        .flatMap(([name, value]) => (value === '' ? [] : `;${name}=${value}`))
        .join('')
    const base = signatureBase(
      components.map((name) => {
        const bare = name.startsWith('"') ? (name.split('"')[1] as string) : name
        return { name: bare, value: all[bare] ?? '' }
      }),
      input,
    )
    const ed25519 = key ?? KeyObject.from(sender.privateKeys.ed25519)
    const signature = sign(null, Buffer.from(base), ed25519).toString('base64')
    return {
      ...headers,
      'content-digest': contentDigest,
      'signature-input': `${label}=${input}`,
      signature: `${label}=:${signature}:`,
    }
  }

/** Signs with two labels. */
const twice =
  (other: Options, ours: Options = {}): Change =>
  async (message) => {
    const [one, two] = [await signed(ours)(message), await signed({ label: 'nog', ...other })(message)]
    return {
      ...one,
      'signature-input': `${one['signature-input']}, ${two['signature-input']}`,
      signature: `${one.signature}, ${two.signature}`,
    }
  }

const afterwards =
  (name: string, change: (value: string) => string): Change =>
  async (message) => {
    const headers = await signed()(message)
    return { ...headers, [name]: change(headers[name] as string) }
  }

export const HTTPMESSAGESIGNATURES: Messages = {
  proven: {
    'a message as the contract requires': unchanged,
    'another label': signed({ label: 'sig1' }),
    'another order': signed({ components: COMPONENTS.toReversed() }),
    'clocks that differ by five seconds': signed({ params: { created: SECONDS + 5, expires: SECONDS + 305 } }),
    'a parameter that the profile does not know': signed({ params: { context: '"x"' } }),
    'sha-512, with an insecure digest beside it': signed({
      digest: (body) => `sha-512=:${hash('sha512', body, 'base64')}:, md5=:AAAA:, sha-256=:${sha256(body)}:`,
    }),
    'a signature of somebody else beside ours': async (message) => {
      const ours = await signed()(message)
      return {
        ...ours,
        'signature-input': `proxy=("@method");tag="proxy", ${ours['signature-input']}`,
        signature: `proxy=:AAAA:, ${ours.signature}`,
      }
    },
  },
  invalid_token: WITHOUT_TOKEN,
  invalid_signature: {
    ...without(['content-digest', 'signature-input', 'signature']),
    ...Object.fromEntries(
      COMPONENTS.map((name) => [
        `a signature that does not cover ${name}`,
        signed({ components: COMPONENTS.filter((component) => component !== name) }),
      ]),
    ),
    ...Object.fromEntries(
      ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'].map((name) => [
        `a signature without ${name}`,
        signed({ params: { [name]: '' } }),
      ]),
    ),
    'a component twice': signed({ components: [...COMPONENTS, '@method'] }),
    'a component that was not sent': signed({ components: [...COMPONENTS, 'x-other'] }),
    'a derived component of a response': signed({ components: [...COMPONENTS, '@status'] }),
    'a component with a parameter': signed({
      components: COMPONENTS.map((name) => (name === 'content-type' ? '"content-type";bs' : name)),
    }),
    'another alg than that of the key': signed({ params: { alg: '"hmac-sha256"' } }),
    'the key of another algorithm': signed({ params: { keyid: `"${KID}"` } }),
    'a key that is not published': signed({ params: { keyid: '"ander"' } }),
    'the right keyid with another key': async (message) =>
      signed({ key: KeyObject.from((await generateKeyPair('Ed25519')).privateKey) })(message),
    'another tag': signed({ params: { tag: '"iets-anders"' } }),
    'a signature from the future': signed({ params: { created: SECONDS + 6, expires: SECONDS + 60 } }),
    'a signature that has expired': signed({ params: { created: SECONDS - 100, expires: SECONDS - 6 } }),
    'a lifetime of 301 seconds': signed({ params: { expires: SECONDS + 301 } }),
    'a created that is no integer': signed({ params: { created: `${SECONDS}.0` } }),
    'a created as text': signed({ params: { created: `"${SECONDS}"` } }),
    'a parameter twice': afterwards('signature-input', (value) => `${value};created=${SECONDS}`),
    'two signatures with our tag': twice({}),
    'an older signature with our tag beside a valid one': twice(
      {},
      { label: 'nog1', params: { created: SECONDS - 1 } },
    ),
    'the same label twice': afterwards('signature-input', (value) => `${value}, ${value}`),
    'a space that no serializer writes': afterwards('signature-input', (value) => value.replace(';', '; ')),
    'surplus bits in the signature': afterwards('signature', (value) => value.replace(/.(?==+:$)/, surplus)),
    'the digest of another body': signed({ digest: (body) => `sha-256=:${sha256(`${body} `)}:` }),
    'a valid digest and an invalid one': signed({
      digest: (body) => `sha-256=:${sha256(body)}:, sha-512=:${sha256('x')}:`,
    }),
    'a digest twice': signed({ digest: (body) => `sha-256=:${sha256(body)}:, sha-256=:${sha256(body)}:` }),
    'a digest named as a JavaScript property': signed({ digest: 'constructor=:AAAA:' }),
    'only insecure digests': signed({ digest: (body) => `md5=:${hash('md5', body, 'base64')}:` }),
    'a header that is no structured field': ({ headers }) => ({ ...headers, 'signature-input': 'zaak=(' }),
    'an item where a list should be': ({ headers }) => ({
      ...headers,
      'signature-input': 'zaak=1;tag="zaaknotificatie"',
    }),
    'a signature that is no byte sequence': ({ headers }) => ({ ...headers, signature: 'zaak="abc"' }),
  },
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const surplus = (character: string) => BASE64[BASE64.indexOf(character) ^ 1] as string
