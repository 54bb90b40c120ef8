import Negotiator from 'negotiator'

/** All parameters except the weight: each type has one form, so `charset=utf-8` makes no difference. */
const PARAMETERS = /;(?!\s*q\s*=)[^;,]*/gi

const JSON_TYPE = 'application/json'

/**
 * Returns the type that the client prefers (RFC 9110 section 12.5.1), or `undefined` when it accepts none of
 * them. A client that accepts `application/json` also accepts a type that ends in `+json`.
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
