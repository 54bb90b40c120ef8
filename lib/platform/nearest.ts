import { closest, distance } from 'fastest-levenshtein'

/** Of a name, which part may be other than it was meant. */
const TOLERANCE = 0.4

/** To be put after what says that a name is unknown: which one may have been meant. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const found = closest(name, known)
  return distance(name, found) <= Math.max(name.length, found.length) * TOLERANCE ? ` Did you mean ${found}?` : ''
}
