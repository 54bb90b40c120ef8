import type { Rejection } from '../receiver/rejection.ts'

export type Reden = Rejection['reason']

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
