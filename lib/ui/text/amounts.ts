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

const formatOf = (taal: Taal) => new Intl.NumberFormat(taal, { maximumFractionDigits: 1 })
const ONE_DECIMAL: Record<Taal, Intl.NumberFormat> = { nl: formatOf('nl'), en: formatOf('en') }

const UNITS = [
  { name: { nl: 'd', en: 'd' }, ms: 86_400_000 },
  { name: { nl: 'u', en: 'h' }, ms: 3_600_000 },
  { name: { nl: 'min', en: 'min' }, ms: 60_000 },
  { name: { nl: 's', en: 's' }, ms: 1000 },
] as const

/** `38 ms`, `1,4 s`, `12 min`, `3,5 u`: in the largest unit that fits. */
export function formatDuration(ms: number, taal: Taal = 'nl'): string {
  const unit = UNITS.find((unit) => ms >= unit.ms)
  return unit ? `${ONE_DECIMAL[taal].format(ms / unit.ms)} ${unit.name[taal]}` : `${Math.round(ms)} ms`
}
