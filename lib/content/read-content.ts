import { MIMEType } from 'node:util'
import { ATTRIBUTE_NAME, isJsonMediaType } from '#lib/content/event-attributes.ts'
import type { Contentmodus } from '#lib/contract/abonnement-resource.ts'
import { decodeCeHeader } from '#lib/contract/ce-header.ts'
import { MAX_EVENT_BYTES } from '#lib/contract/zaak-event.ts'
import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'
import { parseStrictJson } from '#lib/platform/strict-json.ts'

/** Names in lower case. */
export type MessageHeaders = Pick<Headers, 'get' | 'keys'>

const ATTRIBUTE_HEADER_PREFIX = 'ce-'

const CONTENTMODUS: Readonly<Record<string, Contentmodus>> = {
  'application/cloudevents+json': 'structured',
  'application/cloudevents-batch+json': 'batch',
}

/**
 * Returns the content mode of a request (CloudEvents HTTP binding section 3). A CloudEvents media type
 * decides; any other media type with `ce-` headers is binary. `undefined` for a request that is no
 * CloudEvent, is compressed, or has a format or charset that the portal does not read.
 */
export function contentModeOf(headers: MessageHeaders): Contentmodus | undefined {
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') return undefined
  const type = parseMediaType(headers.get('content-type'))
  if (!type || (type.params.get('charset') ?? 'utf-8').toLowerCase() !== 'utf-8') return undefined
  if (type.essence.startsWith('application/cloudevents')) return CONTENTMODUS[type.essence]
  return attributeHeaders(headers).length > 0 ? 'binary' : undefined
}

/** Returns the attributes in binary mode. Names are in lower case and keep their prefix. */
function attributeHeaders(headers: MessageHeaders): [name: string, value: string][] {
  const names = [...headers.keys()].filter((name) => name.startsWith(ATTRIBUTE_HEADER_PREFIX))
  return names.map((name) => [name, headers.get(name) ?? ''])
}

function parseMediaType(value: string | null): MIMEType | undefined {
  try {
    return new MIMEType(value ?? '')
  } catch {
    return undefined
  }
}

const MAX_BATCH_EVENTS = 1_000
/** The body and Content-Type give these; a `ce-` header with such a name could contradict them. */
const NOT_A_HEADER = ['datacontenttype', 'data', 'database64']
/** `Headers` joins a repeated header with a comma and a space. A single value percent-encodes its spaces. */
const JOINED = /^[^"]*,\s/

/** The events of a request, as far as its body could be read. */
type Content = {
  /** values that should be events, not checked yet; undefined when the body holds none */
  events: unknown[] | undefined
  problems: ProblemDetail[]
}

/** A message whose body is not read yet. */
export type Message = { contentmodus: Contentmodus; headers: MessageHeaders; body: Buffer }

export function readContent({ contentmodus, headers, body }: Message): Content {
  if (contentmodus === 'binary') return readBinaryEvent({ headers, body })

  const options = contentmodus === 'batch' ? { attributesAt: 2, maxElementBytes: MAX_EVENT_BYTES } : { attributesAt: 1 }
  const { value, problems } = parseStrictJson(body, options)
  if (value === undefined) return { events: undefined, problems }
  if (contentmodus === 'structured') return { events: [value], problems }
  if (!Array.isArray(value)) return refused('not_a_batch', 'The body must be one JSON array.')
  if (value.length > MAX_BATCH_EVENTS) {
    return refused('too_many_events', `A batch holds at most ${MAX_BATCH_EVENTS} events.`)
  }
  return { events: value, problems }
}

function refused(code: string, detail: string): Content {
  return { events: undefined, problems: [{ code, detail }] }
}

/**
 * Reads an event in binary mode (CloudEvents HTTP binding section 3.1) into the members of the JSON format.
 */
function readBinaryEvent({ headers, body }: Omit<Message, 'contentmodus'>): Content {
  const problems: ProblemDetail[] = []
  const datacontenttype = headers.get('content-type') ?? ''
  const event: Record<string, unknown> = { datacontenttype }
  for (const [header, raw] of attributeHeaders(headers)) {
    const name = header.slice(ATTRIBUTE_HEADER_PREFIX.length)
    const value = JOINED.test(raw) ? undefined : decodeCeHeader(raw)
    if (!ATTRIBUTE_NAME.test(name) || NOT_A_HEADER.includes(name)) {
      problems.push({ code: 'invalid_header', detail: `The header ${header} is no attribute.` })
    } else if (value === undefined) {
      problems.push({ code: 'invalid_header', detail: `The header ${header} does not hold one percent-encoded value.` })
    } else {
      event[name] = value
    }
  }
  if (body.length === 0) problems.push({ code: 'empty_body', detail: 'The body is empty.' })
  else if (!isJsonMediaType(datacontenttype)) event.data_base64 = body.toString('base64')
  else {
    const data = parseStrictJson(body)
    problems.push(...data.problems)
    if (data.value !== undefined) event.data = data.value
  }
  return { events: [event], problems }
}
