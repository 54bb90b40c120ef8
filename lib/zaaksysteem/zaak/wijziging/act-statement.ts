import type { RowStatement } from '#lib/platform/postgres/group-commit.ts'
import { insertGebeurtenissen } from '../../outbox/compose-gebeurtenis.ts'
import { STATE_COLUMNS } from './zaak-state.ts'

/** SQL types by the name of a column. */
type Columns = Readonly<Record<string, string>>

const ACT = {
  n: 'int',
  zaak_id: 'uuid',
  gebeurtenis_id: 'uuid',
  vastgelegd_op: 'timestamptz',
  soort: 'text',
  type: 'text',
  event: 'text',
  toelichting: 'text',
  reden: 'text',
  gebeurd_op: 'date',
  behandelaar: 'uuid',
  client: 'text',
  sleutel: 'text',
  request_hash: 'text',
  http_status: 'int',
  handeling: 'text',
  actor_soort: 'actor_soort',
  actor: 'text',
  trace_id: 'bytea',
  parent_span_id: 'bytea',
  betrokkene: 'bytea',
} satisfies Columns

/** A row in the JSON argument; `n` is its place in the group. */
export type ActRow = Partial<Record<Exclude<keyof typeof ACT, 'n'>, unknown>> & Record<string, unknown>

const OF_ZAAK = ['id', 'identificatie', 'versie', 'behandelaar_id', ...STATE_COLUMNS.split(', ')]

/** Returns the rows of `act`, for a statement that runs with many acts. */
export function actsSql(columns: Columns = {}): string {
  const typed = Object.entries({ ...ACT, ...columns }).map(([column, type]) => `${column} ${type}`)
  return `act as (select * from json_to_recordset($1) as act (${typed.join(', ')}))`
}

/** Returns the columns of `act` for RETURNING and SELECT. */
export function actColumns(columns: Columns = {}): string {
  return columnsOf('act', Object.keys({ ...ACT, ...columns }))
}

const columnsOf = (table: string, names: readonly string[]) => names.map((name) => `${table}.${name}`).join(', ')

/** Writes the auditregels of acts. `source` has the columns of `act`. */
export const audited = (source: string) => `
  insert into auditregel (id, tijdstip, handeling, actor_soort, actor, trace_id, parent_span_id, betrokkene, zaak_id,
    uitkomst)
  select gebeurtenis_id, vastgelegd_op, handeling, actor_soort, actor, trace_id, parent_span_id, betrokkene, zaak_id,
    'gelukt'
  from ${source}`

/**
 * Condition on `act`: no earlier request used its Idempotency-Key. Written as an index lookup, which does not
 * depend on the planner's statistics.
 */
export const FIRST_OF_ITS_KEY = `(
  select true from idempotentie where idempotentie.client = act.client and idempotentie.sleutel = act.sleutel limit 1
) is null`

/** Further writes of an act. `also`: named parts that select from `changed`, which has the `columns`. */
export type Further = { columns?: Columns; also?: Readonly<Record<string, string>> }

/** The statement of acts of one kind. The data of each act are a row of `act`. */
export type ActStatement = Omit<RowStatement, 'row'>

/**
 * Returns the statement of acts of one kind, each on another zaak. All further writes select from `changed`,
 * so an act that changes no row writes nothing. The result has the `n` of the acts that changed their zaak.
 *
 * @param parts.change updates or inserts `zaak` from `act`
 * @param parts.columns the further columns of `act` that `change` needs
 * @param parts.answer further members of the response to an API client, from `changed`, besides the
 * event and the versie
 */
export function actStatement(parts: {
  name: string
  change: { update: string } | { insert: string }
  columns: Columns
  further: Further
  answer?: string
}): ActStatement {
  const { name, change, columns, further, answer } = parts
  const ofAct = actColumns(further.columns)
  const changed =
    'update' in change
      ? `changed as (${change.update} returning ${ofAct}, ${columnsOf('zaak', OF_ZAAK)})`
      : `inserted as (${change.insert} returning ${columnsOf('zaak', OF_ZAAK)}), changed as (
           select ${ofAct}, ${columnsOf('inserted', OF_ZAAK)} from inserted join act on act.zaak_id = inserted.id
         )`
  const also = Object.entries(further.also ?? {}).map(([part, text]) => `, ${part} as (${text})`)
  const text = `
    with ${actsSql({ ...columns, ...further.columns })}, ${changed}, announced as (${insertGebeurtenissen('changed')}), recorded as (
      insert into status (gebeurtenis_id, datum_status_gezet, zaak_id, versie, soort, ${STATE_COLUMNS},
        statustoelichting, gezet_door_id, gezet_door_client, reden, gebeurd_op)
      select gebeurtenis_id, vastgelegd_op, id, versie, soort, ${STATE_COLUMNS}, toelichting, behandelaar, client, reden,
        gebeurd_op
      from changed
    ), answered as (
      insert into idempotentie (client, sleutel, request_hash, http_status, antwoord, aangemaakt_op)
      select client, sleutel, request_hash, http_status,
        jsonb_build_object('gebeurtenisId', gebeurtenis_id, 'versie', versie)${answer ? ` || ${answer}` : ''},
        vastgelegd_op
      from changed where sleutel is not null
    ), audited as (${audited('changed')})${also.join('')}
    select n, identificatie, pg_notify('gebeurtenis', '') from changed`
  return { name, text }
}
