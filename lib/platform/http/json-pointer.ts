/** Where in a JSON document something is (RFC 6901 sections 3 and 5), from the names and indexes that lead there. */
export function toJsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
