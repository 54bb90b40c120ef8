import { z } from 'zod'
import { EVENT_SCHEMAS, exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import {
  HOOGSTE_SEQUENCE,
  MAX_SEQUENCE,
  OUDSTE_SEQUENCE,
  POSITIE_EVENT,
  STROOM_CONTENT_TYPE,
  TOT_SEQUENCE,
} from '#lib/contract/gebeurtenissen-page.ts'
import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { unauthorizedResponse } from '#lib/platform/http/bearer-token.ts'
import { EVENT_STREAM_HEADERS, eventStreamBody, retryField } from '#lib/platform/http/event-stream.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import type { ApiClient } from '#lib/zaaksysteem/api/api-client.ts'
import { operation } from '#lib/zaaksysteem/api/operation.ts'
import { queryInvalid } from '#lib/zaaksysteem/api/query-invalid.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { followGebeurtenissen } from './event-tail.ts'
import { findGebeurtenissen, type GebeurtenissenPage } from './find-gebeurtenissen.ts'
import { gebeurtenissenQuery, refuseUnknown, type Selectie, selectieOf, stroomQuery } from './gebeurtenissen-query.ts'
import { type OpenedStroom, openStroom } from './open-stroom.ts'
import { eventsPurged, STROOM_PROBLEMS, sequenceUnknown, tooManyStromen, WEBSOCKET_VERSION } from './refusals.ts'
import { stromenOf } from './start-stromen.ts'

const encoder = new TextEncoder()

/**
 * Makes the response of a stroom of server-sent events. It pulls more events only when its reader took the
 * last ones. It queues one at a time, because a queued event still goes to a reader whose token was
 * withdrawn.
 */
export function openSse({ stroom, vanaf, retryMs, stukken }: OpenedStroom): Response {
  let position = vanaf
  const positie = () => encoder.encode(`id: ${position}\nevent: ${POSITIE_EVENT}\ndata: ${position}\n\n`)

  async function* events() {
    for (;;) {
      const { done, value } = await stukken.next()
      if (done) return stroom.end(value ?? 'gone')
      for (const { sequence, serverSentEvent } of value.gewenst) {
        position = sequence
        yield serverSentEvent
      }
      position = value.tot
    }
  }

  const body = eventStreamBody(stroom, {
    begin() {
      stroom.send(encoder.encode(retryField(retryMs)))
      stroom.send(positie())
    },
    beat: positie,
    chunks: events(),
  })
  return new Response(body, { headers: EVENT_STREAM_HEADERS })
}

const vanaf = stroomQuery.shape.vanaf.describe(
  `The cursor: the sequence after which to read, from 0 to ${MAX_SEQUENCE}. Required for a page; a stream without it starts with new events.`,
)
const lastEventId = stroomQuery.shape.vanaf.describe(
  'For a stream: the last `id` that the client received. It takes precedence over `vanaf`.',
)

const sequenceHeader = z.string().meta({ example: '42' })
const hoogsteSequence = sequenceHeader.describe('The highest sequence at this moment.')
const totSequence = sequenceHeader.describe(
  'For a page: the client has every wanted event up to this sequence, which is the next `vanaf`.',
)

/** A page of events, a long poll for the next one, or a stroom when the client accepts that media type. */
export const gebeurtenissenLezen = operation({
  on: 'GET /gebeurtenissen',
  id: 'gebeurtenissenLezen',
  tag: 'Gebeurtenissen',
  summary: 'Read events as pages or a stream',
  description:
    'Returns events in order and without gaps, as a CloudEvents batch of at most 4 MiB. A page is empty when there is no event after `vanaf`; with `wacht` the request waits that many seconds for one (long polling). `vanaf=2147483647`, which no sequence exceeds, starts at the end: the response holds the last sequence, and `wacht` waits from there.\n\n`types`, `zaaktypen` (lists separated by commas) and `filters` (JSON, as in an abonnement) select events. A type, zaaktype or status that does not exist is refused with 400 `name_unknown`. Events that do not match leave gaps in the sequences: `Tot-Sequence` says how far the page has come. A client that is limited to some zaaktypen or event types gets only those.\n\nWith `Accept: text/event-stream` the response is a stream of server-sent events. Each has its sequence as `id`, so `Last-Event-ID` resumes the stream. After an upgrade to a WebSocket with the subprotocol `cloudevents.json`, each message is one event.\n\nAfter a 410 or a 409, read all zaken instead. The 410 of a page names in `Oudste-Sequence` the oldest later event that is still kept, if any. To continue there, use one less as `vanaf`.',
  scope: 'gebeurtenissen.lezen',
  // A stroom needs no vanaf.
  describedQuery: gebeurtenissenQuery.extend({ vanaf }),
  headers: z.object({ 'Last-Event-ID': lastEventId }),
  answers: {
    200: {
      description: 'The events after `vanaf`.',
      type: EVENT_BATCH_CONTENT_TYPE,
      schema: z.array(z.union(Object.values(EVENT_SCHEMAS))).meta({ id: 'Gebeurtenissen' }),
      alternatives: { [STROOM_CONTENT_TYPE]: z.string() },
      headers: {
        [TOT_SEQUENCE]: totSequence.optional(),
        [HOOGSTE_SEQUENCE]: hoogsteSequence.optional().describe('For a page: the highest sequence at this moment.'),
      },
      example: [exampleEvent(EVENT_TYPES.statuswijziging)],
    },
  },
  problems: STROOM_PROBLEMS,
  problemHeaders: {
    400: {
      'Sec-WebSocket-Version': z
        .literal(WEBSOCKET_VERSION)
        .optional()
        .describe('The supported version, when an upgrade is refused.'),
    },
    409: { [HOOGSTE_SEQUENCE]: hoogsteSequence },
    410: {
      [HOOGSTE_SEQUENCE]: hoogsteSequence,
      [OUDSTE_SEQUENCE]: sequenceHeader
        .optional()
        .describe('For a page: the sequence of the oldest later event that is still kept.'),
    },
  },
  async handle(ctx, { request, caller, type }) {
    const isHead = request.method === 'HEAD'
    if (!isHead && type === STROOM_CONTENT_TYPE) {
      const opened = await openStroom(ctx, request, 'sse')
      return opened.ok ? openSse(opened) : opened.response
    }
    const parsed = gebeurtenissenQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!parsed.success) return queryInvalid(parsed.error)
    const unknown = await refuseUnknown(ctx, parsed.data)
    if (unknown) return unknown
    const { limiet, wacht } = parsed.data
    const wish = { vanaf: parsed.data.vanaf, limiet, selectie: selectieOf(parsed.data, caller) }
    if (isHead || wacht === 0) return pageResponse(await findGebeurtenissen(ctx, wish))

    const awaited = await awaitGebeurtenissen(ctx, request, { ...wish, caller, seconds: wacht })
    return awaited.ok ? pageResponse(awaited.page) : awaited.response
  },
})

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

