import { hash } from 'node:crypto'
import type { EventData } from './event-data.ts'

const IMPLIED_DATACONTENTTYPE = 'application/json'
/** Keeps the digits beyond milliseconds, so that two moments never become one. */
const FRACTION = /\.\d{1,3}(\d*)/
/** Longer than anybody needs; bounds the work on a fraction. */
const MAX_TIME_LENGTH = 64

/**
 * Returns the SHA-256 (base64url) of the content of a valid event, equal for events that are equal by the
 * CloudEvents types. Content mode, order of members, white space and Booleans or Integers written as text
 * make no difference. An attribute that is null counts as absent (JSON format section 2.3). Without
 * datacontenttype the JSON format implies JSON (CloudEvents section 3.1.1), except for bytes. Skips
 * `dataschema`, because its address changes when a sender moves.
 */
export function digestEvent({ dataschema: _, ...attributes }: Record<string, unknown>, data: EventData): string {
  const implied = data.data_base64 === undefined && { datacontenttype: IMPLIED_DATACONTENTTYPE }
  const present = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined)
  const texts = present.map(([name, value]) => [name, name === 'time' ? instant(String(value)) : String(value)])
  return hash('sha256', JSON.stringify(sorted({ ...implied, ...Object.fromEntries(texts), ...data })), 'base64url')
}

/** Converts a Timestamp to UTC with at least milliseconds. Keeps a leap second, because `Date` has none. */
function instant(time: string): string {
  const date = new Date(time.toUpperCase())
  if (time.length > MAX_TIME_LENGTH || Number.isNaN(date.getTime())) return time
  const beyondMs = FRACTION.exec(time)?.[1]?.replace(/0+$/, '') ?? ''
  return date.toISOString().replace('Z', `${beyondMs}Z`)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, sorted(member)] as const)
  return Object.fromEntries(members.sort(([left], [right]) => (left < right ? -1 : 1)))
}
