import { z } from 'zod'
import { EVENT_SCHEMAS, exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { type ApiClient, zaaktypeOf } from '../api/api-client.ts'
import { operation } from '../api/operation.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { eventText } from '../outbox/event-text.ts'

/** Finds an event of the log, which does not hold voorvallen of abonnementen. */
const FIND = `
  select body from gebeurtenis
  where id = $1 and sequence > 0 and ($3::text[] is null or type = any($3)) and (
    $2::text[] is null or ${zaaktypeOf('zaak_id')} = any($2)
  )`

/** Returns an event that this caller may read, byte for byte as delivered. */
async function findGebeurtenis(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool'>,
  { id, caller }: { id: string; caller: Pick<ApiClient, 'zaaktypen' | 'types'> },
): Promise<{ ok: true; body: string } | { ok: false; reason: 'not_found' | 'purged' }> {
  const values = [id, caller.zaaktypen ?? null, caller.types ?? null]
  const { rows } = await ctx.pool.query<{ body: string | null }>({ name: 'find-gebeurtenis', text: FIND, values })
  const [row] = rows
  if (!row) return { ok: false, reason: 'not_found' }
  return row.body === null ? { ok: false, reason: 'purged' } : { ok: true, body: eventText(ctx, row.body) }
}

export const gebeurtenisLezen = operation({
  on: 'GET /gebeurtenissen/{id}',
  id: 'gebeurtenisLezen',
  tag: 'Gebeurtenissen',
  summary: 'Get an event',
  description: 'Returns the event with this `id`, byte for byte as it is delivered.',
  scope: 'gebeurtenissen.lezen',
  answers: {
    200: {
      description: 'The event.',
      type: EVENT_CONTENT_TYPE,
      schema: z.union(Object.values(EVENT_SCHEMAS)),
      example: exampleEvent(EVENT_TYPES.statuswijziging),
    },
  },
  problems: {
    not_found: { status: 404, detail: 'There is no event with this id that your token may read.' },
    purged: { status: 410, detail: 'The event is past its retention period.' },
  },
  async handle(ctx, { params: { id }, caller, refuse }) {
    const found = await findGebeurtenis(ctx, { id, caller })
    if (!found.ok) return refuse(found.reason)
    return new Response(found.body, { headers: { ...API_HEADERS, 'Content-Type': EVENT_CONTENT_TYPE } })
  },
})
