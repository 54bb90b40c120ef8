import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'

/** Stands in place of a signature that was not kept (`kept-headers.ts`). */
export const NOT_KEPT = '…'

/** `key` is missing when it cannot be read, or is not what its `alg` asks for, with which `verify` would throw. */
export type PublicKey = { kid: string; alg: string; key?: KeyObject }

/** A request as somebody pasted it, and what the check may know of the receiver. */
export type Bericht = {
  /** names in lower case; a name that came twice is joined with a comma, as servers do */
  headers: ReadonlyMap<string, string>
  body: string
  method: string
  /** as registered; empty when not given */
  sink: string
  /** `iss` of the tokens */
  source: string
  /** null: by what the headers look like */
  credentialtype: Credentialtype | null
  /** ACCESSTOKEN and STANDARDWEBHOOKS; empty when not given */
  geheim: string
  keys: readonly PublicKey[]
  /** when it came */
  moment: Date
}

/** A signature may be tried with each: more than any rotation needs costs only time. */
const MAX_KEYS = 20

const jwk = z.looseObject({ kid: z.string().min(1), alg: z.string() })
const jwks = z.object({ keys: z.array(z.unknown()).max(MAX_KEYS) })

/** The curve or the kind of key that each `alg` asks for, as node:crypto calls it. */
const KINDS: Record<string, string> = { ES256: 'prime256v1', Ed25519: 'ed25519', PS256: 'rsa' }

/** The named keys of a JWK set; `undefined` when it is none. */
export function readJwks(text: string): PublicKey[] | undefined {
  const { data } = jwks.safeParse(parseJson(text))
  return data?.keys.flatMap((entry) => readJwk(entry) ?? [])
}

function readJwk(entry: unknown): PublicKey | undefined {
  const { data } = jwk.safeParse(entry)
  if (!data) return undefined
  const named = { kid: data.kid, alg: data.alg === 'EdDSA' ? 'Ed25519' : data.alg }
  try {
    const key = createPublicKey({ key: entry as JsonWebKey, format: 'jwk' })
    const kind = key.asymmetricKeyDetails?.namedCurve ?? key.asymmetricKeyType
    return KINDS[named.alg] === kind ? { ...named, key } : named
  } catch {
    return named
  }
}

/** The value of a JSON text; `undefined`, which no JSON is, when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The body that `holds`. A text field of a browser writes CRLF for each line end, and whoever copies a text easily
 * takes a line end too many along: the bytes that came can be any of these.
 */
export function findBody(body: string, holds: (bytes: Buffer) => boolean): Buffer | undefined {
  const lines = body.replaceAll('\r\n', '\n')
  return [lines, lines.trimEnd(), lines.replaceAll('\n', '\r\n')].map((text) => Buffer.from(text)).find(holds)
}

/** The same JSON without spaces, if that `holds`: the bytes were parsed and written again. */
export function findReformatted(body: string, holds: (bytes: Buffer) => boolean): Buffer | undefined {
  const value = parseJson(body)
  return value === undefined ? undefined : [Buffer.from(JSON.stringify(value))].find(holds)
}
