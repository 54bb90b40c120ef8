import { onlyInDemo } from '#lib/platform/http/every-method.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { findDemoOntvangsten } from '#lib/publieksportaal/inbox/find-demo-ontvangsten.ts'
import { portalRoute } from '../../portal-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyInDemo(
  portalRoute(['GET', 'HEAD'], async (ctx) => jsonResponse({ ontvangsten: await findDemoOntvangsten(ctx) })),
)
