import { hash } from 'node:crypto'
import type { TestSender } from '../test-sender.ts'

export const NOW = new Date('2026-11-25T10:00:00Z')
export const SECONDS = NOW.getTime() / 1000

export type Headers = Record<string, string>
/** A bezorging with a valid proof. */
export type Message = { sender: TestSender; headers: Headers; body: string; eventId: string }
/** Changes the headers of a bezorging with a valid proof; a header set to '' is left out. */
export type Change = (message: Message) => Headers | Promise<Headers>

/** The messages of one method, each under its peculiarity, grouped by the outcome of a correct verifier. */
export type Messages = {
  proven: Record<string, Change>
  invalid_token: Record<string, Change>
  invalid_signature: Record<string, Change>
}

export const sha256 = (body: string, encoding: 'base64' | 'hex' = 'base64') => hash('sha256', body, encoding)

export const unchanged: Change = ({ headers }) => headers

export const withHeader =
  (name: string, change: (value: string) => string): Change =>
  ({ headers }) => ({ ...headers, [name]: change(headers[name] as string) })

/** A valid signature does not make up for an absent or invalid token. */
export const WITHOUT_TOKEN: Record<string, Change> = {
  'no token': ({ headers }) => ({ ...headers, authorization: '' }),
  'the token of another source': async ({ sender, headers, body }) => ({
    ...headers,
    authorization: `Bearer ${await sender.sign(body, { claims: { iss: 'urn:nld:oin:1:systeem:ander' } })}`,
  }),
  'a token with surplus bits in its last character': withHeader('authorization', withSurplusBits),
}

/** Leaves out these headers. A verifier must not fall back to JWT, which needs the token only. */
export function without(headerNames: string[]): Record<string, Change> {
  const leaveOut =
    (names: string[]): Change =>
    ({ headers }) => ({ ...headers, ...Object.fromEntries(names.map((name) => [name, ''])) })
  return {
    'a bezorging without any signature': leaveOut(headerNames),
    ...Object.fromEntries(headerNames.map((name) => [`a bezorging without ${name}`, leaveOut([name])])),
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Returns another base64url text that lenient decoders decode to the same bytes. */
export function withSurplusBits(text: string): string {
  return text.slice(0, -1) + ALPHABET[ALPHABET.indexOf(text.at(-1) as string) ^ 1]
}
