import { jsonResponse, notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { findDemoOntvangsten } from '#lib/publieksportaal/inbox/find-demo-ontvangsten.ts'
import { portalRoute } from '../../portal-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(['GET', 'HEAD'], async (ctx) =>
  ctx.env.DEMO ? jsonResponse({ ontvangsten: await findDemoOntvangsten(ctx) }) : notFoundResponse(),
)
