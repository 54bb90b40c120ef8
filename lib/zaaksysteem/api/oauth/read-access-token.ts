import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { SECOND_MS } from '#lib/platform/durations.ts'

/**
 * Asymmetric algorithms only. The NL GOV profile requires RS256 of every authorization server and asks for
 * PS256. ES256 is the most common of servers that follow neither.
 */
export const ALGORITHMS = ['PS256', 'ES256', 'RS256']

/**
 * The NL GOV profile allows client credentials six hours, and other tokens one. A revoked token stays valid
 * here until it expires, so the limit is one hour.
 */
const MAX_LIFETIME_SECONDS = 3600
export const CLOCK_TOLERANCE_SECONDS = 5

const header = z.looseObject({
  alg: z.enum(ALGORITHMS),
  // RFC 9068 section 4: an id token is no access token.
  typ: z.string().regex(/^(?:application\/)?at\+jwt$/i),
  /** required by the NL GOV profile */
  kid: z.string().min(1),
})

/** RFC 9068 section 2.2. `scope` is optional, because a token without it has no rights. */
const claims = z
  .looseObject({
    iss: z.string(),
    aud: z.union([z.string().transform((aud) => [aud]), z.array(z.string())]),
    sub: z.string().min(1),
    jti: z.string().min(1),
    /** RFC 6749 appendix A.1 */
    client_id: z.string().regex(/^[\x20-\x7e]{1,200}$/),
    /** the name of `client_id` in the NL GOV profile */
    azp: z.string().optional(),
    iat: z.number(),
    exp: z.number(),
    scope: z.string().default(''),
    /**
     * RFC 7800: a token that is bound to a key or certificate. It is refused, because nothing here verifies
     * that binding.
     */
    cnf: z.undefined().optional(),
  })
  .refine(({ client_id, azp = client_id }) => azp === client_id)
  .refine(({ iat, exp }) => exp - iat <= MAX_LIFETIME_SECONDS)

export type AccessTokenClaims = z.infer<typeof claims>

type Expected = { issuer: string; audience: string; now: Date }

/**
 * Returns the claims of a token that may be valid for this API. Checks everything that needs no key, so that
 * other tokens cost no key lookup. Its signature is not verified yet.
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
