import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { operation } from '../../../api/operation.ts'
import { findZaakResource } from '../resource/find-zaak-resource.ts'
import { BYTES_OPERATION, BYTES_PROBLEMS, serveDocument } from './serve-document.ts'

export const documentOphalen = operation({
  on: 'GET /zaken/{uuid}/documenten/{document}',
  id: 'documentOphalen',
  tag: 'Documenten',
  summary: 'Download a document that the aanvrager may read',
  description:
    'The content is untrusted: serve it as a file with the `formaat` of the document, and never as a page of your own site. Use `Range: bytes=…` to download a part.',
  scope: 'zaken.documenten.lezen',
  ...BYTES_OPERATION,
  problems: {
    document_not_found: {
      status: 404,
      detail: 'The zaak has no document with this id that the aanvrager may read now.',
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
