import type { Problems } from '../http/problem-json.ts'
import type { Codes } from './operation.ts'

/** The codes of the tables from which a handler refuses, by status. */
export function codesOf(...tables: readonly Problems[]): Codes {
  const codes: Record<number, string[]> = {}
  for (const [code, { status }] of tables.flatMap(Object.entries<Problems[string]>)) {
    codes[status] = [...(codes[status] ?? []), code]
  }
  return codes
}
