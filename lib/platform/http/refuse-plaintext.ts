import type { Logger } from '../logger.ts'
import { isSecure } from './is-secure.ts'
import { problemResponse } from './problem-json.ts'

/** Up to here a path names an API; what follows may be a key. */
const API_PATH_SEGMENTS = 4

/**
 * The 403 of a request that came in plaintext, or `undefined` when it may go on. Comes before a token or a byte of the
 * body is looked at, and never redirects: a client that is redirected sends its token in plaintext each time.
 */
export function refusePlaintext(
  request: Pick<Request, 'headers' | 'method' | 'url'>,
  { demo, log }: { demo: boolean; log: Logger },
): Response | undefined {
  if (demo || isSecure(request.headers)) return undefined
  const path = new URL(request.url).pathname.split('/', API_PATH_SEGMENTS).join('/')
  log.warn({ method: request.method, path }, 'Plaintext refused; a token that came along has to count as leaked')
  return problemResponse({
    status: 403,
    code: 'https_required',
    title: 'HTTPS required',
    detail: 'Use https. A token that you sent just now can have been read on the way: have it replaced.',
  })
}
