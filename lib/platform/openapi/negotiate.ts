import { problemResponse } from '../http/problem-json.ts'
import { entityTag, findKnownTag, preferredType } from '../negotiation/negotiation.ts'
import { KeptBody, KeptResponse } from '../web-server/send-response.ts'
import type { Operation } from './operation.ts'
import { typesOf } from './response.ts'
import { transitionHeaders } from './transition.ts'

/**
 * Answers in the media type that the client prefers (RFC 9110 section 12.5.1), or with 406. A read gets an
 * entity tag, or 304 when the client already has that content (section 13.1.2).
 *
 * @param handle gets the media type
 */
export async function negotiate(
  { answers, transition }: Pick<Operation, 'answers' | 'transition'>,
  request: Request,
  handle: (type: string) => Promise<Response>,
): Promise<Response> {
  const types = typesOf(answers)
  const type = preferredType(request.headers.get('Accept'), types)
  if (types.length > 0 && !type) return varied(notAcceptable(types), types)
  const answer = varied(await handle(type ?? ''), types)
  for (const [name, value] of Object.entries(transition ? transitionHeaders(transition) : {})) {
    answer.headers.append(name, value)
  }
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return isRead && answer.status === 200 && !isStream(answer) ? withTag(request, answer) : answer
}

function notAcceptable(types: readonly string[]): Response {
  const detail = `Accept ${types.join(' or ')}.`
  return problemResponse({ status: 406, code: 'not_acceptable', detail })
}

function varied(answer: Response, types: readonly string[]): Response {
  if (types.length > 1) answer.headers.append('Vary', 'Accept')
  return answer
}

/** True for server-sent events and for bytes with a Content-Length. */
const isStream = ({ headers }: Response) =>
  headers.get('Content-Type')?.startsWith('text/event-stream') || headers.has('Content-Length')

async function withTag(request: Request, answer: Response | KeptResponse): Promise<Response> {
  const kept = 'kept' in answer ? answer.kept : new KeptBody(Buffer.from(await answer.arrayBuffer()))
  const headers = new Headers(answer.headers)
  const tag = headers.get('ETag') ?? entityTag(kept.bytes)
  const known = findKnownTag(request.headers.get('If-None-Match'), tag)
  headers.set('ETag', known ?? tag)
  if (known === undefined) return new KeptResponse(kept, headers)
  headers.delete('Content-Type')
  return new Response(null, { status: 304, headers })
}
