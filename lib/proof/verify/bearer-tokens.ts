import { bearerToken } from '#lib/platform/http/bearer-token.ts'

const QUERY_PARAMETER = 'access_token'

/**
 * Returns the bearer tokens of a request: in the header or in the query (CloudEvents webhook section 3, RFC
 * 6750 section 2). A request with more than one is invalid, even when they are equal.
 */
export function bearerTokens(
  headers: Pick<Headers, 'get'>,
  query: URLSearchParams,
): { tokens: string[]; inQuery: boolean } {
  const ofQuery = query.getAll(QUERY_PARAMETER)
  const ofHeader = headers.get('authorization') === null ? [] : [bearerToken(headers) ?? '']
  return { tokens: [...ofHeader, ...ofQuery], inQuery: ofQuery.length > 0 }
}
