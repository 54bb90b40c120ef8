import type { Logger } from '../logger.ts'
import { problemResponse } from './problem-json.ts'

/** `settleForwarded` sets it on every request of the web process and overwrites what a client sent. */
export const PROTOCOL_HEADER = 'x-forwarded-proto'

/** The logged segments of a path: these name the API, and a later one may be a secret. */
const API_PATH_SEGMENTS = 4

/**
 * Returns the 403 for a plaintext request, or `undefined` for a request over TLS. Call it before reading the
 * token or the body. It never redirects: a client that follows a redirect would send its token in plaintext
 * first, every time.
 */
export function refusePlaintext(
  request: Pick<Request, 'headers' | 'method' | 'url'>,
  { demo, log }: { demo: boolean; log: Pick<Logger, 'warn'> },
): Response | undefined {
  if (demo || request.headers.get(PROTOCOL_HEADER) === 'https') return undefined
  const path = new URL(request.url).pathname.split('/', API_PATH_SEGMENTS).join('/')
  log.warn({ method: request.method, path }, 'Plaintext refused; a token that came along has to count as leaked')
  return problemResponse({
    status: 403,
    code: 'https_required',
    detail: 'Use https. A token that was sent over http may have been intercepted: have it replaced.',
  })
}
