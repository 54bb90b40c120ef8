import type { z } from 'zod'
import { readBody } from '#lib/platform/request-body.ts'

const TIMEOUT_MS = 5_000
const MAX_ANSWER_BYTES = 8 * 1024 * 1024

/** Where the zaaksysteem's API is (ending in /v1) and the token that opens it. Always from configuration. */
export type ZaaksysteemApi = { base: string; token: string }

export type Answer<T> =
  | { ok: true; value: T; httpStatus: number; location: string | null }
  | { ok: false; reason: 'unreachable' | 'invalid_answer' }
  /** any other status than 2xx; a redirect counts as one, it is not followed */
  | { ok: false; reason: 'refused'; httpStatus: number }

/** One authenticated call. `path` is below the base; no address out of an event or an answer is ever called. */
export async function callZaaksysteem<T>(
  api: ZaaksysteemApi,
  { path, body, schema }: { path: string; body?: unknown; schema: z.ZodType<T> },
): Promise<Answer<T>> {
  let response: Response
  let bytes: Buffer | undefined
  try {
    response = await fetch(`${api.base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/json',
        // Some kilobytes between two servers: packing them costs more than it saves.
        'Accept-Encoding': 'identity',
        Authorization: `Bearer ${api.token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    bytes = await readBody(response, MAX_ANSWER_BYTES)
  } catch {
    return { ok: false, reason: 'unreachable' }
  }
  if (!response.ok) return { ok: false, reason: 'refused', httpStatus: response.status }

  const parsed = schema.safeParse(parseJson(bytes))
  if (!parsed.success) return { ok: false, reason: 'invalid_answer' }
  return { ok: true, value: parsed.data, httpStatus: response.status, location: response.headers.get('location') }
}

function parseJson(bytes: Buffer | undefined): unknown {
  try {
    return bytes && JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
