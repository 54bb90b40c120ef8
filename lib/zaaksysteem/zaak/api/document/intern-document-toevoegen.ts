import { internDocumentChanged, internDocumentRequest } from '#lib/contract/handeling-requests.ts'
import { operation, SLEUTEL_PROBLEMS } from '../../../api/operation.ts'
import { addInternDocument } from '../../intern/add-intern-document.ts'
import type { ApiRefusal } from '../refusals.ts'
import { answerAct, ONBEKEND_PROBLEMS, problemsOf, type RefusedAct } from '../refuse-act.ts'

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
  summary: 'Adds a document that the aanvrager does not read',
  description:
    'Such as an advice, or the letter of a neighbour. No client that shows zaken to their aanvragers is told of it: there is no event, the versie stays, and the zaak does not name it.',
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
      description: 'It is added.',
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
