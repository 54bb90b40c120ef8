import { problemResponse } from '#lib/platform/http/problem-json.ts'
import type { TooMany } from './stromen.ts'

const RETRY_AFTER = { 'Retry-After': '5' }

export function eventsPurged(headers: Record<string, string>): Response {
  return problemResponse(
    {
      status: 410,
      code: 'events_purged',
      title: 'No longer kept',
      detail: 'The event after this sequence is no longer kept. Read all zaken instead.',
    },
    headers,
  )
}

export function sequenceUnknown(headers: Record<string, string>): Response {
  return problemResponse(
    {
      status: 409,
      code: 'sequence_unknown',
      title: 'Conflict',
      detail: 'No event has this sequence yet, so it is not of this zaaksysteem as it is now. Read all zaken instead.',
    },
    headers,
  )
}

export function tooManyStromen(reason: TooMany): Response {
  const title = 'Too many streams'
  return reason === 'too_many_of_client'
    ? problemResponse(
        { status: 429, code: 'too_many_streams', title, detail: 'This client has too many streams open.' },
        RETRY_AFTER,
      )
    : problemResponse(
        { status: 503, code: 'overloaded', title, detail: 'This process has too many streams open.' },
        RETRY_AFTER,
      )
}
