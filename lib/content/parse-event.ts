import { validate as isUuid } from 'uuid'
import { DATA_SCHEMAS, type EventType, wijzigingOfType } from '#lib/contract/event-types.ts'
import { PROEFBERICHT, VOLLEDIGE_VERSIE } from '#lib/contract/zaak-event.ts'
import { toJsonPointer } from '#lib/platform/http/json-pointer.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { traceIdOf } from '#lib/platform/http/trace-context.ts'
import { MAX_REPORTED } from '#lib/platform/strict-json.ts'
import { digestEvent } from './digest-event.ts'
import { ATTRIBUTE_NAME, extensionAttribute, knownAttributes } from './event-attributes.ts'
import { type Issue, readData } from './event-data.ts'
import type { ReceivedEvent, ZaakChange } from './received-event.ts'

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
