import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { operation } from '../../../api/operation.ts'
import { findZaakResource } from '../resource/find-zaak-resource.ts'
import { BYTES_OPERATION, BYTES_PROBLEMS, serveDocument } from './serve-document.ts'

export const documentOphalen = operation({
  on: 'GET /zaken/{uuid}/documenten/{document}',
  id: 'documentOphalen',
  tag: 'Documenten',
  summary: 'Gives the bytes of a document that the aanvrager may read now',
  description:
    'They are foreign: hand them on as a file, by the `formaat` of the document, and never as a page of yours. A part of them with `Range: bytes=…`.',
  scope: 'zaken.documenten.lezen',
  ...BYTES_OPERATION,
  problems: {
    document_not_found: {
      status: 404,
      detail: 'The zaak has no document with this id, or the aanvrager does not read it, or not yet.',
    },
    ...BYTES_PROBLEMS,
  },
  async handle(ctx, call) {
    const begonnenOp = ctx.clock()
    const zaak = await findZaakResource(ctx, call.params.uuid, call.caller)
    if (!zaak) return call.refuse('document_not_found')
    const today = dateInAmsterdam(begonnenOp)
    const document = zaak.documenten.find(
      ({ id, zichtbaarVanaf }) => id === call.params.document && zichtbaarVanaf <= today,
    )
    const bsn = 'bsn' in zaak.initiator ? zaak.initiator.bsn : null
    return serveDocument(ctx, call, { begonnenOp, zaakId: zaak.uuid, bsn, document })
  },
})
