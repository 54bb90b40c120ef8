import { z } from 'zod'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { type PublicKey, readPublicKey } from '#lib/proof/verify/public-key.ts'

/** The placeholder in a kept bezorging for its signature, which is not kept (`kept-headers.ts`). */
export const NOT_KEPT = '…'

/** `key` is missing when nothing can be verified with the entry that has this name. */
export type NamedKey = { kid: string; alg: string; key?: PublicKey | undefined }

/** A request as somebody pasted it, and what the check may know of the receiver. */
export type Bericht = {
  /** names in lower case; a name that came twice is joined with a comma, as servers do */
  headers: ReadonlyMap<string, string>
  body: string
  method: string
  /** as registered; empty when not given */
  sink: string
  /** `iss` of the tokens, and the source of the events */
  source: string
  /** WebHook-Request-Origin */
  origin: string
  /** null: by what the headers look like */
  credentialtype: Credentialtype | null
  /** ACCESSTOKEN and STANDARDWEBHOOKS; empty when not given */
  geheim: string
  keys: readonly NamedKey[]
  /** when it came */
  moment: Date
}

/** A signature may be tried with each: more than any rotation needs costs only time. */
const MAX_KEYS = 20

const jwk = z.looseObject({ kid: z.string().min(1), alg: z.string() })
const jwks = z.object({ keys: z.array(z.unknown()).max(MAX_KEYS) })

/** The named keys of a JWK set; `undefined` when it is none. */
export function readJwks(text: string): NamedKey[] | undefined {
  const { data } = jwks.safeParse(parseJson(text))
  return data?.keys.flatMap((entry) => {
    const named = jwk.safeParse(entry).data
    return named ? { kid: named.kid, alg: named.alg, key: readPublicKey(entry) } : []
  })
}
