import { v7 } from 'uuid'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import type { KeyedRequest } from '../../api/answer-once.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { StatusSoort } from '../../generated/client.ts'
import { composeGebeurtenis } from '../../outbox/compose-gebeurtenis.ts'
import { STATE_COLUMNS } from './zaak-state.ts'

/** Who changes a zaak: a behandelaar, an API client with a request, or a task of the zaaksysteem. */
export type GezetDoor =
  | { behandelaarId: string; request?: never; taak?: never }
  | { behandelaarId?: never; request: KeyedRequest; taak?: never }
  | { behandelaarId?: never; request?: never; taak: string }

export type Change = {
  zaakId: string
  /** the zaak's versie with this change */
  versie: number
  soort: StatusSoort
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

/**
 * The statement of an act on one zaak. What belongs to the change selects from `changed`, so a change of no row writes
 * nothing of it; and it gets its `volgorde` after the row of the zaak is locked, until the commit, so that events of one
 * zaak are written in the order of their commits.
 *
 * @param change updates or inserts the zaak. $2 is the moment of the change; parameters of its own begin at $14.
 * @param also further parts of the statement, by name; they select from `changed`
 */
export function changeStatement(name: string, change: string, also: Record<string, string> = {}) {
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
      select $8, $9, $10, $11::int, $12::jsonb, $2::timestamptz from changed where $9::text is not null
    )${further.join('')}
    select identificatie, pg_notify('gebeurtenis', '') from changed`
  return { name, text }
}

/** Runs the statement of an act. Gives no `zaak` when it changed none. */
export async function writeChange(
  { pool, clock, env }: ZaaksysteemContext,
  statement: { name: string; text: string },
  { change, values }: { change: Change; values: (string | null)[] },
): Promise<{ gebeurtenisId: string; zaak: { identificatie: string } | undefined }> {
  const now = clock()
  const gebeurtenisId = change.gebeurtenisId ?? v7({ msecs: now.getTime() })
  const { zaakId, versie, soort, toelichting, reden, onlyStatus, gezetDoor } = change
  const volledigeVersie = onlyStatus && !toelichting ? versie : undefined
  const composed = { ...change, id: gebeurtenisId, vastgelegdOp: now, volledigeVersie }
  const { type, event } = composeGebeurtenis({ env }, composed)
  const { behandelaarId, request, taak } = gezetDoor ?? {}
  const door = [behandelaarId ?? null, request?.client ?? taak ?? null]
  const recorded = [gebeurtenisId, now.toISOString(), type, event, soort, toelichting || null, ...door]
  const answered = request
    ? [request.sleutel, request.requestHash, String(request.httpStatus), JSON.stringify({ gebeurtenisId, versie })]
    : [null, null, null, null]
  const complete = { ...statement, values: [...recorded, ...answered, reden ?? null, ...values] }
  const [zaak] = (await groupCommit(pool, complete, zaakId)) as { identificatie: string }[]
  return { gebeurtenisId, zaak }
}
