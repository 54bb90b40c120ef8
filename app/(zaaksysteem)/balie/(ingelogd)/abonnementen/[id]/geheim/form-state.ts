/** The secret travels in the answer to the form, and nowhere else. */
export type GeheimFormState =
  | { kind: 'initial' }
  | { kind: 'created'; geheim: string; overlapHours: number }
  | { kind: 'not_needed' }

export const INITIAL: GeheimFormState = { kind: 'initial' }
