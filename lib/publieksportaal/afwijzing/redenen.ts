/** Why a delivery was refused: the stable code of the answer. */
export type Reden =
  | 'body_too_large'
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

/** The sender was known by then; before it, there is only what a delivery says of itself. */
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

/** What does not prove who sent it. */
export const VERIFICATIE_REDENEN = ['invalid_token', 'invalid_signature'] as const satisfies Reden[]
