import type { Dispatcher } from 'undici'
import { SECOND_MS } from '#lib/platform/durations.ts'
import {
  type ClientCredentials,
  createTokenSource,
  readTokenAnswer,
  type TokenAnswer,
  type TokenSource,
  tokenRequest,
} from '#lib/platform/issuer/client-credentials.ts'
import type { ClientCertificate } from './client-certificate.ts'
import { createEgressAgent } from './egress-agent.ts'
import type { ErrorKind } from './error-kind.ts'
import {
  MAX_READ_BYTES,
  NO_ANSWER,
  requestSink,
  type SinkAnswer,
  type SinkRequest,
  TOTAL_TIMEOUT_MS,
} from './request-sink.ts'
import type { SinkPolicy } from './sink-guard.ts'
import { USER_AGENT } from './user-agent.ts'

/** What a sink asks before it lets us in, as its owner gave it. */
export type Toegangsgegevens = {
  clientcertificate?: ClientCertificate | undefined
  oauth2?: (ClientCredentials & { tokenendpoint: string }) | undefined
  headers?: Record<string, string> | undefined
}

/** The same, ready for use: with connections of its own where a certificate is shown, and the token that is valid now. */
export type Toegang = {
  agent: Dispatcher | undefined
  tokens: TokenSource | undefined
  headers: Record<string, string>
  /** the headers that it adds, as they may be stored */
  shownHeaders: Record<string, string>
}

/** A part of the time for the whole. */
const TOKEN_TIMEOUT_MS = 5 * SECOND_MS
const HIDDEN = '…'
/** Shorter texts are no secrets, and hiding them would make an answer unreadable. */
const MIN_SECRET_LENGTH = 8

export function createToegang(
  { clientcertificate, oauth2, headers = {} }: Toegangsgegevens,
  policy: SinkPolicy,
): Toegang {
  const agent = clientcertificate && createEgressAgent(policy, { clientCertificate: clientcertificate })
  const names = [...Object.keys(headers), ...(oauth2 ? ['Authorization'] : [])]
  return {
    agent,
    tokens: oauth2 && createTokenSource({ fetchToken: () => fetchToken(oauth2, { policy, agent }) }),
    headers,
    shownHeaders: Object.fromEntries(names.map((name) => [name, HIDDEN])),
  }
}

/** The token endpoint is an address that somebody gave us, as a sink is: it is judged, bounded and not followed as one. */
async function fetchToken(
  { tokenendpoint, ...credentials }: ClientCredentials & { tokenendpoint: string },
  { policy, agent }: { policy: SinkPolicy; agent: Dispatcher | undefined },
): Promise<TokenAnswer> {
  const { headers, body } = tokenRequest(credentials)
  const answer = await requestSink({
    method: 'POST',
    sink: tokenendpoint,
    headers: { 'User-Agent': USER_AGENT, ...headers },
    body,
    policy,
    agent,
    timeoutMs: TOKEN_TIMEOUT_MS,
    keptBytes: MAX_READ_BYTES,
  })
  const { httpStatus, foutsoort, foutdetail, afgekapt } = answer
  if (httpStatus === null) return { ok: false, reason: 'unavailable', detail: foutdetail ?? foutsoort ?? 'timeout' }
  if (afgekapt && httpStatus < 300) return { ok: false, reason: 'invalid', detail: 'incomplete' }
  return readTokenAnswer({ httpStatus, body: answer.body ?? '' })
}

const TOKEN_ERRORS = {
  refused: 'token_refused',
  unavailable: 'token_unavailable',
  invalid: 'token_invalid',
} as const satisfies Record<string, ErrorKind>

const UNAUTHORIZED = 401

/**
 * One request to a sink that asks for something: with our certificate, its own headers and a token in `Authorization`,
 * in whose place a JWT may have been. When the sink does not take a token that it may have taken before, it is asked once
 * more with a new one. What the answer repeats of our secrets is left out of it.
 *
 * @throws only for a fault of ours, as `requestSink`
 */
export async function requestWithToegang(request: SinkRequest, toegang: Toegang | undefined): Promise<SinkAnswer> {
  if (!toegang) return requestSink(request)
  const { timeoutMs = TOTAL_TIMEOUT_MS } = request
  const { agent, tokens, headers } = toegang
  const startMs = performance.now()
  for (let isLast = false; ; isLast = true) {
    const token = await tokens?.token()
    if (token && !token.ok) return { ...NO_ANSWER, foutsoort: TOKEN_ERRORS[token.reason], foutdetail: token.detail }
    const bearer = token?.token
    const answer = await requestSink({
      ...request,
      headers: { ...request.headers, ...headers, ...(bearer && { Authorization: `Bearer ${bearer}` }) },
      agent,
      timeoutMs: Math.max(timeoutMs - (performance.now() - startMs), 0),
    })
    const isStale = answer.httpStatus === UNAUTHORIZED && bearer !== undefined && tokens?.drop(bearer)
    const leftMs = timeoutMs - (performance.now() - startMs)
    if (!isStale || isLast || leftMs < TOKEN_TIMEOUT_MS) {
      return withoutSecrets(answer, [...Object.values(headers), ...(bearer ? [bearer] : [])])
    }
  }
}

function withoutSecrets(answer: SinkAnswer, secrets: readonly string[]): SinkAnswer {
  const long = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH)
  const hide = (text: string) => long.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text)
  const headers = Object.entries(answer.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(hide) : value && hide(value),
  ])
  return { ...answer, headers: Object.fromEntries(headers), body: answer.body && hide(answer.body) }
}
