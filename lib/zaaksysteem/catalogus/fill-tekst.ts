/** What a standaardtekst may hold, between braces. */
export const TEKST_VARIABELEN = ['zaaknummer', 'datum', 'team', 'fataleDatum'] as const

/** A standaardtekst for one zaak. A variable that is none of ours stays as it is. */
export function fillTekst(tekst: string, values: Record<(typeof TEKST_VARIABELEN)[number], string>): string {
  return TEKST_VARIABELEN.reduce((filled, name) => filled.replaceAll(`{${name}}`, values[name]), tekst)
}
