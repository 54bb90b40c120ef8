import { z } from 'zod'
import { MINUTE_MS, SECOND_MS } from '../durations.ts'
import { parseJson } from '../json/parse-json.ts'

/** The credentials that an authorization server exchanges for a token (RFC 6749 section 4.4). */
export type ClientCredentials = { clientid: string; clientsecret: string; scope?: string | undefined }

/** A request to a token endpoint, which answers in JSON. */
type TokenRequest = { headers: Record<string, string>; body: string }

/**
 * An access token and its lifetime in seconds, or why there is none. `refused`: the server refuses this
 * client; `unavailable`: it did not answer, or has a fault; `invalid`: its response is no token.
 */
export type TokenAnswer =
  | { ok: true; token: string; expiresInSeconds: number }
  | { ok: false; reason: 'refused' | 'unavailable' | 'invalid'; detail: string }

/**
 * `token68` of a Bearer header (RFC 6750 section 2.1): no space and no line end, which would start another
 * header.
 */
const TOKEN = /^[\w.~+/-]+=*$/

const answer = z.object({
  access_token: z.string().regex(TOKEN),
  token_type: z.string().regex(/^bearer$/i),
  // Some servers send it as a string.
  expires_in: z.coerce.number().positive().optional(),
})

/** `error` of RFC 6749 section 5.2. Everything else in the response is foreign text. */
const refusal = z.object({
  error: z.enum([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
  ]),
})

/** The assumed lifetime of a token without `expires_in`. */
const UNSAID_SECONDS = 300
const TOO_MANY_REQUESTS = 429

/** Returns the request for a token, with HTTP Basic, which every server supports (RFC 6749 section 2.3.1). */
export function tokenRequest({ clientid, clientsecret, scope }: ClientCredentials): TokenRequest {
  const basic = Buffer.from(`${formEncode(clientid)}:${formEncode(clientsecret)}`).toString('base64')
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) })
  const headers = {
    Authorization: `Basic ${basic}`,
    Accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  }
  return { headers, body: body.toString() }
}

function formEncode(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice('='.length)
}

/** Reads the response of a token endpoint. Passes on nothing of its text except the codes of RFC 6749. */
export function readTokenAnswer({ httpStatus, body }: { httpStatus: number; body: string }): TokenAnswer {
  const json = parseJson(body)
  if (httpStatus === TOO_MANY_REQUESTS || httpStatus >= 500) {
    return { ok: false, reason: 'unavailable', detail: `http_${httpStatus}` }
  }
  if (httpStatus >= 400) {
    const refused = refusal.safeParse(json)
    return { ok: false, reason: 'refused', detail: refused.success ? refused.data.error : `http_${httpStatus}` }
  }
  if (httpStatus < 200 || httpStatus >= 300) return { ok: false, reason: 'invalid', detail: 'redirect' }
  if (json === undefined) return { ok: false, reason: 'invalid', detail: 'not_json' }
  const read = answer.safeParse(json)
  if (!read.success) return { ok: false, reason: 'invalid', detail: 'no_bearer_token' }
  const { access_token: token, expires_in: expiresInSeconds = UNSAID_SECONDS } = read.data
  return { ok: true, token, expiresInSeconds }
}

/**
 * A token is renewed in the background this long before it expires: a minute, or the last fifth of a shorter
 * life.
 */
const RENEW_BEFORE_MS = MINUTE_MS
const RENEW_PART = 5
/**
 * A refused token is dropped only once it is this old: this limits requests to a server that refuses every
 * token.
 */
const MIN_AGE_MS = MINUTE_MS

type Held = { answer: Extract<TokenAnswer, { ok: true }>; fromMs: number; renewMs: number; endMs: number }

export type TokenSource = {
  /** Returns a valid token; concurrent calls share one request. */
  token(): Promise<TokenAnswer>
  /** Drops a token that its resource server refused. @returns true when the next token will be another */
  drop(token: string): boolean
}

/**
 * Caches the token of one client, by its lifetime on a monotonic clock instead of one that may be set.
 *
 * @param options.fetchToken requests a token; rejects for a fault of ours
 * @param options.nowMs a monotonic clock
 */
export function createTokenSource({
  fetchToken,
  nowMs = () => performance.now(),
}: {
  fetchToken: () => Promise<TokenAnswer>
  nowMs?: () => number
}): TokenSource {
  let held: Held | undefined
  let asking: Promise<TokenAnswer> | undefined

  async function renew(): Promise<TokenAnswer> {
    const fromMs = nowMs()
    const answer = await fetchToken()
    if (answer.ok) {
      const lifeMs = answer.expiresInSeconds * SECOND_MS
      const endMs = fromMs + lifeMs
      held = { answer, fromMs, renewMs: endMs - Math.min(RENEW_BEFORE_MS, lifeMs / RENEW_PART), endMs }
    }
    return answer
  }

  return {
    async token() {
      const now = nowMs()
      if (held && now < held.renewMs) return held.answer
      asking ??= renew().finally(() => {
        asking = undefined
      })
      if (!held || now >= held.endMs) return asking
      // While the present token is valid, an unavailable server delays no call.
      asking.catch(() => {})
      return held.answer
    },
    drop(token) {
      if (held?.answer.token !== token) return true
      if (nowMs() - held.fromMs < MIN_AGE_MS) return false
      held = undefined
      return true
    },
  }
}
