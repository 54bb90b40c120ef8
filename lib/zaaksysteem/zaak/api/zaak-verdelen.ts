import { toewijzingRequest, zaakAssigned } from '#lib/contract/handeling-requests.ts'
import type { Answer, KeyedRequest } from '../../api/answer-once.ts'
import { operation, SLEUTEL_PROBLEMS } from '../../api/operation.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Assignment, assignZaken } from '../toewijzing/assign-zaken.ts'
import { type ApiRefusal, answerAct, ONBEKEND_PROBLEMS, problemsOf, type RefusedAct } from './refusals.ts'

const TOEWIJZING_REFUSALS = [
  'closed',
  'behandelaar_unknown',
  'behandelaar_not_permitted',
  'team_unknown',
] as const satisfies ApiRefusal[]

type Refused = RefusedAct<(typeof TOEWIJZING_REFUSALS)[number]>

/** Unlike other handelingen it makes neither a versie nor an event. */
export const zaakVerdelen = operation({
  on: 'POST /zaken/{uuid}/toewijzingen',
  id: 'zaakVerdelen',
  tag: 'Handelingen',
  summary: 'Assign a zaak to a behandelaar or team',
  description: 'Nothing changes outside the zaaksysteem: no event is published, and the versie stays the same.',
  scope: 'zaken.verdelen',
  once: true,
  lane: 'acts',
  body: { schema: toewijzingRequest.meta({ id: 'Toewijzing' }), example: { behandelaar: null, team: 'Omgeving' } },
  answers: {
    201: {
      description: 'The present behandelaar and team.',
      schema: zaakAssigned.meta({ id: 'ZaakToegewezen' }),
      example: { behandelaar: null, team: 'Omgeving' },
    },
  },
  problems: { ...SLEUTEL_PROBLEMS, ...ONBEKEND_PROBLEMS, ...problemsOf(TOEWIJZING_REFUSALS) },
  async handle(ctx, { params: { uuid: zaakId }, caller: { zaaktypen }, actor: { traceparent }, keyed, body, refuse }) {
    const wanted = { zaakId, ...body, request: keyed, zaaktypen, traceparent }
    return answerAct<Refused>(ctx, { keyed, refuse }, () => assign(ctx, wanted))
  },
})

type Wanted = Pick<Assignment, 'zaaktypen' | 'traceparent'> & {
  zaakId: string
  behandelaar: string | null
  team?: string | undefined
  request: KeyedRequest
}

async function assign(
  ctx: ZaaksysteemContext,
  { zaakId, behandelaar: subject, team, request, ...rest }: Wanted,
): Promise<Pick<Answer, 'ok' | 'antwoord'> | Refused> {
  const assigned = await assignZaken(ctx, {
    zaken: [{ id: zaakId }],
    naar: { behandelaar: subject === null ? null : { subject }, team },
    door: { request },
    ...rest,
  })
  if (!assigned.ok) return assigned
  const [zaak] = assigned.uitkomsten
  switch (zaak?.uitkomst) {
    case 'assigned':
    case 'unchanged':
      return { ok: true, antwoord: { behandelaar: subject, team: zaak.team } }
    case 'closed':
    case 'behandelaar_not_permitted':
      return { ok: false, reason: 'refused', broken: [zaak.uitkomst] }
    case 'repeated':
      return { ok: false, reason: 'key_reused' }
    default:
      return { ok: false, reason: 'not_found' }
  }
}
