import type { Taal } from './taal.ts'

const LOCALES: Record<Taal, string> = { nl: 'nl-NL', en: 'en-IE' }
const KB = 1000
const MB = 1000 * KB

const format = (locale: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
const FORMATS: Record<Taal, Intl.NumberFormat> = { nl: format(LOCALES.nl), en: format(LOCALES.en) }

/** Formats an amount in whole euros: "€ 1.442". */
export function euros(bedrag: number, taal: Taal = 'nl'): string {
  return FORMATS[taal].format(bedrag)
}

/** Formats the size of a file: "48 kB" or "1,2 MB". */
export function grootte(bytes: number, taal: Taal = 'nl'): string {
  const [unit, size] = bytes < MB ? ['kB', Math.max(1, Math.round(bytes / KB))] : ['MB', bytes / MB]
  return `${new Intl.NumberFormat(LOCALES[taal], { maximumFractionDigits: 1 }).format(Number(size))} ${unit}`
}
