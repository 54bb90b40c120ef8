import type { Taal } from './taal.ts'

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
