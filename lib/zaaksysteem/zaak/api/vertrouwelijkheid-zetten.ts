import { vertrouwelijkheidRequest, vertrouwelijkheidSet } from '#lib/contract/handeling-requests.ts'
import { operation, SLEUTEL_PROBLEMS } from '../../api/operation.ts'
import { setVertrouwelijk } from '../vertrouwelijkheid/set-vertrouwelijk.ts'
import { type ApiRefusal, answerAct, ONBEKEND_PROBLEMS, problemsOf, type RefusedAct } from './refusals.ts'

const VERTROUWELIJKHEID_REFUSALS = ['behandelaar_not_of_team'] as const satisfies ApiRefusal[]

/** Like a toewijzing it makes neither a versie nor an event. */
export const vertrouwelijkheidZetten = operation({
  on: 'POST /zaken/{uuid}/vertrouwelijkheden',
  id: 'vertrouwelijkheidZetten',
  tag: 'Handelingen',
  summary: 'Set or lift the confidentiality of a zaak',
  description:
    'At the desk, only its team sees a vertrouwelijke zaak. Nothing changes for API clients and the citizen: no event is published, and the versie stays the same.',
  scope: 'zaken.vertrouwelijkheid',
  once: true,
  lane: 'acts',
  body: {
    schema: vertrouwelijkheidRequest.meta({ id: 'Vertrouwelijkheid' }),
    example: { vertrouwelijk: true, reden: 'Er loopt een onderzoek.' },
  },
  answers: {
    201: {
      description: 'The present setting.',
      schema: vertrouwelijkheidSet.meta({ id: 'VertrouwelijkheidGezet' }),
      example: { vertrouwelijk: true },
    },
  },
  problems: { ...SLEUTEL_PROBLEMS, ...ONBEKEND_PROBLEMS, ...problemsOf(VERTROUWELIJKHEID_REFUSALS) },
  async handle(ctx, { params: { uuid: zaakId }, caller: { zaaktypen }, actor: { traceparent }, keyed, body, refuse }) {
    return answerAct<RefusedAct<(typeof VERTROUWELIJKHEID_REFUSALS)[number]>>(ctx, { keyed, refuse }, async () => {
      const set = await setVertrouwelijk(ctx, { zaakId, ...body, door: { request: keyed }, zaaktypen, traceparent })
      return set.ok ? { ok: true, antwoord: { vertrouwelijk: body.vertrouwelijk } } : set
    })
  },
})
