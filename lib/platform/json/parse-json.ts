/** Returns the value of a JSON text, or `undefined`, which is no JSON value, when it is invalid. */
export function parseJson(text: string | Buffer): unknown {
  try {
    return JSON.parse(text.toString())
  } catch {
    return undefined
  }
}

/** Embeddings, overrides and isolates; the marks of Hebrew and Arabic are allowed, as in `ONE_LINE`. */
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g

/**
 * Returns a JSON value of another system without the characters that reverse the text around them. Refusing
 * the value would lose the rest of it.
 */
export function withoutOverrides<T>(value: T): T {
  const json = JSON.stringify(value)
  const clean = json.replace(OVERRIDES, '')
  return clean === json ? value : JSON.parse(clean)
}
