import { bearerToken } from '#lib/platform/http/bearer-token.ts'

const QUERY_PARAMETER = 'access_token'

/**
 * The bearer tokens of a request: in the header or in the query (CloudEvents webhook section 3, RFC 6750 section 2).
 * A request with more than one is invalid, even when they are equal.
 */
export function bearerTokens(request: Request): { tokens: string[]; inQuery: boolean } {
  const ofQuery = new URL(request.url).searchParams.getAll(QUERY_PARAMETER)
  const ofHeader = bearerToken(request.headers)
  const hasHeader = request.headers.has('authorization')
  return { tokens: [...(hasHeader ? [ofHeader ?? ''] : []), ...ofQuery], inQuery: ofQuery.length > 0 }
}