type Wish = { vanaf: number; limiet: number; selectie: Selectie }

/** Like `findGebeurtenissen`, but waits so many seconds for the first event when there is none yet. */
async function awaitGebeurtenissen(
  ctx: ZaaksysteemContext,
  request: Pick<Request, 'headers' | 'signal'>,
  { caller, seconds, ...wish }: Wish & { caller: ApiClient; seconds: number },
): Promise<{ ok: true; page: GebeurtenissenPage } | { ok: false; response: Response }> {
  const { tail, open } = await stromenOf(ctx)
  const { client, zaaktypen, types } = caller
  const authorization = request.headers.get('authorization') as string
  const stroom = open({ soort: 'wacht', client, authorization, zaaktypen, types })
  if (typeof stroom === 'string') return { ok: false, response: tooManyStromen(stroom) }

  const leave = () => stroom.end('gone')
  const find = (vanaf: number) => tail.inTurn(() => findGebeurtenissen(ctx, { ...wish, vanaf }))
  request.signal.addEventListener('abort', leave)
  try {
    const page = await find(wish.vanaf)
    if (!page.ok || !page.isEmpty || page.totSequence < page.hoogsteSequence) return { ok: true, page }

    void ctx.wait(seconds * SECOND_MS, stroom.signal).then(leave)
    const { selectie } = wish
    let position = page.totSequence
    for await (const { gewenst, tot } of followGebeurtenissen(tail, {
      vanaf: position,
      selectie,
      signal: stroom.signal,
    })) {
      if (gewenst.length > 0) break
      position = tot
    }
    if (stroom.signal.reason === 'token_invalid') return { ok: false, response: unauthorizedResponse() }
    return { ok: true, page: await find(position) }
  } finally {
    request.signal.removeEventListener('abort', leave)
    leave()
  }
}
