import { v7 } from 'uuid'
import type { StatusSoort } from '#lib/contract/event-types.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import type { KeyedRequest } from '../../api/answer-once.ts'
import { hashBetrokkene } from '../../audit/hash-betrokkene.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { composeGebeurtenis } from '../../outbox/compose-gebeurtenis.ts'
import type { ActRow } from './act-statement.ts'

/** The actor of registrations without a behandelaar or API client. */
const AANVRAAGFORMULIER = 'aanvraagformulier'

/** The actor of acts by law, in the history and the audittrail. */
export const TERMIJNBEWAKING = 'termijnbewaking'

/**
 * The actor of a change: a behandelaar, an API client with or without an Idempotency-Key, or
 * a task of the zaaksysteem.
 */
export type GezetDoor =
  | { behandelaarId: string; request?: never; client?: never; taak?: never }
  | { behandelaarId?: never; request: KeyedRequest; client?: never; taak?: never }
  | { behandelaarId?: never; request?: never; client: string; taak?: never }
  | { behandelaarId?: never; request?: never; client?: never; taak: string }

type Change = {
  zaakId: string
  /** the versie of the zaak with this change */
  versie: number
  soort: StatusSoort
  /** the name in the audittrail */
  handeling: string
  /** null when the aanvrager is no person */
  aanvragerBsn: string | null
  /** null at registration */
  oudeStatus: string | null
  nieuweStatus: string
  /** true when the zaak is closed afterwards */
  isEinde?: boolean
  toelichting?: string | undefined
  /** code of an opschortingsreden */
  reden?: string | undefined
  /** the day from which it counts, `yyyy-mm-dd`; absent: the day of its recording */
  gebeurdOp?: string | undefined
  /** the besluit that it makes or changes */
  besluitId?: string | undefined
  /** the document that it adds or withdraws */
  documentId?: string | undefined
  /** true when only the status and toelichting change */
  onlyStatus: boolean
  gezetDoor: GezetDoor | undefined
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string | undefined
  traceparent: string
}

export function actorOf(gezetDoor: GezetDoor | undefined) {
  const { behandelaarId, request, client = request?.client, taak = AANVRAAGFORMULIER } = gezetDoor ?? {}
  if (behandelaarId) return { actorSoort: 'behandelaar', actor: behandelaarId }
  return client ? { actorSoort: 'api_client', actor: client } : { actorSoort: 'taak', actor: taak }
}

/**
 * Returns the actor as columns of an act.
 *
 * @param aanvragerBsn null when the aanvrager is no person
 */
export function auditRow(
  ctx: Pick<ZaaksysteemContext, 'env' | 'once'>,
  {
    handeling,
    traceparent,
    aanvragerBsn,
    ...by
  }: Pick<Change, 'handeling' | 'traceparent' | 'aanvragerBsn'> & { actorSoort: string; actor: string },
): ActRow {
  const { traceId, parentSpanId } = idsOfTraceparent(traceparent)
  return {
    handeling,
    actor_soort: by.actorSoort,
    actor: by.actor,
    trace_id: `\\x${traceId}`,
    parent_span_id: `\\x${parentSpanId}`,
    betrokkene: aanvragerBsn && `\\x${hashBetrokkene(ctx, aanvragerBsn).toString('hex')}`,
  }
}

/** Returns a change of one zaak as columns of an act, with its event. */
export function composeAct(ctx: ZaaksysteemContext, change: Change): { gebeurtenisId: string; act: ActRow } {
  const { clock, env } = ctx
  const now = clock()
  const gebeurtenisId = change.gebeurtenisId ?? v7({ msecs: now.getTime() })
  const { zaakId, versie, soort, toelichting, reden, gebeurdOp, onlyStatus, gezetDoor } = change
  const volledigeVersie = onlyStatus && !toelichting ? versie : undefined
  const { type, event } = composeGebeurtenis(
    { env },
    { ...change, id: gebeurtenisId, vastgelegdOp: now, volledigeVersie },
  )
  const { behandelaarId, request, client = request?.client, taak } = gezetDoor ?? {}
  const act: ActRow = {
    zaak_id: zaakId,
    gebeurtenis_id: gebeurtenisId,
    vastgelegd_op: now,
    soort,
    type,
    event,
    toelichting: toelichting || null,
    reden,
    gebeurd_op: gebeurdOp,
    behandelaar: behandelaarId,
    client: client ?? taak,
    sleutel: request?.sleutel,
    request_hash: request?.requestHash,
    http_status: request?.httpStatus,
    ...auditRow(ctx, { ...change, ...actorOf(gezetDoor) }),
  }
  return { gebeurtenisId, act }
}
