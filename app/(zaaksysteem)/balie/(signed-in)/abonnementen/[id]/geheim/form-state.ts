/** The secret is in the answer to the form, and nowhere else: no page or address can show it again. */
export type GeheimFormState =
  | { kind: 'initial' }
  | { kind: 'created'; geheim: string; overlapHours: number }
  | { kind: 'not_needed' }

export const INITIAL: GeheimFormState = { kind: 'initial' }
