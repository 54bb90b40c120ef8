import { internDocumentChanged, internDocumentintrekkingRequest } from '#lib/contract/handeling-requests.ts'
import { operation, SLEUTEL_PROBLEMS } from '../../../api/operation.ts'
import { withdrawInternDocument } from '../../intern/withdraw-intern-document.ts'
import { answerAct, ONBEKEND_PROBLEMS, problemsOf, type RefusedAct } from '../refuse-act.ts'

export const internDocumentIntrekken = operation({
  on: 'POST /zaken/{uuid}/internedocumentintrekkingen',
  id: 'internDocumentIntrekken',
  tag: 'Documenten',
  summary: 'Withdraws a document that the aanvrager does not read',
  description: 'It stays in the zaak. There is no event, and the versie stays.',
  scope: 'zaken.documenten.toevoegen',
  once: true,
  lane: 'acts',
  body: {
    schema: internDocumentintrekkingRequest.meta({ id: 'InternDocumentintrekking' }),
    example: { document: '0199a3f5-3b6c-7d8e-9f10-2b3c4d5e6f70', reden: 'Dit advies is van een andere zaak.' },
  },
  answers: {
    201: {
      description: 'It is withdrawn.',
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
