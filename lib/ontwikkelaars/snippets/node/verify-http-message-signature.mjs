import { createHash, verify } from 'node:crypto'
import { UnknownKey } from './keys.mjs'

const TOLERANCE_SECONDS = 5
const ALWAYS_COVERED = ['@method', '@target-uri', 'content-type', 'content-digest']
const INPUT = /^zaak=(\(([^()]*)\);(.+))$/
const SIGNATURE = /^zaak=:([\w+/]+={0,2}):$/

/**
 * Throws when the message is not proven. `headers` has names in lower case; `sink` is the address that you
 * registered.
 */
export function verifyHttpMessageSignature({ method, headers, body, sink, keys, now = Date.now() / 1000 }) {
  const [, params, list, rest] = INPUT.exec(headers['signature-input'] ?? '') ?? []
  const [, signature] = SIGNATURE.exec(headers.signature ?? '') ?? []
  if (!params || !signature) throw new Error('no signature')
  const parameters = new Map(rest.split(';').map((each) => each.split('=', 2)))
  const text = (name) => (parameters.get(name) ?? '').replaceAll('"', '')

  const components = list.replaceAll('"', '').split(' ')
  const ours = Object.keys(headers).filter((name) => name.startsWith('ce-') || name === 'webhook-request-origin')
  if (![...ALWAYS_COVERED, ...ours].every((name) => components.includes(name))) throw new Error('header not signed')
  const target = new URL(sink)
  target.hash = ''
  const values = { ...headers, '@method': method, '@target-uri': target.href }
  const base = [...components.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${params}`].join('\n')

  const key = keys.get(text('keyid'))
  if (key?.asymmetricKeyType !== 'ed25519' || text('tag') !== 'zaaknotificatie') throw new UnknownKey()
  if (!verify(null, Buffer.from(base), key, Buffer.from(signature, 'base64'))) throw new Error('signature differs')
  if (now < Number(text('created')) - TOLERANCE_SECONDS || !(now <= Number(text('expires')) + TOLERANCE_SECONDS)) {
    throw new Error('expired')
  }
  const digest = createHash('sha256').update(body).digest('base64')
  if (headers['content-digest'] !== `sha-256=:${digest}:`) throw new Error('body differs')
}
