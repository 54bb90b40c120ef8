import { z } from 'zod'
import { providerOf } from './oidc-provider.ts'
import { providerHash, providerSession } from './provider-session.ts'
import type { ProviderLogout, SignInConfig } from './sign-in-config.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** Without one, or as any JWT, older providers send it; what is typed as something else is something else. */
const TYPES = [undefined, 'jwt', 'logout+jwt', 'application/logout+jwt']
/** Between the clocks of the provider and this host. */
const CLOCK_DIFFERENCE_SECONDS = 30

const name = z.string().min(1).max(255)

/** OpenID Connect Back-Channel Logout 1.0 section 2.4. A nonce would make an id token of it. */
const logoutClaims = z
  .object({
    iss: z.string(),
    aud: z.union([z.string(), z.array(z.string())]),
    iat: z.number(),
    exp: z.number(),
    jti: name,
    events: z.object({ [EVENT]: z.looseObject({}) }),
    sub: name.optional(),
    sid: name.optional(),
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined)

/** What a logout token of the provider says, when all of it is as section 2.6 asks. Whether it was used before is not. */
export async function readLogoutToken<Account, Person>(
  config: SignInConfig<Account, Person>,
  token: string,
): Promise<ProviderLogout | undefined> {
  const provider = providerOf(config)
  const document = await provider?.discover()
  const verified = await provider?.verify('logout_token', token)
  if (!document || !verified || !TYPES.includes(verified.header.typ?.toLowerCase())) return undefined

  const { success, data: claims } = logoutClaims.safeParse(verified.claims)
  if (!success || claims.iss !== document.issuer) return undefined
  if (![claims.aud].flat().includes(String(config.oidc.clientId))) return undefined
  const nowSeconds = config.clock().getTime() / 1000
  if (claims.iat > nowSeconds + CLOCK_DIFFERENCE_SECONDS) return undefined
  if (claims.exp <= nowSeconds - CLOCK_DIFFERENCE_SECONDS) return undefined

  const { subjectHash, sidHash } = providerSession(config, claims)
  return {
    subjectHash: claims.sub === undefined ? null : subjectHash,
    sidHash,
    tokenHash: providerHash(config, ['jti', claims.jti]),
    expiresAt: new Date((claims.exp + CLOCK_DIFFERENCE_SECONDS) * 1000),
  }
}
