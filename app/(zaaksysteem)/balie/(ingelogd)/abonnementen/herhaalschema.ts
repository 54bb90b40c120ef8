const SECONDS = { s: 1, min: 60, u: 3600, d: 86_400 } as const

const UNITS: Record<string, keyof typeof SECONDS> = { s: 's', sec: 's', m: 'min', min: 'min', u: 'u', h: 'u', d: 'd' }

/** Waits as people write them, `5 s, 5 min, 2 u`, in seconds; or the part that is none. */
export function parseHerhaalschema(text: string): { ok: true; seconden: number[] } | { ok: false; deel: string } {
  const seconden: number[] = []
  for (const deel of text.split(/[,;\n]/).flatMap((part) => part.trim() || [])) {
    const [, getal, eenheid = ''] = /^(\d{1,6})\s*([a-z]+)$/i.exec(deel) ?? []
    const unit = UNITS[eenheid.toLowerCase()]
    if (!getal || !unit) return { ok: false, deel }
    seconden.push(Number(getal) * SECONDS[unit])
  }
  return { ok: true, seconden }
}

/** `5 min` for 300: in the largest unit that leaves no rest. */
export function formatWait(seconden: number): string {
  const [unit, size] = Object.entries(SECONDS).findLast(([, size]) => seconden % size === 0) ?? ['s', 1]
  return `${seconden / size} ${unit}`
}

export function formatHerhaalschema(seconden: readonly number[]): string {
  return seconden.map(formatWait).join(', ')
}
