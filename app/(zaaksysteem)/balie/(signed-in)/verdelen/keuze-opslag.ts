/** The ticked values of a list by zaak, stored per browser tab. */
export type Keuze = Map<string, string>

const KEY = 'balie-keuze-'

const keyOf = (lijst: string) => `${KEY}${lijst}`

/** Returns the zaak's id in the value of a checkbox. */
export const zaakOf = (value: string): string => value.split('/', 1)[0] ?? ''

export function readKeuze(lijst: string): Keuze {
  const stored = sessionStorage.getItem(keyOf(lijst))
  return new Map(stored ? stored.split('\n').map((value) => [zaakOf(value), value]) : [])
}

export function storeKeuze(lijst: string, keuze: Keuze) {
  if (keuze.size === 0) sessionStorage.removeItem(keyOf(lijst))
  else sessionStorage.setItem(keyOf(lijst), [...keuze.values()].join('\n'))
}

/** Removes the choices of all lists. */
export function forgetKeuzes() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(KEY)) sessionStorage.removeItem(key)
}
