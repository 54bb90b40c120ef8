const oneDecimal = new Intl.NumberFormat('nl', { maximumFractionDigits: 1 })

const UNITS = [
  { name: 'd', ms: 86_400_000 },
  { name: 'u', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1000 },
] as const

/** `38 ms`, `1,4 s`, `12 min`, `3,5 u`: in the largest unit that fits. */
export function formatDuration(ms: number): string {
  const unit = UNITS.find((unit) => ms >= unit.ms)
  return unit ? `${oneDecimal.format(ms / unit.ms)} ${unit.name}` : `${Math.round(ms)} ms`
}
