import { HOOGSTE_SEQUENCE, MAX_SEQUENCE, type StroomClose } from '#lib/contract/gebeurtenissen-page.ts'
import { authorizeClient } from '../api/api-client.ts'
import { misusedParameters, queryInvalid } from '../api/query-invalid.ts'
import { apiActor } from '../audit/api-actor.ts'
import { recordLook } from '../audit/record-look.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { type EventTail, followGebeurtenissen, type Stuk } from './event-tail.ts'
import {
  choose,
  gebeurtenissenQuery,
  refuseUnknown,
  type Selectie,
  selectieOf,
  stroomQuery,
} from './gebeurtenissen-query.ts'
import { eventsPurged, sequenceUnknown, tooManyStromen } from './refusals.ts'
import { type Stroom, stromenOf } from './start-stromen.ts'

type Refused = { ok: false; response: Response }

/** A stroom that is ready to begin. It holds its place until it ends. */
export type OpenedStroom = {
  stroom: Stroom
  vanaf: number
  retryMs: number
  stukken: AsyncGenerator<Stuk, StroomClose | undefined>
}

/** Does all that server-sent events and WebSockets share, up to the first event. */
export async function openStroom(
  ctx: ZaaksysteemContext,
  request: Pick<Request, 'headers' | 'url'>,
  soort: 'sse' | 'websocket',
): Promise<({ ok: true } & OpenedStroom) | Refused> {
  const caller = await authorizeClient(ctx, request.headers, 'gebeurtenissen.lezen')
  if (!caller.ok) return caller
  const misused = misusedParameters(new URL(request.url).searchParams, gebeurtenissenQuery)
  const parsed = stroomQuery.safeParse(readQuery(request))
  if (!parsed.success || misused.length > 0) return { ok: false, response: queryInvalid(parsed.error, misused) }
  const unknown = await refuseUnknown(ctx, parsed.data)
  if (unknown) return { ok: false, response: unknown }
  const { client, zaaktypen, types } = caller
  const selectie = selectieOf(parsed.data, caller)

  const stromen = await stromenOf(ctx)
  const authorization = request.headers.get('authorization') as string
  const stroom = stromen.open({ soort, client, authorization, zaaktypen, types })
  if (typeof stroom === 'string') return { ok: false, response: tooManyStromen(stroom) }
  try {
    const begin = await findBegin(stromen.tail, parsed.data.vanaf, selectie)
    if (!begin.ok) {
      stroom.end('gone')
      return begin
    }
    const { vanaf } = begin
    await recordLook(ctx, {
      actor: apiActor(client, request),
      handeling: 'stroom_openen',
      begonnenOp: ctx.clock(),
      seen: [{ object: { soort: 'stroom', id: soort } }],
    })
    const stukken = followGebeurtenissen(stromen.tail, { vanaf, selectie, signal: stroom.signal })
    return { ok: true, stroom, vanaf, stukken, retryMs: stromen.retryMs() }
  } catch (err) {
    stroom.end('internal_error')
    throw err
  }
}

/** An EventSource reconnects to the same URL, with the last id that it saw. */
function readQuery({ url, headers }: Pick<Request, 'headers' | 'url'>): Record<string, string> {
  const query = Object.fromEntries(new URL(url).searchParams)
  const lastEventId = headers.get('last-event-id')
  return lastEventId === null ? query : { ...query, vanaf: lastEventId }
}

async function findBegin(
  tail: Pick<EventTail, 'after'>,
  vanaf: number | undefined,
  selectie: Selectie,
): Promise<{ ok: true; vanaf: number } | Refused> {
  const gelezen = await tail.after(vanaf ?? MAX_SEQUENCE)
  const { hoogsteSequence } = gelezen
  if (vanaf === undefined) return { ok: true, vanaf: hoogsteSequence }
  const position = { [HOOGSTE_SEQUENCE]: String(hoogsteSequence) }
  if (vanaf > hoogsteSequence) return { ok: false, response: sequenceUnknown(position) }
  const { gewenst, isPurged } = choose(selectie, vanaf, gelezen)
  return isPurged && gewenst.length === 0 ? { ok: false, response: eventsPurged(position) } : { ok: true, vanaf }
}
