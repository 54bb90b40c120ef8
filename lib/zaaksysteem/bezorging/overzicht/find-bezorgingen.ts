import { z } from 'zod'
import { decodeCursor, type Period, periodConditions, toPage } from '#lib/platform/postgres/keyset.ts'
import { join, raw, type Sql, sql, withoutNul } from '#lib/platform/postgres/sql.ts'
import { clientRights, IN_CLIENT_RIGHTS, zaaktypeOf } from '#lib/zaaksysteem/api/api-client.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { BezorgingStatus } from '#lib/zaaksysteem/generated/client.ts'

/** The period in which the event was logged, and further conditions. */
type BezorgingFilter = Period & {
  /** The API client that must own the abonnement; absent for the desk. */
  client?: string | undefined
  abonnementId?: string | undefined
  status?: BezorgingStatus | undefined
  /** type of the event */
  type?: string | undefined
  /** a whole zaaknummer, or the UUID of a zaak */
  zoek?: string | undefined
}

const isUuid = (text: string) => z.uuid().safeParse(text).success

function filterConditions(filter: BezorgingFilter): Sql[] {
  const conditions = [sql`true`]
  if (filter.abonnementId) {
    if (!isUuid(filter.abonnementId)) return [sql`false`]
    conditions.push(sql`bezorging.abonnement_id = ${filter.abonnementId}::uuid`)
  }
  if (filter.client !== undefined) conditions.push(sql`abonnement.client = ${filter.client}`)
  if (filter.status) conditions.push(sql`bezorging.status = ${filter.status}::bezorging_status`)
  if (filter.type) conditions.push(sql`gebeurtenis.type = ${withoutNul(filter.type)}`)
  const zoek = withoutNul(filter.zoek ?? '').trim()
  // Filters on gebeurtenis, because it has the index on zaak_id.
  if (isUuid(zoek)) conditions.push(sql`gebeurtenis.zaak_id = ${zoek}::uuid`)
  else if (zoek) {
    const nummer = sql`upper(${zoek})`
    conditions.push(
      sql`gebeurtenis.zaak_id = coalesce(
         (select id from zaak where identificatie = ${nummer}),
         (select id from verwijderde_zaak where identificatie = ${nummer})
       )`,
    )
  }
  return [...conditions, ...periodConditions('gebeurtenis.vastgelegd_op', filter)]
}

export const PAGE_SIZE = 25

const MAX_SEQUENCE = 2_147_483_647
/** The sequence of the event and the id of the abonnement. */
const key = z.tuple([z.int().min(-MAX_SEQUENCE).max(MAX_SEQUENCE), z.uuid()])

export type BezorgingRegel = {
  id: string
  abonnementId: string
  abonnementNaam: string
  sink: string
  /** empty for HTTP */
  natsSubject: string
  eventId: string
  type: string
  /** negative when the event is about an abonnement, which has no sequence */
  sequence: number
  /** the id of the abonnement when the event is about one */
  zaakId: string
  /** zaaknummer; null when the event is about an abonnement */
  identificatie: string | null
  status: BezorgingStatus
  pogingen: number
  laatsteHttpStatus: number | null
  laatsteFoutsoort: string | null
  /** when the event was logged */
  aangemaaktOp: Date
  /** only while wachtend; null while an earlier bezorging of its zaak has not ended */
  volgendePoging: Date | null
  afgerondOp: Date | null
}

type BezorgingenPage = { regels: BezorgingRegel[]; volgende: string | null; vorige: string | null }

/**
 * Returns a page of bezorgingen, newest event first, by keyset: the last page costs as much as
 * the first. Without a filter on abonnement PostgreSQL reads the index of the events, which are
 * fewer than the bezorgingen.
 */
export async function findBezorgingen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  query: BezorgingFilter & {
    /** `volgende` or `vorige` of an earlier page; anything else gives the first page */
    cursor?: string | undefined
  } = {},
): Promise<BezorgingenPage> {
  const cursor = decodeCursor(query.cursor, key)
  const backwards = cursor?.side === 'before'
  const direction = raw(backwards ? 'asc' : 'desc')
  // `bezorging.sequence` and `gebeurtenis.sequence` are equal. The column named here decides
  // which index gives the order.
  const sequence = raw(query.abonnementId ? 'bezorging.sequence' : 'gebeurtenis.sequence')
  const conditions = filterConditions(query)
  if (cursor) {
    const operator = raw(backwards ? '>' : '<')
    const [at, abonnementId] = cursor.key
    // The second condition implies the first, but only the first can use an index.
    conditions.push(
      sql`${sequence} ${operator}= ${at}::int`,
      sql`(${sequence}, bezorging.abonnement_id) ${operator} (${at}::int, ${abonnementId}::uuid)`,
    )
  }
  const { rows } = await pool.query<BezorgingRegel>(
    sql`${raw(SELECT_REGEL)}
     where ${join(conditions, ' and ')}
     order by ${sequence} ${direction}, bezorging.abonnement_id ${direction}
     limit ${PAGE_SIZE + 1}::int`,
  )
  const page = toPage(rows, {
    size: PAGE_SIZE,
    cursor,
    keyOf: (regel): z.infer<typeof key> => [regel.sequence, regel.abonnementId],
  })
  return { regels: page.rows, volgende: page.next, vorige: page.previous }
}

export const SELECT_REGEL = `
  select bezorging.id::text as id,
         bezorging.abonnement_id as "abonnementId",
         abonnement.naam as "abonnementNaam",
         abonnement.sink, abonnement.nats_subject as "natsSubject",
         gebeurtenis.id as "eventId",
         gebeurtenis.type,
         bezorging.sequence,
         bezorging.zaak_id as "zaakId",
         coalesce(zaak.identificatie, verwijderd.identificatie) as identificatie,
         bezorging.status,
         bezorging.pogingen,
         laatste.http_status as "laatsteHttpStatus",
         laatste.foutsoort as "laatsteFoutsoort",
         gebeurtenis.vastgelegd_op as "aangemaaktOp",
         case when bezorging.status = 'wachtend' then bezorging.volgende_poging end as "volgendePoging",
         bezorging.afgerond_op as "afgerondOp"
  from gebeurtenis
  join bezorging on bezorging.gebeurtenis_id = gebeurtenis.id
  join abonnement on abonnement.id = bezorging.abonnement_id
  left join zaak on zaak.id = bezorging.zaak_id
  left join verwijderde_zaak verwijderd on verwijderd.id = bezorging.zaak_id
  left join lateral (
    select http_status, foutsoort from bezorgpoging
    where bezorging_id = bezorging.id order by nummer desc limit 1
  ) laatste on true`

/**
 * True when the client of a `bezorging` may read its `gebeurtenis` now: only then is it sent again. A removed
 * zaak keeps its zaaktype. Events about abonnementen went only to abonnementen of their own client. A
 * subquery, because a join could be planned as a scan of all events.
 */
export const readable = (parameters: { now: string; clients: string }) => `(
      select client_open and (gebeurtenis.sequence < 0 or ${IN_CLIENT_RIGHTS})
      from (
        select ${clientRights(parameters)}, gebeurtenis.type, ${zaaktypeOf('bezorging.zaak_id')} as zaaktype
        from abonnement left join api_client on api_client.naam = abonnement.client
        where abonnement.id = bezorging.abonnement_id
      ) owned
    )`
