import { z } from 'zod'
import { EVENT_SCHEMAS, exampleEvent } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { operation } from '../api/operation.ts'
import { findGebeurtenis } from './find-gebeurtenis.ts'

export const gebeurtenisLezen = operation({
  on: 'GET /gebeurtenissen/{id}',
  id: 'gebeurtenisLezen',
  tag: 'Gebeurtenissen',
  summary: 'Reads one event again',
  description: 'By the `id` of the event, with the bytes that are delivered.',
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
    not_found: { status: 404, title: 'Not found', detail: 'There is no event with this id that your token may read.' },
    purged: { status: 410, title: 'Purged', detail: 'The event is older than the term that it is kept for.' },
  },
  async handle(ctx, { params: { id }, caller, refuse }) {
    const found = await findGebeurtenis(ctx, { id, caller })
    if (!found.ok) return refuse(found.reason)
    return new Response(found.body, { headers: { ...API_HEADERS, 'Content-Type': EVENT_CONTENT_TYPE } })
  },
})
