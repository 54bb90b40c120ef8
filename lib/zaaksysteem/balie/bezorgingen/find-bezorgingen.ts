import { z } from 'zod'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { BezorgingStatus } from '../../generated/client.ts'
import { type BezorgingFilter, filterConditions } from './bezorging-filter.ts'

export const PAGE_SIZE = 25

const MAX_SEQUENCE = 2_147_483_647
/** `sequence` of the event, and the abonnement */
const key = z.tuple([z.int().min(0).max(MAX_SEQUENCE), z.uuid()])

export type BezorgingRegel = {
  id: string
  abonnementId: string
  abonnementNaam: string
  sink: string
  eventId: string
  type: string
  sequence: number
  zaakId: string
  /** zaaknummer */
  identificatie: string
  status: BezorgingStatus
  pogingen: number
  laatsteHttpStatus: number | null
  laatsteFoutsoort: string | null
  /** when the event was logged */
  aangemaaktOp: Date
  /** only while wachtend; null then: an earlier one of its zaak goes first */
  volgendePoging: Date | null
  afgerondOp: Date | null
}

export type BezorgingenPage = { regels: BezorgingRegel[]; volgende: string | null; vorige: string | null }

/**
 * A page of deliveries, the newest event first. By keyset, so that the last page costs what the first does. Over all
 * abonnementen it walks the events, which are fewer than the deliveries by as many times as there are abonnementen.
 */
export async function findBezorgingen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  query: BezorgingFilter & {
    /** `volgende` or `vorige` of an earlier answer; anything else gives the first page */
    cursor?: string | undefined
  } = {},
): Promise<BezorgingenPage> {
  const cursor = decodeCursor(query.cursor, key)
  const backwards = cursor?.side === 'before'
  const direction = backwards ? 'ASC' : 'DESC'
  // The same number in both: which one decides whether the index of the events or of the abonnement gives the order.
  const sequence = query.abonnementId ? 'bezorging.sequence' : 'gebeurtenis.sequence'
  const values: unknown[] = []
  const add = (value: unknown) => `$${values.push(value)}`
  const conditions = filterConditions(query, add)
  if (cursor) {
    const operator = backwards ? '>' : '<'
    const [at, abonnementId] = cursor.key.map(add)
    // The first condition says nothing that the second does not, but an index serves it.
    conditions.push(
      `${sequence} ${operator}= ${at}::int`,
      `(${sequence}, bezorging.abonnement_id) ${operator} (${at}::int, ${abonnementId}::uuid)`,
    )
  }
  const { rows } = await pool.query<BezorgingRegel>(
    `${SELECT_REGEL}
     WHERE ${conditions.join(' AND ')}
     ORDER BY ${sequence} ${direction}, bezorging.abonnement_id ${direction}
     LIMIT ${PAGE_SIZE + 1}`,
    values,
  )
  const page = toPage(rows, {
    size: PAGE_SIZE,
    cursor,
    keyOf: (regel): z.infer<typeof key> => [regel.sequence, regel.abonnementId],
  })
  return { regels: page.rows, volgende: page.next, vorige: page.previous }
}

export const SELECT_REGEL = `
  SELECT bezorging.id::text AS id,
         bezorging.abonnement_id AS "abonnementId",
         abonnement.naam AS "abonnementNaam",
         abonnement.sink,
         gebeurtenis.id AS "eventId",
         gebeurtenis.type,
         bezorging.sequence,
         bezorging.zaak_id AS "zaakId",
         zaak.identificatie,
         bezorging.status,
         bezorging.pogingen,
         laatste.http_status AS "laatsteHttpStatus",
         laatste.foutsoort AS "laatsteFoutsoort",
         gebeurtenis.vastgelegd_op AS "aangemaaktOp",
         CASE WHEN bezorging.status = 'wachtend' THEN bezorging.volgende_poging END AS "volgendePoging",
         bezorging.afgerond_op AS "afgerondOp"
  FROM gebeurtenis
  JOIN bezorging ON bezorging.gebeurtenis_id = gebeurtenis.id
  JOIN abonnement ON abonnement.id = bezorging.abonnement_id
  JOIN zaak ON zaak.id = bezorging.zaak_id
  LEFT JOIN LATERAL (
    SELECT http_status, foutsoort FROM bezorgpoging
    WHERE bezorging_id = bezorging.id ORDER BY nummer DESC LIMIT 1
  ) laatste ON true`
