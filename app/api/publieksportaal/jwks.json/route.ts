import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { publishedJwks } from '#lib/publieksportaal/bewijs/handtekening/bewijssleutels.ts'
import { portalRoute } from '../portal-route.ts'

/** The keys with which anybody verifies a bewijs. No cache keeps them: a copy would go on vouching for a key that leaked. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(['GET'], async (ctx) =>
  jsonResponse(await publishedJwks(ctx)),
)
