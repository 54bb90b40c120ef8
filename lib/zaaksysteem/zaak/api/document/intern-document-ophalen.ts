import { operation } from '../../../api/operation.ts'
import { findInterneDocumenten } from '../../intern/find-interne-documenten.ts'
import { BYTES_OPERATION, BYTES_PROBLEMS, serveDocument } from './serve-document.ts'

export const internDocumentOphalen = operation({
  on: 'GET /zaken/{uuid}/internedocumenten/{document}',
  id: 'internDocumentOphalen',
  tag: 'Documenten',
  summary: 'Gives the bytes of a document that the aanvrager does not read',
  description:
    'Once they are `leesbaar`. They are foreign: keep them as a file, and never show them as a page of yours. A part of them with `Range: bytes=…`.',
  scope: 'zaken.internedocumenten.lezen',
  ...BYTES_OPERATION,
  problems: {
    document_not_found: {
      status: 404,
      detail: 'The zaak has no such document with this id, or it was withdrawn, or it is not `leesbaar`.',
    },
    ...BYTES_PROBLEMS,
  },
  async handle(ctx, call) {
    const begonnenOp = ctx.clock()
    const { uuid, document: asked } = call.params
    const zaak = await findInterneDocumenten(ctx, { uuid, zaaktypen: call.caller.zaaktypen })
    if (!zaak) return call.refuse('document_not_found')
    const { zaakId, bsn } = zaak
    const document = zaak.documenten.find(({ id }) => id === asked)
    return serveDocument(ctx, call, { begonnenOp, zaakId, bsn, document })
  },
})
