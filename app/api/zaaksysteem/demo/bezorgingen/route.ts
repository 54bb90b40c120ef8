import { hasSystem } from '#lib/platform/env.ts'
import { jsonResponse, methodNotAllowed, problemResponse } from '#lib/platform/problem-json.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { findDemoBezorgingen } from '#lib/zaaksysteem/delivery/find-demo-bezorgingen.ts'

const refuseMethod = methodNotAllowed('GET')

async function handle(request: Request): Promise<Response> {
  if (!hasSystem('zaaksysteem') || !zaaksysteem().env.DEMO) {
    return problemResponse({ status: 404, code: 'not_found', title: 'Not found', detail: 'There is nothing here.' })
  }
  if (request.method !== 'GET') return refuseMethod()
  return jsonResponse({ bezorgingen: await findDemoBezorgingen(zaaksysteem()) })
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
