import { z } from 'zod'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { ENTITY_TAGS } from '#lib/platform/negotiation/negotiation.ts'
import { operation } from '../../api/operation.ts'
import { type RemoveRefusal, removeZaak } from '../bewaren/remove-zaak.ts'
import { findZaakResource } from './resource/find-zaak-resource.ts'

/** The versie alone, or the ETag of a zaak, which begins with the versie. */
const VERSIE_TAG = /^"([1-9]\d{0,8})(?:-[\w-]*)?"$/

/** `grond` defaults to vergissing. */
export const zaakVerwijderen = operation({
  on: 'DELETE /zaken/{uuid}',
  id: 'zaakVerwijderen',
  tag: 'Zaken',
  summary: 'Delete a zaak and its personal data',
  scope: 'zaken.verwijderen',
  query: z.object({
    grond: z
      .enum(['vergissing', 'bewaartermijn'], 'grond must be vergissing or bewaartermijn.')
      .default('vergissing')
      .describe('The reason for the deletion: a mistake, or the end of the retention period.'),
  }),
  headers: z.object({
    'If-Match': z
      .string()
      .regex(ENTITY_TAGS)
      .describe(
        'The versie that the decision is based on: the `ETag` of the zaak, or its versie in quotes. `*` matches any versie.',
      )
      .meta({ example: '"2"' }),
  }),
  answers: { 204: { description: 'The zaak was deleted.' } },
  problems: {
    zaak_not_found: { status: 404, detail: 'There is no zaak with this uuid.' },
    versie_missing: { status: 428, detail: 'Send If-Match with the versie: If-Match: "3".' },
    conflict: { status: 412, detail: 'The zaak has changed since this versie. Read it again.' },
    still_open: {
      status: 409,
      detail: 'The zaak is open: its bewaartermijn has not begun.',
    },
    still_kept: {
      status: 409,
      detail: 'The bewaartermijn of the zaak is not over, or the zaak is kept for good.',
    },
    held: { status: 409, detail: 'Its destruction is held at the desk, such as for a court case.' },
  },
  async handle(ctx, { request, caller, actor, params, query, refuse }) {
    const wanted = request.headers.get('If-Match')?.trim() ?? ''
    if (!ENTITY_TAGS.test(wanted)) return refuse('versie_missing')
    const zaak = await findZaakResource(ctx, params.uuid, caller)
    if (!zaak) return refuse('zaak_not_found')
    if (wanted !== '*' && !versiesOf(wanted).includes(zaak.versie)) return refuse('conflict')
    const removed = await removeZaak(ctx, {
      zaakId: params.uuid,
      zaaktypen: caller.zaaktypen,
      versie: zaak.versie,
      grond: query.grond,
      door: { client: caller.client },
      traceparent: actor.traceparent,
    })
    if (removed.ok) return new Response(null, { status: 204, headers: API_HEADERS })
    if (removed.reason === 'refused') return refuse(removed.broken[0] as Exclude<RemoveRefusal, 'needs_second'>)
    return refuse(removed.reason === 'conflict' ? 'conflict' : 'zaak_not_found')
  },
})

/** Returns the versies in If-Match. Comparison is strong, so a weak tag matches no zaak. */
function versiesOf(tags: string): number[] {
  return tags
    .split(',')
    .flatMap((tag) => VERSIE_TAG.exec(tag.trim())?.[1] ?? [])
    .map(Number)
}
