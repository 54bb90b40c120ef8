import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { SECOND_MS } from '#lib/platform/durations.ts'

/**
 * Asymmetric ones only. The NL GOV profile has every authorization server support RS256, and asks for PS256; ES256 is what
 * others sign with that follow neither.
 */
export const ALGORITHMS = ['PS256', 'ES256', 'RS256']

/**
 * The NL GOV profile gives client credentials six hours at most, and others one. What an authorization server revokes goes on
 * here until it expires, so that an hour it is.
 */
const MAX_LIFETIME_SECONDS = 3600
export const CLOCK_TOLERANCE_SECONDS = 5

const header = z.looseObject({
  alg: z.enum(ALGORITHMS),
  // RFC 9068 section 4: an id token is no access token.
  typ: z.string().regex(/^(?:application\/)?at\+jwt$/i),
  /** the NL GOV profile requires it */
  kid: z.string().min(1),
})

/** RFC 9068 section 2.2, but for `scope`, without which a token opens nothing. */
const claims = z
  .looseObject({
    iss: z.string(),
    aud: z.union([z.string().transform((aud) => [aud]), z.array(z.string())]),
    sub: z.string().min(1),
    jti: z.string().min(1),
    /** RFC 6749 appendix A.1 */
    client_id: z.string().regex(/^[\x20-\x7e]{1,200}$/),
    /** what the NL GOV profile calls it */
    azp: z.string().optional(),
    iat: z.number(),
    exp: z.number(),
    scope: z.string().default(''),
    /** RFC 7800: bound to a key or certificate, of which nobody asks a proof here; whoever stole it would be let in */
    cnf: z.undefined().optional(),
  })
  .refine(({ client_id, azp = client_id }) => azp === client_id)
  .refine(({ iat, exp }) => exp - iat <= MAX_LIFETIME_SECONDS)

export type AccessTokenClaims = z.infer<typeof claims>

type Expected = { issuer: string; audience: string; now: Date }

/**
 * The claims of a token that may be one for this API: all that can be seen without its key, so that any other costs no look for
 * one. Its signature is still to be verified.
 */
export function readAccessToken(token: string, { issuer, audience, now }: Expected): AccessTokenClaims | undefined {
  try {
    header.parse(decodeProtectedHeader(token))
    const read = claims.parse(decodeJwt(token))
    const seconds = now.getTime() / SECOND_MS
    const isCurrent = read.iat - CLOCK_TOLERANCE_SECONDS <= seconds && seconds < read.exp + CLOCK_TOLERANCE_SECONDS
    return read.iss === issuer && read.aud.includes(audience) && isCurrent ? read : undefined
  } catch {
    return undefined
  }
}
