import { z } from 'zod'
import type { Contentmodus } from '#lib/contract/abonnement-resource.ts'
import { decodeCeHeader } from '#lib/contract/ce-header.ts'
import { DATA_SCHEMAS } from '#lib/contract/event-types.ts'
import { type Bericht, parseJson } from './bericht.ts'
import { failed, passed, type Stap } from './stap.ts'

const MEDIA_TYPES: Record<Contentmodus, string> = {
  structured: 'application/cloudevents+json',
  batch: 'application/cloudevents-batch+json',
  binary: 'application/json',
}

/** What we put in one request at most. */
const MAX_EVENTS = 100

/** What every event has (CloudEvents 1.0 section 3.1); receivers leave room for attributes that they do not know. */
const envelope = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  data: z.unknown().optional(),
})

/** The content mode by the Content-Type, as a receiver tells it; `undefined` when it is none of the three. */
function contentmodusOf({ headers }: Pick<Bericht, 'headers'>): Contentmodus | undefined {
  const [type = ''] = (headers.get('content-type') ?? '').split(';')
  const found = Object.entries(MEDIA_TYPES).find(([, mediaType]) => mediaType === type.trim().toLowerCase())
  if (found?.[0] === 'binary' && !headers.has('ce-specversion')) return undefined
  return found?.[0] as Contentmodus | undefined
}

/** Mode and content of the message. What the event says counts only once its proof holds, but a tester wants both. */
export function checkEvent(bericht: Bericht): Stap[] {
  const modus = contentmodusOf(bericht)
  if (!modus) {
    const verwacht = Object.values(MEDIA_TYPES).join(', ')
    return [failed('contentmodus', { verwacht, gevonden: bericht.headers.get('content-type') ?? '–' })]
  }
  const events = readEvents(bericht, modus)
  return [passed('contentmodus', modus), checkForm(events, bericht)]
}

function checkForm(events: unknown[], { body }: Pick<Bericht, 'body'>): Stap {
  if (body.trim() === '') return failed('event', { reden: 'lege_body' })
  if (events.length === 0) return failed('event', { verwacht: 'JSON' })
  const problems = [...new Set(events.flatMap(problemsOf))].join(', ')
  return problems ? failed('event', { gevonden: problems }) : passed('event', typesOf(events))
}

/** The id that a token is made for: that of the one event; a batch has none. */
export function eventIdOf(bericht: Bericht): string | undefined {
  const modus = contentmodusOf(bericht)
  if (!modus || modus === 'batch') return undefined
  const { data } = envelope.safeParse(readEvents(bericht, modus)[0])
  return data?.id
}

function readEvents({ headers, body }: Pick<Bericht, 'headers' | 'body'>, modus: Contentmodus): unknown[] {
  const value = parseJson(body)
  if (value === undefined) return []
  if (modus === 'batch') return Array.isArray(value) && value.length <= MAX_EVENTS ? value : []
  if (modus === 'structured') return [value]
  const attributes = [...headers].filter(([name]) => name.startsWith('ce-'))
  return [{ ...Object.fromEntries(attributes.map(([name, raw]) => [name.slice(3), decodeCeHeader(raw)])), data: value }]
}

/** The names of what is missing or wrong, and never a value. */
function problemsOf(event: unknown): string[] {
  const parsed = envelope.safeParse(event)
  if (!parsed.success) return parsed.error.issues.map(({ path }) => path.join('.') || 'JSON')
  const { type, data } = parsed.data
  const schema = type in DATA_SCHEMAS ? DATA_SCHEMAS[type as keyof typeof DATA_SCHEMAS] : undefined
  const issues = schema?.safeParse(data).error?.issues ?? []
  return issues.map(({ path }) => ['data', ...path].join('.'))
}

function typesOf(events: unknown[]): string {
  return [...new Set(events.map((event) => envelope.parse(event).type))].join(', ')
}
