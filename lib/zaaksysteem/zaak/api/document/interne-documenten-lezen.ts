import { z } from 'zod'
import { internDocumentResource } from '#lib/contract/zaak-resource.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../../../api/operation.ts'
import { recordLook } from '../../../audit/record-look.ts'
import { findInterneDocumenten } from '../../intern/find-interne-documenten.ts'

export const interneDocumentenLezen = operation({
  on: 'GET /zaken/{uuid}/internedocumenten',
  id: 'interneDocumentenLezen',
  tag: 'Documenten',
  summary: 'Reads which documents a zaak has that the aanvrager does not read',
  description:
    'Also those that came from the aanvrager. Not what was withdrawn. A token that shows zaken to their aanvragers should not have this scope.',
  scope: 'zaken.internedocumenten.lezen',
  answers: {
    200: {
      description: 'The documents, oldest first.',
      schema: z
        .object({ documenten: z.array(internDocumentResource.meta({ id: 'InternDocumentVanZaak' })) })
        .meta({ id: 'InterneDocumenten' }),
      example: {
        documenten: [
          {
            id: '0199a3f5-3b6c-7d8e-9f10-2b3c4d5e6f70',
            titel: 'Advies van de brandweer',
            informatieobjecttype: 'advies',
            richting: 'intern',
            datum: '2026-11-25',
            formaat: 'application/pdf',
            grootte: 48_213,
            sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
            vertrouwelijkheidaanduiding: 'vertrouwelijk',
            aanvulling: null,
            versie: 2,
            leesbaar: true,
          },
        ],
      },
    },
  },
  problems: { zaak_not_found: { status: 404, detail: 'There is no zaak with this uuid.' } },
  async handle(ctx, { params: { uuid }, caller: { zaaktypen }, actor, refuse }) {
    const begonnenOp = ctx.clock()
    const zaak = await findInterneDocumenten(ctx, { uuid, zaaktypen })
    if (!zaak) return refuse('zaak_not_found')
    const seen = [{ zaak: { id: zaak.zaakId, bsn: zaak.bsn } }]
    await recordLook(ctx, { actor, handeling: 'zaak_bekijken', begonnenOp, seen })
    return jsonResponse({ documenten: zaak.documenten })
  },
})
