import { onlyInDemo } from '#lib/platform/http/every-method.ts'
import { jsonResponse, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { findDemoBezorgingen } from '#lib/zaaksysteem/bezorging/overzicht/find-demo-bezorgingen.ts'

const refuseMethod = methodNotAllowed('GET')

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyInDemo(
  apiRoute(async (ctx, request) =>
    request.method === 'GET' ? jsonResponse({ bezorgingen: await findDemoBezorgingen(ctx) }) : refuseMethod(),
  ),
)
