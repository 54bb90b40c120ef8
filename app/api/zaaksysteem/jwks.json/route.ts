import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { publishedJwks } from '#lib/zaaksysteem/signing/published-jwks.ts'

const refuseMethod = methodNotAllowed('GET', 'HEAD')

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(async (ctx, request) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  return jsonResponse(await publishedJwks(ctx), { headers: { 'Cache-Control': 'public, max-age=300' } })
})
