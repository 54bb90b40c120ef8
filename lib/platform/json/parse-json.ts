/** Returns the value of a JSON text, or `undefined`, which is no JSON value, when it is invalid. */
export function parseJson(text: string | Buffer): unknown {
  try {
    return JSON.parse(text.toString())
  } catch {
    return undefined
  }
}
