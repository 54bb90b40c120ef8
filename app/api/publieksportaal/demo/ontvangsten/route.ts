import { hasSystem } from '#lib/platform/env.ts'
import { jsonResponse, methodNotAllowed, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findDemoOntvangsten } from '#lib/publieksportaal/inbox/find-demo-ontvangsten.ts'

const refuseMethod = methodNotAllowed('GET', 'HEAD')

async function handle(request: Request): Promise<Response> {
  if (!hasSystem('publieksportaal') || !publieksportaal().env.DEMO) return notFoundResponse()
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  return jsonResponse({ ontvangsten: await findDemoOntvangsten(publieksportaal()) })
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
