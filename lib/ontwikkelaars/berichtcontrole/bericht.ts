import { z } from 'zod'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { type PublicKey, readPublicKey } from '#lib/proof/verify/public-key.ts'

/** The placeholder in a kept bezorging for its signature, which is not kept (`kept-headers.ts`). */
export const NOT_KEPT = '…'

/** An entry of a JWK set. `key` is missing when it cannot verify anything. */
export type NamedKey = { kid: string; alg: string; key?: PublicKey | undefined }

/** A pasted request, with the settings of its receiver. */
export type Bericht = {
  /** names in lower case; a repeated header is joined with a comma, as servers do */
  headers: ReadonlyMap<string, string>
  body: string
  method: string
  /** the registered address; empty when not given */
  sink: string
  /** `iss` of the tokens, and the source of the events */
  source: string
  /** WebHook-Request-Origin */
  origin: string
  /** null: guessed from the headers */
  credentialtype: Credentialtype | null
  /** ACCESSTOKEN and STANDARDWEBHOOKS; empty when not given */
  geheim: string
  keys: readonly NamedKey[]
  /** when the request was received */
  moment: Date
}

/** More than any rotation needs. Limited, because each signature may be tried with each key. */
const MAX_KEYS = 20

const jwk = z.looseObject({ kid: z.string().min(1), alg: z.string() })
const jwks = z.object({ keys: z.array(z.unknown()).max(MAX_KEYS) })

/** Returns the entries of a JWK set with a `kid` and an `alg`; `undefined` when the text is no JWK set. */
export function readJwks(text: string): NamedKey[] | undefined {
  const { data } = jwks.safeParse(parseJson(text))
  return data?.keys.flatMap((entry) => {
    const named = jwk.safeParse(entry).data
    return named ? { kid: named.kid, alg: named.alg, key: readPublicKey(entry) } : []
  })
}
