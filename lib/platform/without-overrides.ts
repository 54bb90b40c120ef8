/** Embeddings, overrides and isolates: as `ONE_LINE` of the contract, which allows the marks of Hebrew and Arabic too. */
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g

/**
 * The same JSON value without the characters that turn the text beside them around, for values of other systems: refusing
 * one would lose the rest of it.
 */
export function withoutOverrides<T>(value: T): T {
  const json = JSON.stringify(value)
  const clean = json.replace(OVERRIDES, '')
  return clean === json ? value : JSON.parse(clean)
}
