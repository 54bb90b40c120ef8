/** Returns a JSON Pointer (RFC 6901 sections 3 and 5) from a path of member names and array indexes. */
export function toJsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
