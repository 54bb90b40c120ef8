import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { perProcess } from '#lib/platform/once.ts'

const NAMES = {
  canvas: 'canvas',
  paper: 'paper',
  ink: 'ink',
  inkSoft: 'ink-soft',
  line: 'line',
  primary: 'primary',
  onPrimary: 'on-primary',
  band: 'band',
  onBand: 'on-band',
} as const

/** The colours of a house style for mails, without `var()`, which mail programs do not support. */
export type Kleuren = Record<keyof typeof NAMES, string>

const known = perProcess('huisstijl.kleuren', () => new Map<string, { licht: Kleuren; donker: Kleuren }>())

/** Returns the colours of the style sheet that the pages link. */
export function readKleuren(huisstijl: string): { licht: Kleuren; donker: Kleuren } {
  const kleuren = known.get(huisstijl) ?? read(huisstijl)
  known.set(huisstijl, kleuren)
  return kleuren
}

/** Both style sheets must have one declaration a line, and the dark ones in a block of their own. */
function read(huisstijl: string) {
  const css = readFileSync(join(process.cwd(), 'public', 'huisstijl', `${huisstijl}.css`), 'utf8')
  const licht = new Map<string, string>()
  const donker = new Map<string, string>()
  let depth = 0
  let isDark = false
  for (const line of css.split('\n').map((text) => text.trim())) {
    if (depth === 0) isDark = line.startsWith('@media (prefers-color-scheme: dark)')
    depth += line.split('{').length - line.split('}').length
    const [name = '', value = ''] = line.split(':')
    if (name.startsWith('--')) (isDark ? donker : licht).set(name, value.replace(';', '').trim())
  }
  return { licht: pick(licht), donker: pick(new Map([...licht, ...donker])) }
}

function pick(tokens: Map<string, string>): Kleuren {
  const entries = Object.entries(NAMES).map(([key, name]) => [key, resolve(tokens, `--zaakbode-${name}`)])
  return Object.fromEntries(entries) as Kleuren
}

function resolve(tokens: Map<string, string>, name: string): string {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`The house style has no ${name}`)
  const reference = /^var\((--[\w-]{1,100})\)$/.exec(value)?.[1]
  return reference ? resolve(tokens, reference) : value
}
