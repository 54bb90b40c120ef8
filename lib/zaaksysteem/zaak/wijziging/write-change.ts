import { v7 } from 'uuid'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import type { KeyedRequest } from '../../api/answer-once.ts'
import type { Handelingnaam } from '../../audit/handelingnamen.ts'
import { hashBetrokkene } from '../../audit/hash-betrokkene.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { StatusSoort } from '../../generated/client.ts'
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

export type Change = {
  zaakId: string
  /** the zaak's versie with this change */
  versie: number
  soort: StatusSoort
  /** as the audittrail names it */
  handeling: Handelingnaam
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

type Audited = Pick<Change, 'handeling' | 'aanvragerBsn' | 'traceparent'> & { actorSoort: string; actor: string }

/**
 * The statement of an act on one zaak. What belongs to the change selects from `changed`, so a change of no row writes
 * nothing of it; and it gets its `volgorde` after the row of the zaak is locked, until the commit, so that events of one
 * zaak are written in the order of their commits.
 *
 * @param change updates or inserts the zaak. $2 is the moment of the change; parameters of its own begin at $14.
 * @param options.also further parts of the statement, by name; they select from `changed`
 * @param options.answer of an API client's request, where that holds more than the event and the versie
 */
export function changeStatement(
  name: string,
  change: string,
  { also = {}, answer = '$12::jsonb' }: { also?: Record<string, string> | undefined; answer?: string } = {},
) {
  const audited = audit('changed', change + Object.values(also).join())
  const further = Object.entries(also).map(([part, statement]) => `, ${part} as (${statement})`)
  const text = `
    with changed as (
      ${change}
      returning id, identificatie, versie, behandelaar_id, ${STATE_COLUMNS}
    ), announced as (
      insert into gebeurtenis (id, vastgelegd_op, zaak_id, type, event)
      select $1::uuid, $2::timestamptz, id, $3, $4 from changed
    ), recorded as (
      insert into status (id, gebeurtenis_id, datum_status_gezet, zaak_id, versie, soort, ${STATE_COLUMNS},
        statustoelichting, gezet_door_id, gezet_door_client, reden)
      select $1::uuid, $1::uuid, $2::timestamptz, id, versie, $5::status_soort, ${STATE_COLUMNS}, $6, $7::uuid, $8, $13
      from changed
    ), answered as (
      insert into idempotentie (client, sleutel, request_hash, http_status, antwoord, aangemaakt_op)
      select $8, $9, $10, $11::int, ${answer}, $2::timestamptz from changed where $9::text is not null
    ), audited as (
      ${audited}
    )${further.join('')}
    select identificatie, pg_notify('gebeurtenis', '') from changed`
  return { name, text }
}

/**
 * The part of an act's statement that leaves its row in the audittrail. $1 is the id of its event, $2 its moment; its own
 * parameters, `auditValues`, come last: they begin after the highest of the other parts.
 *
 * @param source the part that holds the id of the zaak
 */
export function audit(source: string, parts: string): string {
  const last = Math.max(...[...parts.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))
  const casts = ['text', 'actor_soort', 'text', 'bytea', 'bytea', 'bytea']
  return `
      insert into handeling (id, tijdstip, handeling, actor_soort, actor, trace_id, parent_span_id, betrokkene, zaak_id,
        uitkomst)
      select $1::uuid, $2::timestamptz, ${casts.map((cast, index) => `$${last + 1 + index}::${cast}`).join(', ')}, id, 'gelukt'
      from ${source}`
}

export function auditValues(
  ctx: Pick<ZaaksysteemContext, 'env'>,
  { handeling, actorSoort, actor, traceparent, aanvragerBsn }: Audited,
) {
  const { traceId, parentSpanId } = idsOfTraceparent(traceparent)
  const betrokkene = aanvragerBsn && `\\x${hashBetrokkene(ctx, aanvragerBsn).toString('hex')}`
  return [handeling, actorSoort, actor, `\\x${traceId}`, `\\x${parentSpanId}`, betrokkene]
}

/** As the log and the audittrail name who acts. */
export function actorOf(gezetDoor: GezetDoor | undefined) {
  const { behandelaarId, request, client = request?.client, taak = AANVRAAGFORMULIER } = gezetDoor ?? {}
  if (behandelaarId) return { actorSoort: 'behandelaar', actor: behandelaarId }
  return client ? { actorSoort: 'api_client', actor: client } : { actorSoort: 'taak', actor: taak }
}

/** Runs the statement of an act. Gives no `zaak` when it changed none. */
export async function writeChange(
  ctx: ZaaksysteemContext,
  statement: { name: string; text: string },
  { change, values }: { change: Change; values: (string | null)[] },
): Promise<{ gebeurtenisId: string; zaak: { identificatie: string } | undefined }> {
  const { pool, clock, env } = ctx
  const now = clock()
  const gebeurtenisId = change.gebeurtenisId ?? v7({ msecs: now.getTime() })
  const { zaakId, versie, soort, toelichting, reden, onlyStatus, gezetDoor } = change
  const volledigeVersie = onlyStatus && !toelichting ? versie : undefined
  const composed = { ...change, id: gebeurtenisId, vastgelegdOp: now, volledigeVersie }
  const { type, event } = composeGebeurtenis({ env }, composed)
  const { behandelaarId, request, client = request?.client, taak } = gezetDoor ?? {}
  const door = [behandelaarId ?? null, client ?? taak ?? null]
  const recorded = [gebeurtenisId, now.toISOString(), type, event, soort, toelichting || null, ...door]
  const answered = request
    ? [request.sleutel, request.requestHash, String(request.httpStatus), JSON.stringify({ gebeurtenisId, versie })]
    : [null, null, null, null]
  const audited = auditValues(ctx, { ...change, ...actorOf(gezetDoor) })
  const complete = { ...statement, values: [...recorded, ...answered, reden ?? null, ...values, ...audited] }
  const [zaak] = (await groupCommit(pool, complete, zaakId)) as { identificatie: string }[]
  return { gebeurtenisId, zaak }
}
