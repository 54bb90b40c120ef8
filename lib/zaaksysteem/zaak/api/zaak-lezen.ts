import { z } from 'zod'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { entityTag } from '#lib/platform/negotiation/entity-tag.ts'
import { ZAAK } from '../../api/examples.ts'
import { operation } from '../../api/operation.ts'
import { recordLook } from '../../audit/record-look.ts'
import { findZaakResource } from './resource/find-zaak-resource.ts'
import { seenZaak } from './resource/seen-zaken.ts'
import { visibleTo, visibleZaak } from './resource/visible-to.ts'

export const zaakLezen = operation({
  on: 'GET /zaken/{uuid}',
  id: 'zaakLezen',
  tag: 'Zaken',
  summary: 'Reads a zaak: what its events leave out',
  scope: 'zaken.lezen',
  answers: {
    200: {
      description: 'The zaak.',
      schema: visibleZaak,
      headers: {
        ETag: z.string().describe('It begins with the versie.').meta({ example: '"2-kJ0fYv1b3mJx6Zq8sT4uWw"' }),
      },
      example: ZAAK,
    },
  },
  problems: { zaak_not_found: { status: 404, detail: 'There is no zaak with this uuid.' } },
  async handle(ctx, { caller, actor, params: { uuid }, refuse }) {
    const begonnenOp = ctx.clock()
    const zaak = await findZaakResource(ctx, uuid, caller)
    if (!zaak) return refuse('zaak_not_found')
    await recordLook(ctx, { actor, handeling: 'zaak_bekijken', begonnenOp, seen: [seenZaak(zaak)] })
    const visible = visibleTo(caller, zaak)
    // DELETE takes it as If-Match.
    const headers = { ETag: entityTag(JSON.stringify(visible), `${zaak.versie}-`) }
    return jsonResponse(visible, { headers })
  },
})
