/** What was ticked in a list, by zaak: the value of its checkbox. Kept by this tab of the browser. */
export type Keuze = Map<string, string>

const KEY = 'balie-keuze-'

const keyOf = (lijst: string) => `${KEY}${lijst}`

/** The part of a checkbox' value that says which zaak. */
export const zaakOf = (value: string): string => value.split('/', 1)[0] ?? ''

export function readKeuze(lijst: string): Keuze {
  const stored = sessionStorage.getItem(keyOf(lijst))
  return new Map(stored ? stored.split('\n').map((value) => [zaakOf(value), value]) : [])
}

export function storeKeuze(lijst: string, keuze: Keuze) {
  if (keuze.size === 0) sessionStorage.removeItem(keyOf(lijst))
  else sessionStorage.setItem(keyOf(lijst), [...keuze.values()].join('\n'))
}

/** Of every list. */
export function forgetKeuzes() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(KEY)) sessionStorage.removeItem(key)
}
