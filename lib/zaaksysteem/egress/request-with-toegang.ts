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

/** A token that stays the same; one that is signed for each message is of no use two minutes later. */
function accessTokenOf({ headers: { Authorization = '' } }: SinkRequest): string[] {
  const token = Authorization.replace(/^Bearer /, '')
  return token.split('.').length === 3 ? [] : [token]
}

function withoutSecrets(answer: SinkAnswer, secrets: readonly string[]): SinkAnswer {
  const long = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH)
  if (long.length === 0) return answer
  // Alternatives without repetition: each character of an answer is compared with each of them once.
  const forms = [...new Set(long.flatMap(formsOf))].toSorted((one, other) => other.length - one.length)
  const secret = new RegExp(forms.map(escaped).join('|'), 'gi')
  const hide = (text: string) => text.replaceAll(secret, HIDDEN)
  const headers = Object.entries(answer.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(hide) : value && hide(value),
  ])
  return { ...answer, headers: Object.fromEntries(headers), body: answer.body && hide(answer.body) }
}

/** Matches the text itself in an expression. */
const escaped = (text: string) =>
  text.replaceAll(/[^a-z\d]/gi, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** How a secret may be written in an answer, in either case. */
function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  const plain = [secret, encodeURIComponent(secret), json, json.replaceAll('/', '\\/')]
  return [...plain, Buffer.from(secret).toString('hex'), ...[0, 1, 2].flatMap((before) => inBase64(secret, before))]
}

/** The characters of base64 that the secret alone makes, when it begins at a place in a group of three bytes. */
function inBase64(secret: string, before: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  const [first, end] = [Math.ceil((before * 8) / 6), Math.floor((bytes.byteLength * 8) / 6)]
  return (['base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding).slice(first, end))
}
