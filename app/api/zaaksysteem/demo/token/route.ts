import { onlyInDemo } from '#lib/platform/http/every-method.ts'
import { jsonResponse, methodNotAllowed, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'

const refuseMethod = methodNotAllowed('GET')

/** Returns the public demo token, which the guided story uses to file its application. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyInDemo(
  apiRoute(async (ctx, request) => {
    const token = ctx.env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY
    if (!token) return notFoundResponse()
    if (request.method !== 'GET') return refuseMethod()
    return jsonResponse({ token })
  }),
)
