import { closest, distance } from 'fastest-levenshtein'

/** The fraction of a name that may differ from the intended one. */
const TOLERANCE = 0.4

/** Returns a suggestion to append to the message that a name is unknown; empty when no name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const forms = new Map(known.flatMap((one) => formsOf(one).map((form) => [form, one])))
  const given = name.toLowerCase()
  const form = closest(given, [...forms.keys()])
  const isNear = distance(given, form) <= Math.max(given.length, form.length) * TOLERANCE
  return isNear ? ` Did you mean ${forms.get(form)}?` : ''
}

/** Returns the name in lower case, and the part after its last dot. */
function formsOf(name: string): string[] {
  const whole = name.toLowerCase()
  return [whole, whole.slice(whole.lastIndexOf('.') + 1)]
}
