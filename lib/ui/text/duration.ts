const getal = new Intl.NumberFormat('nl', { maximumFractionDigits: 1 })

const UNITS = [
  { naam: 'd', ms: 86_400_000 },
  { naam: 'u', ms: 3_600_000 },
  { naam: 'min', ms: 60_000 },
  { naam: 's', ms: 1000 },
] as const

/** `38 ms`, `1,4 s`, `12 min`, `3,5 u`: in the largest unit that fits. */
export function formatDuration(ms: number): string {
  const unit = UNITS.find((unit) => ms >= unit.ms)
  return unit ? `${getal.format(ms / unit.ms)} ${unit.naam}` : `${Math.round(ms)} ms`
}
