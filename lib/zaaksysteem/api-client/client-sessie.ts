import { decode, encode } from 'next-auth/jwt'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { type Rate, type Spent, spend } from '#lib/platform/http/rate.ts'
import { useUitlogtoken } from '#lib/platform/sign-in/provider-session.ts'
import { type ApiClient, type AuthenticationContext, authenticateClient } from '../api/api-client.ts'
import { apiActor } from '../audit/api-actor.ts'
import { recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Counted from the sign-in; use does not extend it. */
export const CLIENT_SESSIE_SECONDS = 60 * 60
/** A browser keeps 4096 bytes of a cookie, and a sealed token takes a third more than the token. */
export const MAX_TOKEN_LENGTH = 2_500

/** The limit per address: some mistyped attempts, then one in six seconds. */
const SIGN_INS: Rate = { perMinute: 10, burstMs: MINUTE_MS }

/** Separates these cookies from others that are sealed with the same secret. */
const SALT = 'zaakbode-ontwikkelaars'

/** An API client whose people view its own pages, with the token that they signed in with. */
export type SignedInClient = ApiClient & { token: string }

type SignedIn =
  /** `cookie`: the sealed token, unreadable without the key */
  | { ok: true; cookie: string }
  | { ok: false; reason: 'token_invalid' | 'issuer_unavailable' }
  | { ok: false; reason: 'too_many_requests'; retryAfterSeconds: number }

/**
 * Signs people of an API client in with its token. They get the rights of the token. An invalid token leaves
 * no auditregel, because anybody can try.
 *
 * @param party the key by which attempts are counted
 */
export async function signInClient(
  ctx: ZaaksysteemContext,
  { token, party, headers }: { token: string; party: string; headers: Headers },
): Promise<SignedIn> {
  const spent = ctx.once('client-sign-ins', (): Spent => new Map())
  const counted = spend(spent, { key: party, rate: SIGN_INS, now: ctx.clock() })
  if (!counted.ok) return { ok: false, reason: 'too_many_requests', retryAfterSeconds: counted.retryAfterSeconds }
  const caller = await findCaller(ctx, token)
  if (!caller.ok) return { ok: false, reason: caller.response.status === 503 ? 'issuer_unavailable' : 'token_invalid' }
  const actor = apiActor(caller.client, { headers })
  await recordedTransaction(ctx, (_, record) => record({ actor, handeling: 'inloggen' }))
  return { ok: true, cookie: await encode({ ...sealOf(ctx), token: { token }, maxAge: CLIENT_SESSIE_SECONDS }) }
}

/** Ends a sessie, also for a copy of its cookie. Audited only when the token is still valid. */
export async function signOutClient(
  ctx: ZaaksysteemContext,
  { cookie, headers }: { cookie: string | undefined; headers: Headers },
): Promise<void> {
  const sessie = await unseal(ctx, cookie)
  if (!sessie) return
  const caller = await findCaller(ctx, sessie.token)
  const now = ctx.clock()
  // No present cookie lasts longer. One minute more, because the library accepts one shortly after its end.
  const expiresAt = new Date(now.getTime() + CLIENT_SESSIE_SECONDS * SECOND_MS + MINUTE_MS)
  await recordedTransaction(ctx, async (tx, record) => {
    const isNew = await useUitlogtoken(tx, { logout: { tokenHash: sessie.tokenHash, expiresAt }, now })
    if (isNew && caller.ok) await record({ actor: apiActor(caller.client, { headers }), handeling: 'uitloggen' })
  })
}

const IS_SIGNED_OUT = 'select 1 from uitlogtoken where hash = $1'

/**
 * Returns the client of a sealed cookie with the present rights of its token. The token is checked each time,
 * as in a request to the API, so that a sessie ends when its token does.
 */
export async function findClientOfCookie(
  ctx: AuthenticationContext,
  cookie: string | undefined,
): Promise<SignedInClient | undefined> {
  const sessie = await unseal(ctx, cookie)
  if (!sessie) return undefined
  const caller = await findCaller(ctx, sessie.token)
  if (!caller.ok || (await ctx.pool.query(IS_SIGNED_OUT, [sessie.tokenHash])).rowCount) return undefined
  const { client, scopes, zaaktypen, types } = caller
  return { client, scopes, zaaktypen, types, token: sessie.token }
}

const sealOf = ({ env }: Pick<ZaaksysteemContext, 'env'>) => ({ secret: env.ZAAKSYSTEEM_AUTH_SECRET, salt: SALT })

/** Returns the token in a sealed cookie, and the hash by which an ended sessie is remembered. */
async function unseal(ctx: AuthenticationContext, cookie: string | undefined) {
  const sealed = await decode({ ...sealOf(ctx), token: cookie }).catch(() => null)
  if (typeof sealed?.token !== 'string') return undefined
  return { token: sealed.token, tokenHash: hashToken(`${SALT} ${sealed.jti}`) }
}

/** Text that no header can hold is no token. */
async function findCaller(ctx: AuthenticationContext, token: string) {
  const isVisible = /^[\x21-\x7e]+$/.test(token) && token.length <= MAX_TOKEN_LENGTH
  return authenticateClient(ctx, new Headers(isVisible ? { authorization: `Bearer ${token}` } : {}))
}
