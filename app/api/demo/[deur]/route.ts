import { platformEnv } from '#lib/platform/env.ts'
import { onlyInDemo } from '#lib/platform/http/every-method.ts'
import { jsonResponse, methodNotAllowed, notFoundResponse, problemResponse } from '#lib/platform/http/problem-json.ts'
import { readBody } from '#lib/platform/http/read-body.ts'
import { MAX_REQUEST_BYTES } from '#lib/platform/http/read-json-request.ts'

const refuseMethod = methodNotAllowed('GET', 'PUT')

/** Proxies to the process that started the demo, which controls the other processes. */
async function pass(request: Request, { params }: { params: Promise<{ deur: string }> }): Promise<Response> {
  const { method } = request
  if (method !== 'GET' && method !== 'PUT') return refuseMethod()
  const body = method === 'PUT' ? (await readBody(request, MAX_REQUEST_BYTES))?.toString() : undefined
  const { deur } = await params
  const answer = await fetch(`${platformEnv().REGIE_DEMO_ONLY}/${encodeURIComponent(deur)}`, { method, body })
  if (answer.status === 404) return notFoundResponse()
  if (answer.status === 400)
    return problemResponse({ status: 400, code: 'request_invalid', detail: 'The demo cannot do what this asks.' })
  if (!answer.ok) return problemResponse({ status: 503, code: 'demo_unavailable', detail: 'See the log of the demo.' })
  return jsonResponse(await answer.json())
}

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyInDemo({ GET: pass })
