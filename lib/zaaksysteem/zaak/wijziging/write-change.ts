import { v7 } from 'uuid'
import type { StatusSoort } from '#lib/contract/event-types.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import { empty, join, raw, type Sql, sql, toStatement } from '#lib/platform/postgres/sql.ts'
import type { KeyedRequest } from '../../api/answer-once.ts'
import { hashBetrokkene } from '../../audit/hash-betrokkene.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { composeGebeurtenis } from '../../outbox/compose-gebeurtenis.ts'
import { STATE_COLUMNS } from './zaak-state.ts'

/** Registers a zaak when nobody else does. */
const AANVRAAGFORMULIER = 'aanvraagformulier'

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
  toelichting?: string | undefined
  /** code of an opschortingsreden */
  reden?: string | undefined
  /** whether it changes no more of the zaak than its status and toelichting */
  onlyStatus: boolean
  gezetDoor: GezetDoor | undefined
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string | undefined
  traceparent: string
}

/** What the parts of an act's statement may name. */
type Act = { id: Sql; at: Sql; soort: Sql; behandelaar: Sql; client: Sql; sleutel: Sql }

/** The parts of an act's statement. Those of one `name` differ in their values alone. */
export type ActStatement = {
  name: string
  /** updates or inserts the zaak */
  change: (act: Act) => Sql
  /** further parts, by name; they select from `changed` */
  also?: ((act: Act) => Record<string, Sql>) | undefined
  /** of an API client's request, where that holds more than the event and the versie; columns are those of `changed` */
  answer?: Sql | undefined
}

/** As the log and the audittrail name who acts. */
export function actorOf(gezetDoor: GezetDoor | undefined) {
  const { behandelaarId, request, client = request?.client, taak = AANVRAAGFORMULIER } = gezetDoor ?? {}
  if (behandelaarId) return { actorSoort: 'behandelaar', actor: behandelaarId }
  return client ? { actorSoort: 'api_client', actor: client } : { actorSoort: 'taak', actor: taak }
}

type Audited = Pick<Change, 'handeling' | 'aanvragerBsn' | 'traceparent'> & { actorSoort: string; actor: string }

/**
 * The part of an act's statement that leaves its row in the audittrail.
 *
 * @param source the part that holds the id of the zaak
 */
export function audit(
  ctx: Pick<ZaaksysteemContext, 'env' | 'once'>,
  { id, at }: Pick<Act, 'id' | 'at'>,
  { source, ...audited }: Audited & { source: Sql },
): Sql {
  const { handeling, actorSoort, actor, traceparent, aanvragerBsn } = audited
  const { traceId, parentSpanId } = idsOfTraceparent(traceparent)
  const betrokkene = aanvragerBsn && `\\x${hashBetrokkene(ctx, aanvragerBsn).toString('hex')}`
  return sql`
    insert into auditregel (id, tijdstip, handeling, actor_soort, actor, trace_id, parent_span_id, betrokkene, zaak_id,
      uitkomst)
    select ${id}, ${at}, ${handeling}::text, ${actorSoort}::actor_soort, ${actor}::text, ${`\\x${traceId}`}::bytea,
      ${`\\x${parentSpanId}`}::bytea, ${betrokkene}::bytea, id, 'gelukt'
    from ${source}`
}

const COLUMNS = raw(STATE_COLUMNS)

/**
 * Writes an act on one zaak as one statement. What belongs to the change selects from `changed`, so a change of no row
 * writes nothing of it; and it gets its `volgorde` after the row of the zaak is locked, until the commit, so that events
 * of one zaak are written in the order of their commits. Gives no `zaak` when it changed none.
 */
export async function writeChange(
  ctx: ZaaksysteemContext,
  statement: ActStatement,
  change: Change,
): Promise<{ gebeurtenisId: string; zaak: { identificatie: string } | undefined }> {
  const { pool, clock, env } = ctx
  const now = clock()
  const gebeurtenisId = change.gebeurtenisId ?? v7({ msecs: now.getTime() })
  const { zaakId, versie, soort, toelichting, reden, onlyStatus, gezetDoor } = change
  const volledigeVersie = onlyStatus && !toelichting ? versie : undefined
  const { type, event } = composeGebeurtenis(
    { env },
    { ...change, id: gebeurtenisId, vastgelegdOp: now, volledigeVersie },
  )
  const { behandelaarId, request, client = request?.client, taak } = gezetDoor ?? {}
  const act: Act = {
    id: sql`${gebeurtenisId}::uuid`,
    at: sql`${now}::timestamptz`,
    soort: sql`${soort}::text`,
    behandelaar: sql`${behandelaarId}::uuid`,
    client: sql`${client ?? taak}::text`,
    sleutel: sql`${request?.sleutel}::text`,
  }
  const answer = sql`${JSON.stringify({ gebeurtenisId, versie })}::jsonb`
  const further = Object.entries(statement.also?.(act) ?? {}).map(([name, part]) => sql`, ${raw(name)} as (${part})`)
  const complete = sql`
    with changed as (
      ${statement.change(act)}
      returning id, identificatie, versie, behandelaar_id, ${COLUMNS}
    ), announced as (
      insert into gebeurtenis (id, vastgelegd_op, zaak_id, type, event)
      select ${act.id}, ${act.at}, id, ${type}, ${event} from changed
    ), recorded as (
      insert into status (gebeurtenis_id, datum_status_gezet, zaak_id, versie, soort, ${COLUMNS},
        statustoelichting, gezet_door_id, gezet_door_client, reden)
      select ${act.id}, ${act.at}, id, versie, ${act.soort}, ${COLUMNS}, ${toelichting || null},
        ${act.behandelaar}, ${act.client}, ${reden}
      from changed
    ), answered as (
      insert into idempotentie (client, sleutel, request_hash, http_status, antwoord, aangemaakt_op)
      select ${act.client}, ${act.sleutel}, ${request?.requestHash}, ${request?.httpStatus}::int,
        ${statement.answer ? sql`${answer} || ${statement.answer}` : answer}, ${act.at}
      from changed where ${act.sleutel} is not null
    ), audited as (
      ${audit(ctx, act, { ...change, ...actorOf(gezetDoor), source: raw('changed') })}
    )${further.length > 0 ? join(further, '') : empty}
    select identificatie, pg_notify('gebeurtenis', '') from changed`
  const [zaak] = (await groupCommit(pool, toStatement(statement.name, complete), zaakId)) as { identificatie: string }[]
  return { gebeurtenisId, zaak }
}
