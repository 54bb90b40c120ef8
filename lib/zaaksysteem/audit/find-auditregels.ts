import { z } from 'zod'
import { type Cursor, decodeCursor, type Period, toPage } from '#lib/platform/postgres/keyset.ts'
import { empty, join, raw, sql } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { OAUTH } from '../env.ts'
import type { ActorSoort } from '../generated/client.ts'
import { type AuditregelFilter, filterConditions, orderOf } from './auditregel-filter.ts'
import { OPDRACHTREGEL } from './recorded-transaction.ts'

export const PAGE_SIZE = 50

const MAX_MS = Date.UTC(9999, 0)
/** `tijdstip` in milliseconds, and id */
const key = z.tuple([z.int().min(0).max(MAX_MS), z.uuid()])
type Key = z.infer<typeof key>

export type Auditregel = {
  id: string
  tijdstip: Date
  /** null: the same as `tijdstip` */
  begonnenOp: Date | null
  actorSoort: ActorSoort
  actor: string | null
  /** the name when the actor is a behandelaar */
  naam: string | null
  handeling: string
  objectSoort: string | null
  objectId: string | null
  zaakId: string | null
  /** zaaknummer, also of a removed zaak */
  identificatie: string | null
  /** true when the zaak was removed */
  isVerwijderd: boolean
  aantal: number | null
  uitkomst: string
  /** the fields that a beheerder changed, with their old and new values */
  wijzigingen: { veld: string[]; van: string | null; naar: string | null }[] | null
  /** the number of looks folded into this row; null when it is no look, `undefined` when none are folded */
  samen?: number | null
  /** trace, span and betrokkene are in hex */
  traceId: string
  parentSpanId: string | null
  betrokkene: string | null
}

type AuditregelPage = { regels: Auditregel[]; volgende: string | null; vorige: string | null }

/**
 * Returns a page of the audittrail, newest first, by keyset: the last page costs as much as the first. The
 * looks of one request, such as an export, are one regel, unless the filter is on a zaak or on one request.
 */
export async function findAuditregels(
  ctx: Pick<ZaaksysteemContext, 'pool'>,
  {
    cursor: text,
    ...filter
  }: AuditregelFilter & {
    /** `volgende` or `vorige` of an earlier page; anything else gives the first page */
    cursor?: string | undefined
  } = {},
): Promise<AuditregelPage> {
  const cursor = decodeCursor(text, key)
  const isFolded = !filter.zaakId && !filter.samen
  const rows = await readAuditregels(ctx, { filter, cursor, limit: PAGE_SIZE + 1, isFolded })
  const page = toPage(rows, { size: PAGE_SIZE, cursor, keyOf })
  return { regels: page.rows, volgende: page.next, vorige: page.previous }
}

export function keyOf({ tijdstip, id }: Auditregel): Key {
  return [tijdstip.getTime(), id]
}

/** Requests whose first row names no zaak. Their looks follow within an hour, such as those of an export. */
const STARTED = sql`('werkvoorraad_exporteren', 'bsn_zoeken')`
const MAX_AFTER = sql`case when auditregel.handeling in ${STARTED} then interval '1 hour' else interval '0' end`

/** False for a look that is not the first of its request in the period. `tijdstip` bounds the rows read. */
const isFirstLook = ({ van }: Period) => sql`(zaak_id is null or begonnen_op is null or not exists (
    select from auditregel first
    where first.tijdstip >= greatest(auditregel.begonnen_op, ${van ?? null}::timestamptz)
      and first.tijdstip <= auditregel.tijdstip and first.handeling = auditregel.handeling
      and first.begonnen_op = auditregel.begonnen_op and first.trace_id = auditregel.trace_id
      and case when first.zaak_id is null then first.handeling in ${STARTED}
        else (first.tijdstip, first.id) < (auditregel.tijdstip, auditregel.id) end
  ))`

const COUNT_LOOKS = sql`case when begonnen_op is not null and (zaak_id is not null or handeling in ${STARTED}) then (
    select count(*)::int from auditregel look
    where look.tijdstip >= auditregel.tijdstip and look.tijdstip <= auditregel.tijdstip + ${MAX_AFTER}
      and look.handeling = auditregel.handeling and look.begonnen_op = auditregel.begonnen_op
      and look.trace_id = auditregel.trace_id and look.zaak_id is not null
  ) end as samen,`

