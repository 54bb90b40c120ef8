import { NLGOV_ADR_HEADER, STANDARD_WEBHOOKS_HEADERS } from '#lib/contract/signature-headers.ts'

/** Signatures over the content. They are not stored, so that a reader of the log cannot replay a request. */
const SIGNATURES: readonly string[] = ['signature', STANDARD_WEBHOOKS_HEADERS.signature]

/**
 * Returns request headers as stored: a JWS without its signature, and nothing of any other token or
 * signature.
 */
export function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const [header, claims, signature] = headers.Authorization?.split('.') ?? []
  const kept: Record<string, string> = { ...headers, Authorization: signature ? `${header}.${claims}.…` : '…' }
  const detached = headers[NLGOV_ADR_HEADER]
  if (detached !== undefined) kept[NLGOV_ADR_HEADER] = `${detached.split('..')[0]}..…`
  for (const name of SIGNATURES) if (kept[name] !== undefined) kept[name] = '…'
  return kept
}
