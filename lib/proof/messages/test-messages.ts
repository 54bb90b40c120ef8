import { type Credentialtype, credentialtype } from '#lib/contract/abonnement-resource.ts'
import { ACCESSTOKEN } from './test-access-token.ts'
import { HTTPMESSAGESIGNATURES } from './test-http-message-signature.ts'
import { JWT } from './test-jwt.ts'
import type { Change, Messages } from './test-message.ts'
import { NLGOVADR } from './test-nlgov-adr.ts'
import { STANDARDWEBHOOKS } from './test-standard-webhooks.ts'

const MESSAGES: Record<Credentialtype, Messages> = {
  ACCESSTOKEN,
  JWT,
  STANDARDWEBHOOKS,
  HTTPMESSAGESIGNATURES,
  NLGOVADR,
}

/** Returns all messages of one method, each with the outcome that a verifier must give. */
export function messagesOf(type: Credentialtype): { what: string; expected: keyof Messages; change: Change }[] {
  const outcomes = Object.entries(MESSAGES[type]) as [keyof Messages, Record<string, Change>][]
  return outcomes.flatMap(([expected, changes]) =>
    Object.entries(changes).map(([what, change]) => ({ what, expected, change })),
  )
}

export const CREDENTIALTYPES = credentialtype.options

/**
 * Entries of a key set, each under its peculiarity: `good` ones can verify, `bad` ones must not. `now`:
 * seconds since 1970.
 */
export const KEYS: Record<'good' | 'bad', Record<string, (now: number) => object>> = {
  good: {
    'that is valid from five seconds ahead, until later': (now) => ({ nbf: now + 5, exp: now + 60 }),
    'by the name of RFC 8037': () => ({ alg: 'EdDSA' }),
    'that is for verifying': () => ({ use: undefined, key_ops: ['verify'] }),
  },
  bad: {
    'whose use is encryption': () => ({ use: 'enc' }),
    'that is not for verifying': () => ({ key_ops: ['sign'] }),
    'for another algorithm': () => ({ alg: 'ES256' }),
    'without an alg': () => ({ alg: undefined }),
    'without a name': () => ({ kid: undefined }),
    'that is no key': () => ({ x: 'abc' }),
    'of another kind than its alg': () => ({ alg: 'PS256' }),
    'that is not signed with yet': (now) => ({ nbf: now + 6 }),
    'that has ended': (now) => ({ exp: now }),
  },
}
