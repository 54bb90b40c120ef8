import { hasSystem } from '#lib/platform/env.ts'
import { jsonResponse, methodNotAllowed, problemResponse } from '#lib/platform/problem-json.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { publicJwks } from '#lib/zaaksysteem/signing/signing-keys.ts'

const refuseMethod = methodNotAllowed('GET', 'HEAD')

function handle(request: Request): Response {
  if (!hasSystem('zaaksysteem')) {
    return problemResponse({ status: 404, code: 'not_found', title: 'Not found', detail: 'There is nothing here.' })
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  return jsonResponse(publicJwks(zaaksysteem().env), { headers: { 'Cache-Control': 'public, max-age=300' } })
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
