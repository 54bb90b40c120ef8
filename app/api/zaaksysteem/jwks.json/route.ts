import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { publishedJwks } from '#lib/zaaksysteem/signing/published-jwks.ts'

const refuseMethod = methodNotAllowed('GET', 'HEAD')

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(async (ctx, request) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  // Not to be stored on the way: a copy would go on vouching for a key that was withdrawn because it leaked.
  return jsonResponse(await publishedJwks(ctx))
})
