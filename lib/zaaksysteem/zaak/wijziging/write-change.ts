import { v7 } from 'uuid'
import type { StatusSoort } from '#lib/contract/event-types.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import type { KeyedRequest } from '../../api/answer-once.ts'
import { hashBetrokkene } from '../../audit/hash-betrokkene.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { composeGebeurtenis } from '../../outbox/compose-gebeurtenis.ts'
import type { ActRow, ActStatement } from './act-statement.ts'

/** Registers a zaak when nobody else does. */
const AANVRAAGFORMULIER = 'aanvraagformulier'

/** Does what the law does with a term. In the history, where an act of a person has a name. */
export const TERMIJNBEWAKING = 'termijnbewaking'

/**
 * Who changes a zaak: a behandelaar, an API client with a request that happens once by its key or with one that needs none, or
 * a task of the zaaksysteem.
 */
export type GezetDoor =
  | { behandelaarId: string; request?: never; client?: never; taak?: never }
  | { behandelaarId?: never; request: KeyedRequest; client?: never; taak?: never }
  | { behandelaarId?: never; request?: never; client: string; taak?: never }
  | { behandelaarId?: never; request?: never; client?: never; taak: string }

type Change = {
  zaakId: string
  /** the zaak's versie with this change */
  versie: number
  soort: StatusSoort
  /** as the audittrail names it */
  handeling: string
  /** null: the aanvrager is no person */
  aanvragerBsn: string | null
  /** null at registration */
  oudeStatus: string | null
  nieuweStatus: string
  /** whether the zaak is closed then */
  isEinde?: boolean
  toelichting?: string | undefined
  /** code of an opschortingsreden */
  reden?: string | undefined
  /** the day that counts, `yyyy-mm-dd`; absent: that of its recording */
  gebeurdOp?: string | undefined
  /** of the besluit that it makes or changes */
  besluitId?: string | undefined
  /** of the document that it adds or withdraws */
  documentId?: string | undefined
  /** whether it changes no more of the zaak than its status and toelichting */
  onlyStatus: boolean
  gezetDoor: GezetDoor | undefined
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string | undefined
  traceparent: string
}

/** As the log and the audittrail name who acts. */
export function actorOf(gezetDoor: GezetDoor | undefined) {
  const { behandelaarId, request, client = request?.client, taak = AANVRAAGFORMULIER } = gezetDoor ?? {}
  if (behandelaarId) return { actorSoort: 'behandelaar', actor: behandelaarId }
  return client ? { actorSoort: 'api_client', actor: client } : { actorSoort: 'taak', actor: taak }
}

/**
 * Who acts as the columns of an act have it.
 *
 * @param aanvragerBsn null: the aanvrager is no person
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

/**
 * Writes an act on one zaak, in one statement with the other acts of its kind and moment. It gets its sequence after the
 * row of the zaak is locked, until the commit, so that events of one zaak are in the order of their commits, as all are.
 * Gives no `zaak` when it changed none.
 *
 * @param row what only acts of this kind say of themselves
 */
export async function writeChange(
  ctx: ZaaksysteemContext,
  { statement, row }: { statement: ActStatement; row: ActRow },
  change: Change,
): Promise<{ gebeurtenisId: string; zaak: { identificatie: string } | undefined }> {
  const { pool, clock, env } = ctx
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
    ...row,
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
  const [zaak] = (await groupCommit(pool, { ...statement, row: act }, zaakId)) as { identificatie: string }[]
  return { gebeurtenisId, zaak }
}
