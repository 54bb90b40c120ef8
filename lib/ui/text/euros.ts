import type { Taal } from './taal.ts'

const format = (locale: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
const FORMATS: Record<Taal, Intl.NumberFormat> = { nl: format('nl-NL'), en: format('en-IE') }

/** An amount in whole euros: "€ 1.442". */
export function euros(bedrag: number, taal: Taal = 'nl'): string {
  return FORMATS[taal].format(bedrag)
}
