import { MAX_EVENT_BYTES } from '#lib/contract/zaak-event.ts'
import { parseStrictJson } from '#lib/platform/strict-json.ts'
import type { WebhookRequest } from '../webhook-request.ts'
import { type Content, readBinaryEvent } from './read-binary-event.ts'

const MAX_BATCH_EVENTS = 1_000

/** Reads the events of a request in any content mode. */
export function readContent({
  contentmodus,
  headers,
  body,
}: Pick<WebhookRequest, 'contentmodus' | 'headers' | 'body'>): Content {
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
