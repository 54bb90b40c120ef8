import { GEBEURTENIS_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import {
  toewijzingRequest,
  vertrouwelijkheidRequest,
  vertrouwelijkheidSet,
  zaakAssigned,
  zaakChanged,
} from '#lib/contract/handeling-requests.ts'
import type { Problems } from '#lib/platform/http/problem-json.ts'
import { codesOf } from '#lib/platform/openapi/codes-of.ts'
import { SLEUTEL_PROBLEMS } from '../../api/read-idempotent-request.ts'
import { TOEWIJZING_REFUSALS } from '../../zaak/api/handle-toewijzing.ts'
import { VERTROUWELIJKHEID_REFUSALS } from '../../zaak/api/handle-vertrouwelijkheid.ts'
import { ONBEKEND_PROBLEMS, VERSIE_PROBLEMS } from '../../zaak/api/read-keyed-request.ts'
import { API_HANDELINGEN, type ApiRefusal, REFUSALS, refusalsOf } from '../../zaak/api/refusals.ts'
import { type ApiOperation, idempotencyKey } from '../api-operation.ts'

const refusalsNamed = (codes: readonly ApiRefusal[]): Problems =>
  Object.fromEntries(codes.map((code) => [code, REFUSALS[code]]))

const changed = zaakChanged.meta({ id: 'ZaakGewijzigd' })

const ACTS = Object.values(API_HANDELINGEN).map(({ act }): ApiOperation => {
  const { segment, scope, schema, id, name, summary, example } = act.api
  return {
    on: `POST /zaken/{uuid}/${segment}`,
    id,
    tag: 'Handelingen',
    summary,
    scope,
    headers: idempotencyKey,
    body: { schema: schema.meta({ id: name }), example },
    answers: {
      201: {
        description: 'It was done.',
        schema: changed,
        example: { gebeurtenisId: GEBEURTENIS_ID, versie: 3 },
      },
    },
    problems: codesOf(SLEUTEL_PROBLEMS, ONBEKEND_PROBLEMS, VERSIE_PROBLEMS, refusalsOf(act)),
  }
})

export const HANDELING_OPERATIONS: readonly ApiOperation[] = [
  ...ACTS,
  {
    on: 'POST /zaken/{uuid}/toewijzingen',
    id: 'zaakVerdelen',
    tag: 'Handelingen',
    summary: 'Gives a zaak to a behandelaar, or back to a team',
    description: 'Outside the zaaksysteem it changes nothing: there is no event, and the versie stays.',
    scope: 'zaken.verdelen',
    headers: idempotencyKey,
    body: { schema: toewijzingRequest.meta({ id: 'Toewijzing' }), example: { behandelaar: null, team: 'Omgeving' } },
    answers: {
      201: {
        description: 'Who has it now.',
        schema: zaakAssigned.meta({ id: 'ZaakToegewezen' }),
        example: { behandelaar: null, team: 'Omgeving' },
      },
    },
    problems: codesOf(SLEUTEL_PROBLEMS, ONBEKEND_PROBLEMS, refusalsNamed(TOEWIJZING_REFUSALS)),
  },
  {
    on: 'POST /zaken/{uuid}/vertrouwelijkheden',
    id: 'vertrouwelijkheidZetten',
    tag: 'Handelingen',
    summary: 'Shields a zaak at the desk, for its team alone, or no longer',
    description: 'What API clients and the citizen see stays as it is: there is no event, and the versie stays.',
    scope: 'zaken.vertrouwelijkheid',
    headers: idempotencyKey,
    body: {
      schema: vertrouwelijkheidRequest.meta({ id: 'Vertrouwelijkheid' }),
      example: { vertrouwelijk: true, reden: 'Er loopt een onderzoek.' },
    },
    answers: {
      201: {
        description: 'What it is now.',
        schema: vertrouwelijkheidSet.meta({ id: 'VertrouwelijkheidGezet' }),
        example: { vertrouwelijk: true },
      },
    },
    problems: codesOf(SLEUTEL_PROBLEMS, ONBEKEND_PROBLEMS, refusalsNamed(VERTROUWELIJKHEID_REFUSALS)),
  },
]
