/** The variables of a standaardtekst, which stand between braces. */
export const TEKST_VARIABELEN = ['zaaknummer', 'datum', 'team', 'fataleDatum'] as const

/** Fills in a standaardtekst for one zaak. Unknown variables stay as they are. */
export function fillTekst(tekst: string, values: Record<(typeof TEKST_VARIABELEN)[number], string>): string {
  return TEKST_VARIABELEN.reduce((filled, name) => filled.replaceAll(`{${name}}`, values[name]), tekst)
}
