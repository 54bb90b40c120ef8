import { HOOGSTE_SEQUENCE, OUDSTE_SEQUENCE, TOT_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { API_HEADERS, methodNotAllowed } from '#lib/platform/http/problem-json.ts'
import { authorizeClient } from '../api/api-client.ts'
import { queryInvalid } from '../api/query-invalid.ts'
import { acceptsStroom } from '../api/stays-open.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { awaitGebeurtenissen } from './await-gebeurtenissen.ts'
import { findGebeurtenissen, type GebeurtenissenPage } from './find-gebeurtenissen.ts'
import { gebeurtenissenQuery, selectieOf } from './gebeurtenissen-query.ts'
import { openStroom } from './open-stroom.ts'
import { openSse } from './protocol/open-sse.ts'
import { eventsPurged, sequenceUnknown } from './refusals.ts'

const refuseMethod = methodNotAllowed('GET')

/**
 * `/v1/gebeurtenissen`: a client fetches the events that it missed, or waits for the next one, or gets a stream of them
 * when it accepts `text/event-stream`.
 */
export async function handleGebeurtenissen(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const isHead = request.method === 'HEAD'
  if (!isHead && acceptsStroom(request.headers.get('accept'))) {
    const opened = await openStroom(ctx, request, 'sse')
    return opened.ok ? openSse(opened) : opened.response
  }
  const caller = await authorizeClient(ctx, request.headers, 'gebeurtenissen.lezen')
  if (!caller.ok) return caller.response
  const parsed = gebeurtenissenQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return queryInvalid(parsed.error)
  const { vanaf, limiet, wacht } = parsed.data
  const wish = { vanaf, limiet, selectie: selectieOf(parsed.data, caller) }
  if (isHead || wacht === 0) return pageResponse(await findGebeurtenissen(ctx, wish))

  const awaited = await awaitGebeurtenissen(ctx, request, { ...wish, caller, seconds: wacht })
  return awaited.ok ? pageResponse(awaited.page) : awaited.response
}

function pageResponse(page: GebeurtenissenPage): Response {
  const hoogste = { [HOOGSTE_SEQUENCE]: String(page.hoogsteSequence) }
  if (!page.ok && page.reason === 'sequence_unknown') return sequenceUnknown(hoogste)
  if (!page.ok) {
    const { oudsteSequence } = page
    return eventsPurged({ ...hoogste, ...(oudsteSequence && { [OUDSTE_SEQUENCE]: String(oudsteSequence) }) })
  }
  const headers = { ...API_HEADERS, 'Content-Type': EVENT_BATCH_CONTENT_TYPE, ...hoogste }
  return new Response(page.batch, { headers: { ...headers, [TOT_SEQUENCE]: String(page.totSequence) } })
}
