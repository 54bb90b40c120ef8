import { z } from 'zod'
import {
  internDocumentChanged,
  internDocumentintrekkingRequest,
  internDocumentRequest,
} from '#lib/contract/handeling-requests.ts'
import { type InternDocumentResource, internDocumentResource } from '#lib/contract/zaak-resource.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation, SLEUTEL_PROBLEMS } from '../../../api/operation.ts'
import { recordLook } from '../../../audit/record-look.ts'
import type { ZaaksysteemContext } from '../../../context.ts'
import { addInternDocument, withdrawInternDocument } from '../../intern/intern-document.ts'
import { selectInterneDocumenten } from '../../wijziging/documenten.ts'
import { type ApiRefusal, answerAct, ONBEKEND_PROBLEMS, problemsOf, type RefusedAct } from '../refusals.ts'
import { BYTES_OPERATION, BYTES_PROBLEMS, serveDocument } from './serve-document.ts'

export const interneDocumentenLezen = operation({
  on: 'GET /zaken/{uuid}/internedocumenten',
  id: 'interneDocumentenLezen',
  tag: 'Documenten',
  summary: 'List the internal documents of a zaak',
  description:
    'Internal documents are hidden from the aanvrager. The list includes documents that the aanvrager sent, and excludes withdrawn ones. A client that shows zaken to their aanvragers should not have this scope.',
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

export const internDocumentOphalen = operation({
  on: 'GET /zaken/{uuid}/internedocumenten/{document}',
  id: 'internDocumentOphalen',
  tag: 'Documenten',
  summary: 'Download an internal document',
  description:
    'The document must be `leesbaar`. The content is untrusted: keep it as a file, and never serve it as a page of your own site. Use `Range: bytes=…` to download a part.',
  scope: 'zaken.internedocumenten.lezen',
  ...BYTES_OPERATION,
  problems: {
    document_not_found: {
      status: 404,
      detail: 'The zaak has no internal document with this id, or it was withdrawn or is not `leesbaar`.',
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

const ADD_REFUSALS = [
  'bestand_unknown',
  'informatieobjecttype_unknown',
  'informatieobjecttype_uitgaand',
  'document_in_future',
] as const satisfies ApiRefusal[]

export const internDocumentToevoegen = operation({
  on: 'POST /zaken/{uuid}/internedocumenten',
  id: 'internDocumentToevoegen',
  tag: 'Documenten',
  summary: 'Add an internal document',
  description:
    'An internal document, such as an advice or the letter of a neighbour, is hidden from the aanvrager. No event is published, the versie stays the same, and `GET /zaken/{uuid}` does not list the document.',
  scope: 'zaken.documenten.toevoegen',
  once: true,
  lane: 'acts',
  body: {
    schema: internDocumentRequest.meta({ id: 'InternDocument' }),
    example: {
      bestand: '0199a3f0-1b2c-7e4d-a5f6-3b4c5d6e7f80',
      titel: 'Advies van de brandweer',
      informatieobjecttype: 'advies',
    },
  },
  answers: {
    201: {
      description: 'The document was added.',
      schema: internDocumentChanged.meta({ id: 'InternDocumentToegevoegd' }),
      example: { document: '0199a3f5-3b6c-7d8e-9f10-2b3c4d5e6f70' },
    },
  },
  problems: { ...SLEUTEL_PROBLEMS, ...ONBEKEND_PROBLEMS, ...problemsOf(ADD_REFUSALS) },
  async handle(ctx, { params: { uuid: zaakId }, caller: { zaaktypen }, actor: { traceparent }, keyed, body, refuse }) {
    return answerAct<RefusedAct<(typeof ADD_REFUSALS)[number]>>(ctx, { keyed, refuse }, async () => {
      const added = await addInternDocument(ctx, { zaakId, ...body, door: { request: keyed }, zaaktypen, traceparent })
      return added.ok ? { ok: true, antwoord: { document: added.document } } : added
    })
  },
})

export const internDocumentIntrekken = operation({
  on: 'POST /zaken/{uuid}/internedocumentintrekkingen',
  id: 'internDocumentIntrekken',
  tag: 'Documenten',
  summary: 'Withdraw an internal document',
  description: 'The document stays in the zaak. No event is published, and the versie stays the same.',
  scope: 'zaken.documenten.toevoegen',
  once: true,
  lane: 'acts',
  body: {
    schema: internDocumentintrekkingRequest.meta({ id: 'InternDocumentintrekking' }),
    example: { document: '0199a3f5-3b6c-7d8e-9f10-2b3c4d5e6f70', reden: 'Dit advies is van een andere zaak.' },
  },
  answers: {
    201: {
      description: 'The document was withdrawn.',
      schema: internDocumentChanged.meta({ id: 'InternDocumentIngetrokken' }),
      example: { document: '0199a3f5-3b6c-7d8e-9f10-2b3c4d5e6f70' },
    },
  },
  problems: { ...SLEUTEL_PROBLEMS, ...ONBEKEND_PROBLEMS, ...problemsOf(['document_unknown']) },
  async handle(ctx, { params: { uuid: zaakId }, caller: { zaaktypen }, actor: { traceparent }, keyed, body, refuse }) {
    return answerAct<RefusedAct<'document_unknown'>>(ctx, { keyed, refuse }, async () => {
      const door = { request: keyed }
      const withdrawn = await withdrawInternDocument(ctx, { zaakId, ...body, door, zaaktypen, traceparent })
      return withdrawn.ok ? { ok: true, antwoord: { document: withdrawn.document } } : withdrawn
    })
  },
})

type Found = {
  zaakId: string
  /** of the aanvrager; null when he is no person */
  bsn: string | null
  /** oldest first */
  documenten: InternDocumentResource[]
}

/**
 * Returns the documents of a zaak that the aanvrager does not read, for an API client.
 *
 * @param options.zaaktypen the only ones that the client may see; absent: all
 */
async function findInterneDocumenten(
  { pool, env }: Pick<ZaaksysteemContext, 'pool' | 'env'>,
  { uuid, zaaktypen }: { uuid: string; zaaktypen?: readonly string[] | undefined },
): Promise<Found | undefined> {
  const text = `
    select id as "zaakId", aanvrager_bsn as bsn, ${selectInterneDocumenten(env)} as documenten
    from zaak where id = $1::uuid and ($2::text[] is null or zaaktype = any ($2))`
  const [found] = (await pool.query<Found>(text, [uuid, zaaktypen])).rows
  return found && { ...found, documenten: internDocumentResource.array().parse(found.documenten) }
}
