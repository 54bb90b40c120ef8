import { hash } from 'node:crypto'
import { validate as isUuid } from 'uuid'
import { ATTRIBUTE_NAME, extensionAttribute, isJsonMediaType, knownAttributes } from '#lib/content/event-attributes.ts'
import type { ReceivedEvent, ZaakChange } from '#lib/content/received-event.ts'
import { DATA_SCHEMAS, type EventType, wijzigingOfType } from '#lib/contract/event-types.ts'
import { PROEFBERICHT, VOLLEDIGE_VERSIE } from '#lib/contract/zaak-event.ts'
import { decodeBase64 } from '#lib/platform/crypto/base64.ts'
import { toJsonPointer } from '#lib/platform/http/json-pointer.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { traceIdOf } from '#lib/platform/http/trace-context.ts'
import { MAX_REPORTED, parseStrictJson } from '#lib/platform/strict-json.ts'

/** The data of an event: JSON as a value in `data`, anything else as bytes in `data_base64`. */
type EventData = { data?: unknown; data_base64?: string }

type Issue = { path: PropertyKey[]; message: string }

/**
 * Reads the data from the member that holds them (JSON format section 3.1). Bytes with a JSON datacontenttype
 * are parsed as strictly as a body. Without a datacontenttype `data` is JSON, and bytes stay bytes.
 */
function readData({ data, data_base64: base64, datacontenttype }: Record<string, unknown>): {
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
function digestEvent({ dataschema: _, ...attributes }: Record<string, unknown>, data: EventData): string {
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

/**
 * Checks a CloudEvent in JSON member by member (CloudEvents 1.0 and its JSON format). Does not use the
 * CloudEvents SDK, which invents a missing or wrong id or time. An unknown type is valid and changes nothing
 * (section 1.2: receivers ignore it).
 */
export function parseEvent(
  value: unknown,
): { ok: true; event: ReceivedEvent } | { ok: false; problems: ProblemDetail[] } {
  if (!isObject(value)) {
    return { ok: false, problems: [{ code: 'not_an_event', detail: 'An event must be one JSON object.' }] }
  }
  const { data: _data, data_base64: _base64, ...attributes } = value
  const known = knownAttributes.safeParse(attributes)
  const data = readData(value)
  const change = parseChange({ ...attributes, ...data.value })
  const problems = [
    ...toProblems('invalid_attribute', known.error?.issues ?? []),
    ...findExtensionProblems(attributes),
    ...toProblems('invalid_data', data.issues),
    ...change.problems,
  ]
  if (!known.success || problems.length > 0) return { ok: false, problems }

  const { id, source, type, subject = null, sequence } = known.data
  return {
    ok: true,
    event: {
      id,
      source,
      type,
      subject,
      sequence: sequence ? Number(sequence) : null,
      change: change.value,
      inhoudSha256: digestEvent(attributes, data.value),
      traceId: traceIdOf(value.traceparent),
      ...(String(known.data[PROEFBERICHT]) === 'true' && { isProefbericht: true }),
    },
  }
}

function findExtensionProblems(attributes: Record<string, unknown>): ProblemDetail[] {
  const problems: ProblemDetail[] = []
  for (const [name, value] of Object.entries(attributes)) {
    if (problems.length >= MAX_REPORTED) break
    if (!Object.hasOwn(knownAttributes.shape, name)) problems.push(...extensionProblems(name, value))
  }
  return problems
}

function extensionProblems(name: string, value: unknown): ProblemDetail[] {
  if (!ATTRIBUTE_NAME.test(name)) {
    return toProblems('invalid_attribute_name', [{ path: [name], message: 'Must be 1 to 20 of a-z and 0-9.' }])
  }
  const issues = extensionAttribute.safeParse(value).error?.issues ?? []
  return toProblems(
    'invalid_attribute',
    issues.map(({ message }) => ({ path: [name], message })),
  )
}

function parseChange(event: Record<string, unknown>): { value: ZaakChange | null; problems: ProblemDetail[] } {
  const { type } = event
  if (typeof type !== 'string' || !Object.hasOwn(DATA_SCHEMAS, type)) return { value: null, problems: [] }

  const data = DATA_SCHEMAS[type as EventType].safeParse(event.data)
  const issues: Issue[] = (data.error?.issues ?? []).map(({ path, message }) => ({ path: ['data', ...path], message }))
  const problems = toProblems('invalid_data', issues)
  if (data.success && data.data.zaakId !== event.subject) {
    const message = 'Must be there, and the same as zaakId of data.'
    problems.push(...toProblems('invalid_attribute', [{ path: ['subject'], message }]))
  }
  if (typeof event.id === 'string' && !isUuid(event.id)) {
    problems.push(...toProblems('invalid_attribute', [{ path: ['id'], message: 'Must be a UUID for this type.' }]))
  }
  if (!data.success) return { value: null, problems }

  const { zaakId, timestamp } = data.data
  const oudeStatus = 'oudeStatus' in data.data ? data.data.oudeStatus : null
  const nieuweStatus = 'nieuweStatus' in data.data ? data.data.nieuweStatus : null
  const volledigeVersie = Number(event[VOLLEDIGE_VERSIE] ?? 0) || null
  const wijziging = wijzigingOfType(type as EventType)
  const soort = wijziging === 'verwijdering' ? null : wijziging
  return {
    value: { zaakId, soort, oudeStatus, nieuweStatus, volledigeVersie, tijdstip: new Date(timestamp) },
    problems,
  }
}

function toProblems(code: string, issues: readonly Issue[]): ProblemDetail[] {
  return issues.map(({ path, message }) => ({ code, detail: message, pointer: toJsonPointer(path) }))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
