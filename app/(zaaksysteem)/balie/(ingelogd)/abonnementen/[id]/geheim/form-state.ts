/** The secret travels in the answer to the form, and nowhere else. */
export type GeheimFormState =
  | { soort: 'begin' }
  | { soort: 'gemaakt'; geheim: string; overlapHours: number }
  | { soort: 'niet_nodig' }

export const INITIAL: GeheimFormState = { soort: 'begin' }
