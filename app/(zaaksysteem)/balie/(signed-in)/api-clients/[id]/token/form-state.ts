/** The token is in the answer to the form, and nowhere else: no page or address can show it again. */
export type TokenFormState =
  | { kind: 'initial' }
  | { kind: 'created'; token: string; overlapHours: number }
  | { kind: 'too_many_tokens' }

export const INITIAL: TokenFormState = { kind: 'initial' }
