import { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { operation } from '../../../api/operation.ts'
import { recordLook } from '../../../audit/record-look.ts'
import { serveBestand } from '../../../bestand/serve-bestand.ts'
import { findBestandOfDocument, naamOf } from '../../wijziging/documenten.ts'
import { findZaakResource } from '../resource/find-zaak-resource.ts'

const OCTETS = 'application/octet-stream'
const bytes = z.string().meta({ format: 'binary' })

/** Of a part each next one belongs to the same look. */
const BEGINS = /^bytes 0-/

const CONTENT_RANGE = z.string().describe('Which part (RFC 9110).').meta({ example: 'bytes 0-1023/48213' })
const HEADERS = {
  'Content-Disposition': z.string().describe('That it is a file, and how it is called.'),
  'Accept-Ranges': z.literal('bytes'),
}

export const documentOphalen = operation({
  on: 'GET /zaken/{uuid}/documenten/{document}',
  id: 'documentOphalen',
  tag: 'Documenten',
  summary: 'Gives the bytes of a document that the aanvrager may read now',
  description:
    'They are foreign: hand them on as a file, by the `formaat` of the document, and never as a page of yours. A part of them with `Range: bytes=…`.',
  scope: 'zaken.documenten.lezen',
  lane: 'bytes',
  answers: {
    200: { description: 'All of it.', schema: bytes, type: OCTETS, headers: HEADERS },
    206: {
      description: 'The part that was asked for.',
      schema: bytes,
      type: OCTETS,
      headers: { ...HEADERS, ETag: z.string(), 'Content-Range': CONTENT_RANGE },
    },
  },
  problems: {
    document_not_found: {
      status: 404,
      detail: 'The zaak has no document with this id, or the aanvrager does not read it, or not yet.',
    },
    range_unsatisfiable: { status: 416, detail: 'The document is shorter.' },
    document_lost: { status: 500, detail: 'The bytes of this document are gone or damaged here. Tell the gemeente.' },
  },
  problemHeaders: { 416: { 'Content-Range': CONTENT_RANGE } },
  async handle(ctx, { request, params, caller, actor, refuse }) {
    const begonnenOp = ctx.clock()
    const zaak = await findZaakResource(ctx, params.uuid, caller)
    const today = dateInAmsterdam(begonnenOp)
    const document = zaak?.documenten.find(
      ({ id, zichtbaarVanaf }) => id === params.document && zichtbaarVanaf <= today,
    )
    const bestand = document && (await findBestandOfDocument(ctx, document.id))
    if (!zaak || !document || !bestand?.leesbaar) return refuse('document_not_found')
    const answer = await serveBestand(ctx, request, { bestand, type: OCTETS, naam: naamOf(document) })
    if (!answer) return refuse('document_lost')
    const range = answer.headers.get('Content-Range')
    if (answer.status === 416 && range) return refuse('range_unsatisfiable', { headers: { 'Content-Range': range } })
    if (BEGINS.test(range ?? 'bytes 0-')) {
      const object = { soort: 'document', id: document.id }
      const bsn = 'bsn' in zaak.initiator ? { bsn: zaak.initiator.bsn } : {}
      const seen = [{ object, zaakId: zaak.uuid, ...bsn }]
      await recordLook(ctx, { actor, handeling: 'document_lezen', begonnenOp, seen })
    }
    return answer
  },
})
