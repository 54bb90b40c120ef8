import { z } from 'zod'
import { readBody } from '#lib/platform/http/read-body.ts'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { streamedBody } from '#lib/platform/objects/streamed-body.ts'
import type { PublieksportaalContext } from '../context.ts'

const TIMEOUT_MS = 5_000
const MAX_ANSWER_BYTES = 8 * 1024 * 1024

/** The base of the zaaksysteem's API (ending in /v1) and the token for it. Always from configuration. */
export type ZaaksysteemApi = { base: string; token: string }

export function configuredApi({ env }: Pick<PublieksportaalContext, 'env'>): ZaaksysteemApi {
  return { base: env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_API, token: env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN }
}

/** `refused`: any status but 2xx, including an unfollowed redirect. `code`: of the problem answer. */
export type Failure =
  | { ok: false; reason: 'unreachable' | 'timeout' | 'invalid_answer' }
  | { ok: false; reason: 'refused'; httpStatus: number; code: string | undefined }

/** Returns a sentence for the user of a command. */
export function explainFailure(failure: Failure): string {
  switch (failure.reason) {
    case 'unreachable':
      return 'The zaaksysteem does not answer. Is the address right, and is it running?'
    case 'timeout':
      return 'The zaaksysteem did not answer in time. Try it again.'
    case 'invalid_answer':
      return 'The zaaksysteem gave an answer that does not follow the contract. Is this the base of its API (…/v1)?'
    case 'refused':
      if (failure.httpStatus === 401) return 'The zaaksysteem does not know this token (401).'
      return `The zaaksysteem refused the request (${failure.httpStatus}).`
  }
}

export type Answer<T> = { ok: true; value: T; httpStatus: number; location: string | null } | Failure

/** The body of a request: a value sent as JSON, or a stream of `grootte` bytes. */
type Content = { body?: unknown } | { bytes: AsyncIterable<Uint8Array>; grootte: number }

/** Makes one authenticated call for JSON. `path` is below the base: no address from an answer is called. */
export async function callZaaksysteem<T>(
  api: ZaaksysteemApi,
  { schema, ...call }: Content & { path: string; schema: z.ZodType<T>; timeoutMs?: number },
): Promise<Answer<T>> {
  const answer = await requestZaaksysteem(api, { ...call, accept: 'application/json' })
  if (!answer.ok) return answer

  const { bytes, httpStatus, headers } = answer
  const value = readByContract(schema, parseJson(bytes))
  if (value === undefined) return { ok: false, reason: 'invalid_answer' }
  return { ok: true, value, httpStatus, location: headers.get('location') }
}

type DocumentCall = { method: string; zaakId: string; documentId: string; headers: Record<string, string> }

/**
 * Requests the bytes of a document, which the caller streams on, or only its headers with HEAD.
 *
 * @param call.headers range and precondition headers of the visitor's request
 */
export async function openDocument(
  api: ZaaksysteemApi,
  { method, zaakId, documentId, headers }: DocumentCall,
): Promise<Response | undefined> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), TIMEOUT_MS)
  try {
    return await fetch(`${api.base}/zaken/${zaakId}/documenten/${documentId}`, {
      method,
      headers: { ...headers, 'Accept-Encoding': 'identity', Authorization: `Bearer ${api.token}` },
      redirect: 'manual',
      signal: late.signal,
    })
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/** `undefined` at the first fault: `safeParse` lists all of them, which took 10 s for a megabyte of `{}`. */
export function readByContract<T>(schema: z.ZodType<T>, answer: unknown): T | undefined {
  return schema.validate(answer) ? schema.parse(answer) : undefined
}

/** Makes one authenticated call, for a caller that needs the raw bytes or the headers of the answer. */
export async function requestZaaksysteem(
  api: ZaaksysteemApi,
  call: Content & { path: string; accept: string; timeoutMs?: number },
): Promise<{ ok: true; bytes: Buffer; httpStatus: number; headers: Headers } | Failure> {
  const { path, accept, timeoutMs = TIMEOUT_MS } = call
  const content = contentOf(call)
  let response: Response
  let bytes: Buffer | undefined
  try {
    response = await fetch(`${api.base}${path}`, {
      method: content ? 'POST' : 'GET',
      headers: {
        Accept: accept,
        // Compressing some kilobytes between two servers costs more than it saves.
        'Accept-Encoding': 'identity',
        Authorization: `Bearer ${api.token}`,
        ...content?.headers,
      },
      redirect: 'manual',
      ...content?.init,
      signal: AbortSignal.timeout(timeoutMs),
    })
    bytes = await readBody(response, MAX_ANSWER_BYTES)
  } catch (error) {
    return { ok: false, reason: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' }
  }
  const { status: httpStatus, headers } = response
  if (!response.ok)
    return { ok: false, reason: 'refused', httpStatus, code: problem.safeParse(bytes && parseJson(bytes)).data?.code }
  return bytes ? { ok: true, bytes, httpStatus, headers } : { ok: false, reason: 'invalid_answer' }
}

const problem = z.object({ code: z.string() })

function contentOf(content: Content): { headers: Record<string, string>; init: RequestInit } | undefined {
  if ('bytes' in content) {
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(content.grootte) }
    return { headers, init: streamedBody(content.bytes) }
  }
  if (content.body === undefined) return undefined
  return { headers: { 'Content-Type': 'application/json' }, init: { body: JSON.stringify(content.body) } }
}
