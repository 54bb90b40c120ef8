/** The secret travels in the answer to the form, and nowhere else. */
export type GeheimUitslag =
  | { soort: 'begin' }
  | { soort: 'gemaakt'; geheim: string; overlapHours: number }
  | { soort: 'niet_nodig' }

export const BEGIN: GeheimUitslag = { soort: 'begin' }
