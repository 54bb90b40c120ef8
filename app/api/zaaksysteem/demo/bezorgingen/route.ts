import { jsonResponse, methodNotAllowed, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { findDemoBezorgingen } from '#lib/zaaksysteem/balie/bezorgingen/find-demo-bezorgingen.ts'

const refuseMethod = methodNotAllowed('GET')

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(async (ctx, request) => {
  if (!ctx.env.DEMO) return notFoundResponse()
  if (request.method !== 'GET') return refuseMethod()
  return jsonResponse({ bezorgingen: await findDemoBezorgingen(ctx) })
})
