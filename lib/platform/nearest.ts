import { closest, distance } from 'fastest-levenshtein'

/** The part of a name that may differ from the intended one. */
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

/** The forms of a name: in lower case, and for a name with dots also its last part. */
function formsOf(name: string): string[] {
  const whole = name.toLowerCase()
  return [whole, whole.slice(whole.lastIndexOf('.') + 1)]
}
