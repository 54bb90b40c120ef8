import { onlyInDemo } from '#lib/platform/http/every-method.ts'
import { jsonResponse, methodNotAllowed, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'

const refuseMethod = methodNotAllowed('GET')

/** The token that the demo shows to who builds something, for the application that the story of the demo makes. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyInDemo(
  apiRoute(async (ctx, request) => {
    const token = ctx.env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY
    if (!token) return notFoundResponse()
    if (request.method !== 'GET') return refuseMethod()
    return jsonResponse({ token })
  }),
)
