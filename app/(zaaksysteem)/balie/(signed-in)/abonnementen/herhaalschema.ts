const SECONDS = { s: 1, min: 60, u: 3600, d: 86_400 } as const

const UNITS: Record<string, keyof typeof SECONDS> = { s: 's', sec: 's', m: 'min', min: 'min', u: 'u', h: 'u', d: 'd' }

/** Parses waits such as `5 s, 5 min, 2 u`; `part` is the first invalid one. */
export function parseHerhaalschema(text: string): { ok: true; seconds: number[] } | { ok: false; part: string } {
  const seconds: number[] = []
  for (const part of text.split(/[,;\n]/).flatMap((piece) => piece.trim() || [])) {
    const [, count, unitName = ''] = /^(\d{1,6})\s*([a-z]+)$/i.exec(part) ?? []
    const unit = UNITS[unitName.toLowerCase()]
    if (!count || !unit) return { ok: false, part }
    seconds.push(Number(count) * SECONDS[unit])
  }
  return { ok: true, seconds }
}

/** Formats 300 as `5 min`, with the largest unit that divides it. */
export function formatWait(seconds: number): string {
  const [unit, size] = Object.entries(SECONDS).findLast(([, size]) => seconds % size === 0) ?? ['s', 1]
  return `${seconds / size} ${unit}`
}

export function formatHerhaalschema(seconds: readonly number[]): string {
  return seconds.map(formatWait).join(', ')
}
