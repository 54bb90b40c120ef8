import { closest, distance } from 'fastest-levenshtein'

/** Of a name, which part may be other than it was meant. */
const TOLERANCE = 0.4

/** To be put after what says that a name is unknown: which one may have been meant. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const forms = new Map(known.flatMap((one) => formsOf(one).map((form) => [form, one])))
  const given = name.toLowerCase()
  const form = closest(given, [...forms.keys()])
  const isNear = distance(given, form) <= Math.max(given.length, form.length) * TOLERANCE
  return isNear ? ` Did you mean ${forms.get(form)}?` : ''
}

/** As it may be written: in capitals or not, and of a name with dots the last part alone. */
function formsOf(name: string): string[] {
  const whole = name.toLowerCase()
  return [whole, whole.slice(whole.lastIndexOf('.') + 1)]
}
