import { type ContentStep, claimedIdentity, examineContent } from '#lib/content/examine-content.ts'
import { contentModeOf, type Message, type MessageHeaders, readContent } from '#lib/content/read-content.ts'
import type { Bericht } from './bericht.ts'
import { failed, passed, type Stap, type StapNaam } from './stap.ts'

const CONTENT_TYPES = 'application/cloudevents+json, application/cloudevents-batch+json, ce-…'

const MAX_NAMES = 20

/**
 * Checks the mode and the content of a message. A receiver reads an event only after its proof; a tester
 * wants to see both.
 */
export function checkEvent(bericht: Bericht): Stap[] {
  const message = messageOf(bericht)
  if (!message) {
    const found = ['content-type', 'content-encoding'].flatMap((name) => bericht.headers.get(name) ?? [])
    return [failed('contentmodus', { verwacht: CONTENT_TYPES, gevonden: found.join(', ') || '–' })]
  }
  const { origin, source } = bericht
  // A step of the proof checks that the token was made for this event.
  const steps = examineContent(message, { origin, source, eventId: null })
  return [passed('contentmodus', message.contentmodus), ...[...steps].map((step) => toStap(step, bericht))]
}

/** Returns the event id that the token must name; `undefined` for a batch, or when there is no event. */
export function eventIdOf(bericht: Bericht): string | undefined {
  const message = messageOf(bericht)
  if (!message || message.contentmodus === 'batch') return undefined
  return claimedIdentity(readContent(message).events?.[0]).id
}

export function headersOf(all: ReadonlyMap<string, string>): MessageHeaders {
  return { get: (name) => all.get(name.toLowerCase()) ?? null, keys: () => all.keys() as ReturnType<Headers['keys']> }
}

function messageOf({ headers: all, body }: Pick<Bericht, 'headers' | 'body'>): Message | undefined {
  const headers = headersOf(all)
  const contentmodus = contentModeOf(headers)
  return contentmodus && { contentmodus, headers, body: Buffer.from(body) }
}

function toStap(step: ContentStep, { body }: Pick<Bericht, 'body'>): Stap {
  const naam: StapNaam = step.name
  if (step.ok && step.name === 'event') {
    return passed(naam, [...new Set(step.events.map(({ type }) => type))].join(', '))
  }
  if (step.ok) return passed(naam, step.found)
  const { refusal, expected, found } = step
  if (refusal.reason !== 'invalid_event') {
    return failed(naam, { ...(expected !== undefined && { verwacht: expected }), ...(found && { gevonden: found }) })
  }
  if (body.trim() === '') return failed(naam, { reden: 'lege_body' })
  if (refusal.errors.some(({ code }) => code === 'malformed_json')) return failed(naam, { verwacht: 'JSON' })
  // Shows the names of missing or wrong members, and never a value.
  const names = new Set(refusal.errors.map(({ pointer, code }) => pointer?.slice(1).replaceAll('/', '.') || code))
  return failed(naam, { gevonden: [...names].slice(0, MAX_NAMES).join(', ') })
}
