import { z } from 'zod'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { operation } from '../../api/operation.ts'
import { type RemoveRefusal, removeZaak } from '../bewaren/remove-zaak.ts'

/** The zaak's versie as an entity tag. */
const IF_MATCH = /^"([1-9]\d{0,8})"$/

/** `grond` is vergissing when absent. */
export const zaakVerwijderen = operation({
  on: 'DELETE /zaken/{uuid}',
  id: 'zaakVerwijderen',
  tag: 'Zaken',
  summary: 'Removes a zaak with all that it says of a person',
  scope: 'zaken.verwijderen',
  query: z.object({
    grond: z.enum(['vergissing', 'bewaartermijn'], 'grond must be vergissing or bewaartermijn.').default('vergissing'),
  }),
  headers: z.object({
    'If-Match': z
      .string()
      .regex(/^"[1-9]\d{0,8}"$/)
      .describe('The versie that the decision was based on, in quotes.')
      .meta({ example: '"2"' }),
  }),
  answers: { 204: { description: 'It is gone.' } },
  problems: {
    zaak_not_found: { status: 404, title: 'Not found', detail: 'There is no zaak with this uuid.' },
    versie_missing: { status: 428, title: 'No If-Match', detail: 'Send If-Match with the versie: If-Match: "3".' },
    conflict: { status: 412, title: 'Conflict', detail: 'The zaak has changed after this versie. Read it again.' },
    still_open: {
      status: 409,
      title: 'Still open',
      detail: 'The zaak is open: its bewaartermijn has not begun.',
    },
    still_kept: {
      status: 409,
      title: 'Still kept',
      detail: 'The bewaartermijn of the zaak is not over, or the zaak is kept for good.',
    },
    held: { status: 409, title: 'Held', detail: 'Its destruction is held at the desk, such as for a court case.' },
  },
  async handle(ctx, { request, caller, actor, params, query, refuse }) {
    const [, versie] = IF_MATCH.exec(request.headers.get('If-Match') ?? '') ?? []
    if (!versie) return refuse('versie_missing')
    const removed = await removeZaak(ctx, {
      zaakId: params.uuid,
      zaaktypen: caller.zaaktypen,
      versie: Number(versie),
      grond: query.grond,
      door: { client: caller.client },
      traceparent: actor.traceparent,
    })
    if (removed.ok) return new Response(null, { status: 204, headers: API_HEADERS })
    if (removed.reason === 'refused') return refuse(removed.broken[0] as Exclude<RemoveRefusal, 'needs_second'>)
    return refuse(removed.reason === 'conflict' ? 'conflict' : 'zaak_not_found')
  },
})
