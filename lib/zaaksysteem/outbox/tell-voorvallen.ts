import { CloudEvent } from 'cloudevents'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { VOORVAL_DATA, VOORVAL_TYPES, type Voorval } from '#lib/contract/event-types.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { clientRights, clientsOfEnvironment } from '#lib/zaaksysteem/api/api-client.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { lockOrder } from './distribute-gebeurtenissen.ts'

/** Composes the event of a change in an abonnement. No request caused it, so it begins a trace. */
export function composeVoorval(
  { env }: Pick<ZaaksysteemContext, 'env'>,
  {
    id,
    abonnementId,
    soort,
    gegeven,
    op,
  }: {
    /** UUID v7 */
    id: string
    abonnementId: string
    soort: Voorval
    /** falend: since when; uitgeschakeld: the reason */
    gegeven: string | null
    op: Date
  },
) {
  const type = VOORVAL_TYPES[soort]
  const timestamp = op.toISOString()
  const event = new CloudEvent({
    id,
    source: env.ZAAKSYSTEEM_SOURCE,
    type,
    subject: abonnementId,
    time: timestamp,
    datacontenttype: 'application/json',
    dataref: `/api/zaaksysteem/v1/abonnementen/${abonnementId}`,
    traceparent: traceparentOf(null),
    data: {
      event: VOORVAL_DATA[type].shape.event.value,
      abonnementId,
      ...(soort === 'falend' && { sinds: gegeven }),
      ...(soort === 'uitgeschakeld' && { reden: gegeven }),
      timestamp,
    },
  })
  return { type, body: JSON.stringify(event) }
}

const BATCH = 100

type Row = { id: string; abonnementId: string; soort: Voorval; gegeven: string | null; op: Date }

const TAKE = `
  delete from voorval where id in (select id from voorval order by id limit ${BATCH} for update skip locked)
  returning id::text, abonnement_id as "abonnementId", soort, gegeven, op`

/**
 * Parameters: the events (JSON), now, and `clientsOfEnvironment`. An event without recipients is not written.
 * Only abonnementen that name its type get it, because an empty list of types means all events of zaken. As
 * with zaken, only the first waiting bezorging about each abonnement is due.
 */
const TELL = `
  with told as (
    select * from json_to_recordset($1) as told (id uuid, "abonnementId" uuid, type text, op timestamptz, n int, body text)
  ), wanted as (
    select told.*, watcher.id as watcher_id, watcher.status = 'actief' and client_open as actief
    from told
    join abonnement about on about.id = told."abonnementId"
    join lateral (
      select abonnement.*, ${clientRights({ now: '$2', clients: '$3' })}
      from abonnement left join api_client on api_client.naam = abonnement.client
      where abonnement.client = about.client and abonnement.id <> about.id and told.type = any (abonnement.types)
        and abonnement.status in ('actief', 'gepauzeerd', 'uitgeschakeld')
        and jsonb_build_object('type', told.type, 'subject', about.id, 'omgekeerd',
          jsonb_build_object('type', reverse(told.type), 'subject', reverse(about.id::text))) @@ filterpad
    ) watcher on true
  ), written as (
    insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, sequence, body)
    select id, "abonnementId", type, op, nextval('voorval_sequence'), body
    from (select distinct id, "abonnementId", type, op, n, body from wanted order by n) event
    returning id, sequence
  ), planned as (
    select wanted.*, sequence, actief
      and row_number() over (partition by watcher_id, "abonnementId" order by sequence) = 1
      and (
        select earlier.sequence from bezorging earlier
        where earlier.status = 'wachtend' and earlier.abonnement_id = watcher_id and earlier.zaak_id = "abonnementId"
        limit 1
      ) is null as is_due
    from wanted join written using (id)
  )
  insert into bezorging (abonnement_id, gebeurtenis_id, zaak_id, sequence, status, volgende_poging, afgerond_op)
  select watcher_id, id, "abonnementId", sequence, case when actief then 'wachtend' else 'overgeslagen' end::bezorging_status,
         case when is_due then $2::timestamptz end, case when not actief then $2::timestamptz end
  from planned
  order by sequence`

/**
 * Reports changes in abonnementen to the other abonnementen of their clients, by events that are delivered
 * like all others. They are not in the log, so they leave no gap in it.
 */
export async function tellVoorvallen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  let taken = BATCH
  while (taken === BATCH && !signal?.aborted) taken = await inTransaction(ctx.pool, (client) => tellBatch(ctx, client))
}

async function tellBatch({ env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>, client: pg.PoolClient) {
  const { rows } = await client.query<Row>(TAKE)
  if (rows.length === 0) return 0
  const events = rows
    .sort((one, other) => Number(BigInt(one.id) - BigInt(other.id)))
    .map(({ abonnementId, op, ...row }, n) => {
      const id = uuidv7({ msecs: op.getTime() })
      return { ...composeVoorval({ env }, { ...row, id, abonnementId, op }), id, abonnementId, op, n }
    })
  await lockOrder(client)
  const { rowCount } = await client.query(TELL, [JSON.stringify(events), clock(), clientsOfEnvironment(env)])
  if (rowCount) await client.query("select pg_notify('bezorging', '')")
  return rows.length
}
