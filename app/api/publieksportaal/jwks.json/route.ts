import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { publishedJwks } from '#lib/publieksportaal/bewijs/handtekening/bewijssleutels.ts'
import { portalRoute } from '../portal-route.ts'

/**
 * The public keys to verify a bewijs. Uncached, because a cached copy would keep vouching for a leaked key.
 */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(['GET'], async (ctx) =>
  jsonResponse(await publishedJwks(ctx)),
)
