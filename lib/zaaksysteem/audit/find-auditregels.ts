import { z } from 'zod'
import { type Cursor, decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import { join, raw, sql } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ActorSoort } from '../generated/client.ts'
import { type AuditregelFilter, filterConditions } from './auditregel-filter.ts'

export const PAGE_SIZE = 50

const MAX_MS = Date.UTC(9999, 0)
/** `tijdstip` in milliseconds, and id */
const key = z.tuple([z.int().min(0).max(MAX_MS), z.uuid()])
type Key = z.infer<typeof key>

export type Auditregel = {
  id: string
  tijdstip: Date
  /** null: `tijdstip` */
  begonnenOp: Date | null
  actorSoort: ActorSoort
  actor: string | null
  /** of the behandelaar who is the actor */
  naam: string | null
  handeling: string
  objectSoort: string | null
  objectId: string | null
  zaakId: string | null
  /** zaaknummer, also of a removed zaak */
  identificatie: string | null
  /** the zaak was removed */
  isVerwijderd: boolean
  aantal: number | null
  uitkomst: string
  /** which fields a beheerder changed, from what to what */
  wijzigingen: { veld: string[]; van: string | null; naar: string | null }[] | null
  /** these three in hex */
  traceId: string
  parentSpanId: string | null
  betrokkene: string | null
}

type AuditregelPage = { regels: Auditregel[]; volgende: string | null; vorige: string | null }

/** A page of the audittrail, newest first, by keyset: nothing is counted, and the last page costs what the first does. */
export async function findAuditregels(
  ctx: Pick<ZaaksysteemContext, 'pool'>,
  {
    cursor: text,
    ...filter
  }: AuditregelFilter & {
    /** `volgende` or `vorige` of an earlier answer; anything else gives the first page */
    cursor?: string | undefined
  } = {},
): Promise<AuditregelPage> {
  const cursor = decodeCursor(text, key)
  const rows = await readAuditregels(ctx, { filter, cursor, limit: PAGE_SIZE + 1 })
  const page = toPage(rows, { size: PAGE_SIZE, cursor, keyOf })
  return { regels: page.rows, volgende: page.next, vorige: page.previous }
}

export function keyOf({ tijdstip, id }: Auditregel): Key {
  return [tijdstip.getTime(), id]
}

/** Reads from the cursor on, backwards for `before`. */
export async function readAuditregels(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { filter, cursor, limit }: { filter: AuditregelFilter; cursor: Cursor<Key> | undefined; limit: number },
): Promise<Auditregel[]> {
  const backwards = cursor?.side === 'before'
  const direction = raw(backwards ? 'asc' : 'desc')
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
       uitkomst, wijzigingen, encode(trace_id, 'hex') as "traceId", encode(parent_span_id, 'hex') as "parentSpanId",
       encode(betrokkene, 'hex') as betrokkene
     from (
       select * from auditregel where ${join(conditions, ' and ')}
       order by tijdstip ${direction}, id ${direction} limit ${limit}::int
     ) as auditregel
     left join behandelaar on behandelaar.id = case when actor_soort = 'behandelaar' then actor::uuid end
     left join zaak on zaak.id = zaak_id
     left join verwijderde_zaak verwijderd on verwijderd.id = zaak_id
     order by tijdstip ${direction}, auditregel.id ${direction}`,
  )
  return rows
}
