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
import { HANDELINGEN } from '../../zaak/api/handelingen.ts'
import { TOEWIJZING_REFUSALS } from '../../zaak/api/handle-toewijzing.ts'
import { VERTROUWELIJKHEID_REFUSALS } from '../../zaak/api/handle-vertrouwelijkheid.ts'
import { ONBEKEND_PROBLEMS, VERSIE_PROBLEMS } from '../../zaak/api/read-keyed-request.ts'
import { REFUSALS } from '../../zaak/api/refusals.ts'
import { type ApiOperation, idempotencyKey } from '../api-operation.ts'

type Refusal = keyof typeof REFUSALS

const refusalsOf = (codes: readonly Refusal[]): Problems =>
  Object.fromEntries(codes.map((code) => [code, REFUSALS[code]]))

const changed = zaakChanged.meta({ id: 'ZaakGewijzigd' })

type Described = { id: string; name: string; summary: string; example: unknown }

/** What the document says of each act, by the last segment of its path. */
const DESCRIBED: Record<keyof typeof HANDELINGEN, Described> = {
  statussen: {
    id: 'statusZetten',
    name: 'Status',
    summary: 'Sets the next status; the eindstatus closes the zaak',
    example: {
      versie: 1,
      statustype: 'aanvraag_compleet',
      statustoelichting: 'Wij hebben alles wat wij nodig hebben.',
    },
  },
  correcties: {
    id: 'statusCorrigeren',
    name: 'Correctie',
    summary: 'Takes back a status that was set by mistake',
    example: { versie: 3, statustoelichting: 'Deze status was van een andere aanvraag.' },
  },
  heropeningen: {
    id: 'zaakHeropenen',
    name: 'Heropening',
    summary: 'Opens a closed zaak again',
    example: { versie: 5, statustoelichting: 'Wij bekijken uw aanvraag opnieuw.' },
  },
  opschortingen: {
    id: 'zaakOpschorten',
    name: 'Opschorting',
    summary: 'Lets the legal term stand still (Awb 4:15)',
    example: { versie: 2, reden: 'overmacht', op: '2026-11-26', tot: '2026-12-10' },
  },
  hervattingen: {
    id: 'zaakHervatten',
    name: 'Hervatting',
    summary: 'Lets the term run again; both dates move',
    example: { versie: 3, op: '2026-12-08' },
  },
  verlengingen: {
    id: 'zaakVerlengen',
    name: 'Verlenging',
    summary: 'Extends the term, once',
    example: { versie: 2, dagen: 42, statustoelichting: 'Wij wachten op een advies.' },
  },
  aanvullingsverzoeken: {
    id: 'aanvullingVragen',
    name: 'Aanvullingsverzoek',
    summary: 'Asks the aanvrager to send something; the term stands still (Awb 4:5)',
    example: { versie: 2, uiterlijk: '2026-12-10', aanvullingen: [{ naam: 'Tekening van de achterkant' }] },
  },
  aanvullingen: {
    id: 'aanvullingOntvangen',
    name: 'Aanvulling',
    summary: 'Says that all that was asked came; the term runs again',
    example: { versie: 3, op: '2026-12-08' },
  },
}

const ACTS = Object.entries(HANDELINGEN).map(([segment, { scope, schema, refusals }]): ApiOperation => {
  const { id, name, summary, example } = DESCRIBED[segment] as Described
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
    problems: codesOf(SLEUTEL_PROBLEMS, ONBEKEND_PROBLEMS, VERSIE_PROBLEMS, refusalsOf(refusals)),
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
    problems: codesOf(SLEUTEL_PROBLEMS, ONBEKEND_PROBLEMS, refusalsOf(TOEWIJZING_REFUSALS)),
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
    problems: codesOf(SLEUTEL_PROBLEMS, ONBEKEND_PROBLEMS, refusalsOf(VERTROUWELIJKHEID_REFUSALS)),
  },
]
