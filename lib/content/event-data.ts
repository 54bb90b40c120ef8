import { decodeBase64 } from '#lib/platform/crypto/base64.ts'
import { parseStrictJson } from '#lib/platform/strict-json.ts'
import { isJsonMediaType } from './event-attributes.ts'

/** The data of an event: JSON as a value in `data`, anything else as bytes in `data_base64`. */
export type EventData = { data?: unknown; data_base64?: string }

export type Issue = { path: PropertyKey[]; message: string }

/**
 * Reads the data from the member that holds them (JSON format section 3.1). Bytes with a JSON datacontenttype
 * are parsed as strictly as a body. Without a datacontenttype `data` is JSON, and bytes stay bytes.
 */
export function readData({ data, data_base64: base64, datacontenttype }: Record<string, unknown>): {
  value: EventData
  issues: Issue[]
} {
  const isJson = typeof datacontenttype === 'string' ? isJsonMediaType(datacontenttype) : undefined
  if (base64 === undefined || base64 === null) {
    if (data === undefined) return { value: {}, issues: [] }
    if (isJson !== false || data === null) return { value: { data }, issues: [] }
    if (typeof data === 'string') return { value: { data_base64: Buffer.from(data).toString('base64') }, issues: [] }
    return invalid('data', 'Must be a string, because datacontenttype is not JSON.')
  }
  if (data !== undefined) return invalid('data_base64', 'May not occur together with data.')
  const bytes = typeof base64 === 'string' ? decodeBase64(base64) : undefined
  if (typeof base64 !== 'string' || !bytes) return invalid('data_base64', 'Must be base64 (RFC 4648 section 4).')
  if (!isJson) return { value: { data_base64: base64 }, issues: [] }

  const json = parseStrictJson(bytes)
  if (json.problems.length > 0) return invalid('data_base64', 'Must hold strict JSON, because datacontenttype is JSON.')
  return { value: { data: json.value }, issues: [] }
}

function invalid(member: string, message: string): { value: EventData; issues: Issue[] } {
  return { value: {}, issues: [{ path: [member], message }] }
}
