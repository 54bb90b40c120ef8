import { hash } from 'node:crypto'

/**
 * SHA-256 (base64url) over the content of an event. The order of members, white space and the content mode make no
 * difference. An attribute that is null counts as absent (JSON format section 2.3).
 */
export function digestEvent(event: Record<string, unknown>): string {
  const members = Object.entries(event).filter(([name, value]) => name === 'data' || value !== null)
  return hash('sha256', JSON.stringify(sorted(Object.fromEntries(members))), 'base64url')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, sorted(member)] as const)
  return Object.fromEntries(members.sort(([left], [right]) => (left < right ? -1 : 1)))
}
