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
  USER_AGENT,
} from './request-sink.ts'
import type { SinkPolicy } from './sink-guard.ts'

/** The credentials that a sink demands, as its owner gave them. */
export type Toegangsgegevens = {
  clientcertificate?: ClientCertificate | undefined
  oauth2?: (ClientCredentials & { tokenendpoint: string }) | undefined
  headers?: Record<string, string> | undefined
}

/** Toegangsgegevens ready for use: with a pool of its own for a client certificate, and the current token. */
export type Toegang = {
  agent: Dispatcher | undefined
  tokens: TokenSource | undefined
  headers: Record<string, string>
  /** its headers, as they may be stored */
  shownHeaders: Record<string, string>
}

/** A part of TOTAL_TIMEOUT_MS. */
const TOKEN_TIMEOUT_MS = 5 * SECOND_MS
const HIDDEN = '…'
/** Shorter texts are no secrets, and hiding them would make a response unreadable. */
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

/**
 * Fetches a token from the token endpoint, under the same policy and limits as a sink, because its address is
 * given by a client.
 */
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
 * Sends one request with our client certificate, the extra headers, and the token in `Authorization`, where
 * it replaces our JWT. A 401 for a cached token is retried once with a new one. Our secrets are removed from
 * the response.
 *
 * @throws only for a fault of ours, like `requestSink`
 */
export async function requestWithToegang(request: SinkRequest, toegang: Toegang | undefined): Promise<SinkAnswer> {
  const given = accessTokenOf(request)
  if (!toegang) return withoutSecrets(await requestSink(request), given)
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
      return withoutSecrets(answer, [...given, ...Object.values(headers), ...(bearer ? [bearer] : [])])
    }
  }
}

/** Returns a static token. A token that is signed for each message is useless two minutes later. */
function accessTokenOf({ headers: { Authorization = '' } }: SinkRequest): string[] {
  const token = Authorization.replace(/^Bearer /, '')
  return token.split('.').length === 3 ? [] : [token]
}

function withoutSecrets(answer: SinkAnswer, secrets: readonly string[]): SinkAnswer {
  const long = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH)
  if (long.length === 0) return answer
  // Alternatives without repetition keep this linear: each character is compared with each of them once.
  const forms = [...new Set(long.flatMap(formsOf))].toSorted((one, other) => other.length - one.length)
  const secret = new RegExp(forms.map(escaped).join('|'), 'gi')
  const hide = (text: string) => text.replaceAll(secret, HIDDEN)
  const headers = Object.entries(answer.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(hide) : value && hide(value),
  ])
  return { ...answer, headers: Object.fromEntries(headers), body: answer.body && hide(answer.body) }
}

/** Escapes the text for a regular expression. */
const escaped = (text: string) =>
  text.replaceAll(/[^a-z\d]/gi, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Returns the forms in which a response may repeat a secret. */
function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  const plain = [secret, encodeURIComponent(secret), json, json.replaceAll('/', '\\/')]
  return [...plain, Buffer.from(secret).toString('hex'), ...[0, 1, 2].flatMap((before) => inBase64(secret, before))]
}

/**
 * Returns the base64 characters that depend on the secret alone, when `before` bytes of a group of three
 * precede it.
 */
function inBase64(secret: string, before: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  const [first, end] = [Math.ceil((before * 8) / 6), Math.floor((bytes.byteLength * 8) / 6)]
  return (['base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding).slice(first, end))
}
