import Negotiator from 'negotiator'

/** But the weight. There is one form of each type, so `charset=utf-8` is as good as nothing. */
const PARAMETERS = /;(?!\s*q\s*=)[^;,]*/gi

const JSON_TYPE = 'application/json'

/**
 * The type that a client likes best (RFC 9110 section 12.5.1), and of equals the one that it names first;
 * `undefined` when it takes none of them. Whoever takes JSON takes each type that is JSON.
 */
export function preferredType(accept: string | null | undefined, types: readonly string[]): string | undefined {
  if (!accept) return types[0]
  const names = new Map(types.map((type) => [type.split(';', 1)[0] as string, type]))
  const json = types.find((type) => type.split(';', 1)[0]?.endsWith('+json'))
  if (json && !names.has(JSON_TYPE)) names.set(JSON_TYPE, json)
  const ranges = accept.replaceAll('"', '').replaceAll(PARAMETERS, '')
  const preferred = new Negotiator({ headers: { accept: ranges } }).mediaType([...names.keys()])
  return preferred && names.get(preferred)
}
