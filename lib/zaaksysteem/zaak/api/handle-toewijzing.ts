import { toewijzingRequest } from '#lib/contract/handeling-requests.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { type Answer, answerOnce, type KeyedRequest } from '../../api/answer-once.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Assignment, assignZaken } from '../toewijzing/assign-zaken.ts'
import { type RefusedRequest, readKeyedRequest, refusedResponse } from './read-keyed-request.ts'
import type { ApiRefusal } from './refusals.ts'

export const TOEWIJZING_REFUSALS = [
  'closed',
  'behandelaar_unknown',
  'behandelaar_not_permitted',
  'team_unknown',
] as const satisfies ApiRefusal[]

type Refused = RefusedRequest<(typeof TOEWIJZING_REFUSALS)[number]>

/**
 * `/v1/zaken/{uuid}/toewijzingen`: an allowed client gives a zaak to a behandelaar or a team, once for each
 * Idempotency-Key. It is no Act like the others: it has neither versie nor event.
 */
export async function handleToewijzing(
  ctx: ZaaksysteemContext,
  request: Request,
  { uuid: zaakId }: { uuid: string },
): Promise<Response> {
  const wanted = { zaakId, segment: 'toewijzingen', scope: 'zaken.verdelen', schema: toewijzingRequest } as const
  const read = await readKeyedRequest(ctx, request, wanted)
  if (!read.ok) return read.response
  const { zaaktypen } = read
  const traceparent = traceparentOf(request.headers.get('traceparent'))
  const answer = await answerOnce<Refused>(ctx, read.keyed, () =>
    assign(ctx, { zaakId, ...read.value, request: read.keyed, zaaktypen, traceparent }),
  )
  return answer.ok ? jsonResponse(answer.antwoord, { status: answer.httpStatus }) : refusedResponse(answer)
}

type Wanted = Pick<Assignment, 'zaaktypen' | 'traceparent'> & {
  zaakId: string
  behandelaar: string | null
  team?: string | undefined
  request: KeyedRequest
}

async function assign(
  ctx: ZaaksysteemContext,
  { zaakId, behandelaar: subject, team, request, ...rest }: Wanted,
): Promise<Answer | Refused> {
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
      return { ok: true, httpStatus: request.httpStatus, antwoord: { behandelaar: subject, team: zaak.team } }
    case 'closed':
    case 'behandelaar_not_permitted':
      return { ok: false, reason: 'refused', broken: [zaak.uitkomst] }
    case 'repeated':
      return { ok: false, reason: 'key_reused' }
    default:
      return { ok: false, reason: 'not_found' }
  }
}
