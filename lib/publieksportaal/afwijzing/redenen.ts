/** The reason for refusing a bezorging: the stable code of the response. */
export type Reden =
  | 'body_too_large'
  | 'body_incomplete'
  | 'unsupported_media_type'
  | 'more_than_one_token'
  | 'invalid_token'
  | 'invalid_signature'
  | 'source_retired'
  | 'origin_not_allowed'
  | 'source_not_allowed'
  | 'too_many_requests'
  | 'invalid_event'
  | 'different_content'
  | 'keys_unavailable'
  | 'unavailable'

/** Refused after the sender was proven. With any other reason the source is only a claim. */
const PROVEN: ReadonlySet<Reden> = new Set<Reden>([
  'origin_not_allowed',
  'source_not_allowed',
  'too_many_requests',
  'invalid_event',
  'different_content',
])

export function isProven(reden: Reden): boolean {
  return PROVEN.has(reden)
}

/** Refused because the bezorging did not prove its sender. */
export const UNPROVEN_REDENEN = ['invalid_token', 'invalid_signature'] as const satisfies Reden[]