/**
 * Reads from the cursor on, backwards for `before`.
 *
 * @param query.isFolded true to read the looks of one request as one row
 */
export async function readAuditregels(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  {
    filter,
    cursor,
    limit,
    isFolded = false,
  }: { filter: AuditregelFilter; cursor: Cursor<Key> | undefined; limit: number; isFolded?: boolean },
): Promise<Auditregel[]> {
  const backwards = cursor?.side === 'before'
  const direction = backwards ? 'asc' : 'desc'
  const conditions = filterConditions(filter)
  if (cursor) {
    const [ms, id] = cursor.key
    const operator = raw(backwards ? '>' : '<')
    conditions.push(sql`(tijdstip, id) ${operator} (${new Date(ms)}::timestamptz, ${id}::uuid)`)
  }
  const { rows } = await pool.query<Auditregel>(
    sql`select auditregel.id, tijdstip, begonnen_op as "begonnenOp", actor_soort as "actorSoort", actor, behandelaar.naam,
       handeling, object_soort as "objectSoort", object_id as "objectId", zaak_id as "zaakId",
       coalesce(zaak.identificatie, verwijderd.identificatie) as identificatie, verwijderd.id is not null as "isVerwijderd", aantal,
       ${isFolded ? COUNT_LOOKS : empty} uitkomst, wijzigingen, encode(trace_id, 'hex') as "traceId",
       encode(parent_span_id, 'hex') as "parentSpanId", encode(betrokkene, 'hex') as betrokkene
     from (
       select * from (
         -- OFFSET 0 is an optimization fence, so that the planner reads in the order of an index.
         select * from auditregel where ${join(conditions, ' and ')}
         order by ${raw(
           orderOf(filter)
             .map((column) => `${column} ${direction}`)
             .join(', '),
         )} offset 0
       ) as auditregel
       where ${isFolded ? isFirstLook(filter) : raw('true')}
       limit ${limit}::int
     ) as auditregel
     -- Each LIMIT keeps the planner from joining whole tables.
     left join lateral (
       select naam from behandelaar
       where id = case when actor_soort = 'behandelaar' then actor::uuid end limit 1
     ) behandelaar on true
     left join lateral (select identificatie from zaak where id = auditregel.zaak_id limit 1) zaak on true
     left join lateral (
       select id, identificatie from verwijderde_zaak where id = auditregel.zaak_id limit 1
     ) verwijderd on true
     order by tijdstip ${raw(direction)}, auditregel.id ${raw(direction)}`,
  )
  return rows
}

/**
 * Clients of the authorization server are known only by their auditregels. A DISTINCT would read the whole
 * index; this takes the first entry of each actor.
 */
const OAUTH_CLIENTS = `
  with recursive found (actor) as (
    (select actor from auditregel where actor is not null order by actor limit 1)
    union all
    select (select actor from auditregel where actor > found.actor order by actor limit 1) from found
    where found.actor is not null
  )
  select actor from found where starts_with(actor, $1) order by actor`

type ActorChoice = { actor: string; naam: string }

/** Returns the actors to filter by: behandelaars by name, then API clients and commands. */
export async function findActors({ pool, env }: Pick<ZaaksysteemContext, 'pool' | 'env'>): Promise<ActorChoice[]> {
  const [{ rows: behandelaars }, { rows: registered }, { rows: known }] = await Promise.all([
    pool.query<ActorChoice>('select id as actor, naam from behandelaar order by naam'),
    pool.query<{ naam: string }>('select naam from api_client order by naam'),
    pool.query<{ actor: string }>(OAUTH_CLIENTS, [OAUTH]),
  ])
  // A client occurs twice in the environment while its token is replaced.
  const clients = new Set([
    ...env.ZAAKSYSTEEM_API_TOKENS.map(({ client }) => client),
    ...registered.map(({ naam }) => naam),
    ...known.map(({ actor }) => actor),
  ])
  return [...behandelaars, ...[...clients, OPDRACHTREGEL.id].map((actor) => ({ actor, naam: actor }))]
}
