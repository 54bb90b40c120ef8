import { z } from 'zod'
import type { Problems } from '#lib/platform/http/problem-json.ts'
import type { Call } from '../../../api/operation.ts'
import { recordLook } from '../../../audit/record-look.ts'
import { serveBestand } from '../../../bestand/serve-bestand.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import { type Document, findBestandOfDocument, naamOf } from '../../wijziging/documenten.ts'

const OCTETS = 'application/octet-stream'
const bytes = z.string().meta({ format: 'binary' })

/** Only the first range of a document is recorded: later ranges belong to the same look. */
const BEGINS = /^bytes 0-/

const CONTENT_RANGE = z
  .string()
  .describe('The range and the length of the document in bytes (RFC 9110 section 14.4).')
  .meta({ example: 'bytes 0-1023/48213' })
const HEADERS = {
  'Content-Disposition': z.string().describe('Marks the response as a file, with its name.'),
  'Accept-Ranges': z.literal('bytes'),
}

/** The common parts of operations that answer with the bytes of a document. */
export const BYTES_OPERATION = {
  lane: 'downloads',
  answers: {
    200: { description: 'The whole document.', schema: bytes, type: OCTETS, headers: HEADERS },
    206: {
      description: 'The requested range.',
      schema: bytes,
      type: OCTETS,
      headers: { ...HEADERS, ETag: z.string(), 'Content-Range': CONTENT_RANGE },
    },
  },
  problemHeaders: { 416: { 'Content-Range': CONTENT_RANGE } },
} as const

export const BYTES_PROBLEMS = {
  range_unsatisfiable: { status: 416, detail: 'The range lies beyond the end of the document.' },
  document_lost: {
    status: 500,
    detail: 'The stored bytes of this document are lost or damaged. Report this to the municipality.',
  },
} as const satisfies Problems

type Refusal = 'document_not_found' | keyof typeof BYTES_PROBLEMS

type Found = {
  /** when the request came */
  begonnenOp: Date
  zaakId: string
  bsn: string | null
  /** `undefined` when the zaak has no such document for this client */
  document: Pick<Document, 'id' | 'titel' | 'formaat'> | undefined
}

/** Serves the bytes of a document unless they may hold a virus, and records the look. */
export async function serveDocument(
  ctx: ZaaksysteemContext,
  { request, actor, refuse }: Pick<Call<unknown, unknown, unknown, Refusal>, 'request' | 'actor' | 'refuse'>,
  { begonnenOp, zaakId, bsn, document }: Found,
): Promise<Response> {
  const bestand = document && (await findBestandOfDocument(ctx, document.id))
  if (!document || !bestand?.leesbaar) return refuse('document_not_found')
  const answer = await serveBestand(ctx, request, { bestand, type: OCTETS, naam: naamOf(document) })
  if (!answer) return refuse('document_lost')
  const range = answer.headers.get('Content-Range')
  if (answer.status === 416 && range) return refuse('range_unsatisfiable', { headers: { 'Content-Range': range } })
  if (request.method !== 'HEAD' && BEGINS.test(range ?? 'bytes 0-')) {
    const object = { soort: 'document', id: document.id }
    const seen = [{ object, zaakId, ...(bsn && { bsn }) }]
    await recordLook(ctx, { actor, handeling: 'document_lezen', begonnenOp, seen })
  }
  return answer
}
