import { z } from 'zod'
import { HOOGSTE_SEQUENCE, MAX_GEBEURTENISSEN, MAX_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { API_HEADERS, methodNotAllowed, problemResponse } from '#lib/platform/http/problem-json.ts'
import { authorizeClient } from '../api/api-client.ts'
import { queryInvalid } from '../api/query-invalid.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findGebeurtenissen } from './find-gebeurtenissen.ts'

const wholeNumber = (min: number, max: number, message: string) =>
  z
    .string(message)
    .regex(/^\d{1,10}$/, message)
    .transform(Number)
    .refine((number) => number >= min && number <= max, message)

export const gebeurtenissenQuery = z.object({
  vanaf: wholeNumber(0, MAX_SEQUENCE, 'vanaf must be a sequence: a whole number from 0.'),
  limiet: wholeNumber(1, MAX_GEBEURTENISSEN, `limiet must be a whole number from 1 to ${MAX_GEBEURTENISSEN}.`).default(
    MAX_GEBEURTENISSEN,
  ),
})

const refuseMethod = methodNotAllowed('GET')

/** `/v1/gebeurtenissen`: a client fetches the events that it missed. */
export async function handleGebeurtenissen(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const caller = authorizeClient(ctx, request.headers, 'gebeurtenissen.lezen')
  if (!caller.ok) return caller.response
  const parsed = gebeurtenissenQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return queryInvalid(parsed.error)

  const page = await findGebeurtenissen(ctx, parsed.data)
  const position = { [HOOGSTE_SEQUENCE]: String(page.hoogsteSequence) }
  if (!page.ok) return eventsPurged(position)
  return new Response(page.batch, {
    headers: { ...API_HEADERS, 'Content-Type': EVENT_BATCH_CONTENT_TYPE, ...position },
  })
}

function eventsPurged(headers: Record<string, string>): Response {
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
