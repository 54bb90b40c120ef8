import { API_HEADERS } from '#lib/platform/http/problem-json.ts'

/** The methods of each resource of the subscriptions API. */
export const ALLOW = {
  abonnementen: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  abonnement: ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'],
  actie: ['POST', 'OPTIONS'],
  toestemming: ['GET', 'POST', 'OPTIONS'],
} as const

/** 200 with `Allow`, as the CloudEvents subscriptions specification section 3.3 requires; needs no token. */
export function optionsResponse(allow: readonly string[]): Response {
  return new Response(null, { headers: { ...API_HEADERS, Allow: allow.join(', ') } })
}
