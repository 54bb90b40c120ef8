import { z } from 'zod'

/** NLgov REST API Design Rules, module Signing 1.0.0, payload signing: a detached JAdES signature in this header. */
export const NLGOV_ADR_HEADER = 'nlgov-adr-payload-sig'
export const NLGOV_ADR_ALGORITHM = 'PS256'
/** `sigD.mId`: the signature covers HTTP headers (ETSI TS 119 182-1 section 5.2.8.2). */
export const SIGD_MECHANISM = 'http://uri.etsi.org/19182/HttpHeaders'

const always = {
  alg: z.literal(NLGOV_ADR_ALGORITHM),
  kid: z.string().min(1),
  sigD: z.strictObject({ mId: z.literal(SIGD_MECHANISM), pars: z.tuple([z.literal('digest')]) }),
  b64: z.literal(false),
}

/** `crit` (RFC 7515 section 4.1.11): exactly these names, in any order. */
const crit = <T extends string>(...names: T[]) =>
  z
    .array(z.enum(names))
    .length(names.length)
    .refine((listed) => new Set(listed).size === names.length)

/**
 * The protected header: all members are required, others are refused. `iat` is the time of signing in whole seconds
 * since 1970. ETSI TS 119 182-1 v1.2.1 replaced `sigT` with it; older senders still use `sigT`.
 */
export const nlgovAdrProtectedHeader = z.union([
  z.strictObject({ ...always, iat: z.int(), crit: crit('b64', 'sigD') }),
  z.strictObject({ ...always, sigT: z.iso.datetime(), crit: crit('b64', 'sigD', 'sigT') }),
])

export type NlgovAdrProtectedHeader = z.infer<typeof nlgovAdrProtectedHeader>

/**
 * The detached payload: the one signed header as a line of text, as SIGD_MECHANISM prescribes. With `b64: false` the
 * signature is over `<protected header in base64url>.<this>` (RFC 7797 section 3).
 *
 * @param digest value of the `Digest` header (RFC 3230): `SHA-256=` and the base64 of the SHA-256 over the raw body
 */
export function nlgovAdrContent(digest: string): string {
  return `digest: ${digest}`
}
