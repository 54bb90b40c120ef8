import type { ZaaksysteemContext } from '../context.ts'
import type { BezorgingStatus } from '../generated/client.ts'

const PAGE_SIZE = 100

type BezorgingVanClient = {
  id: string
  eventId: string
  sequence: number
  status: BezorgingStatus
  pogingen: number
  /** null when there was none, or when it was purged */
  laatstePoging: { begonnenOp: string; httpStatus: number | null; foutsoort: string | null } | null
  /** only while wachtend; null while an earlier bezorging of its zaak has not ended */
  volgendePoging: Date | null
  afgerondOp: Date | null
}

/**
 * An event goes to an abonnement once, so its sequence is the page cursor. The order is that of the index on
 * abonnement.
 */
const SELECT_PAGE = `
  select bezorging.id::text as id, bezorging.gebeurtenis_id as "eventId", bezorging.sequence, bezorging.status,
         bezorging.pogingen, laatste.poging as "laatstePoging",
         case when bezorging.status = 'wachtend' then bezorging.volgende_poging end as "volgendePoging",
         bezorging.afgerond_op as "afgerondOp"
  from abonnement
  join bezorging on bezorging.abonnement_id = abonnement.id
  left join lateral (
    select json_build_object(
      'begonnenOp', to_char(begonnen_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'httpStatus', http_status, 'foutsoort', foutsoort
    ) as poging
    from bezorgpoging where bezorging_id = bezorging.id order by nummer desc limit 1
  ) laatste on true
  where abonnement.id = $1 and abonnement.client = $2 and bezorging.abonnement_id = $1
    and ($3::int is null or bezorging.sequence < $3)`

/**
 * Returns bezorgingen of a client's abonnement, newest first; `undefined` if it has no such abonnement.
 *
 * @param options.na the page has only sequences lower than this one
 */
export async function findBezorgingenOfClient(
  { db, pool }: Pick<ZaaksysteemContext, 'db' | 'pool'>,
  options: { client: string; abonnementId: string; status?: BezorgingStatus | undefined; na?: number | undefined },
): Promise<{ bezorgingen: BezorgingVanClient[]; volgende: number | null } | undefined> {
  const { client, abonnementId, status, na } = options
  if ((await db.abonnement.count({ where: { id: abonnementId, client } })) === 0) return undefined
  const { rows } = await pool.query<BezorgingVanClient>(
    `${SELECT_PAGE} ${status ? 'and bezorging.status = $4::bezorging_status' : ''}
     order by bezorging.sequence desc limit ${PAGE_SIZE + 1}`,
    [abonnementId, client, na ?? null, ...(status ? [status] : [])],
  )
  const bezorgingen = rows.slice(0, PAGE_SIZE)
  const volgende = rows.length > PAGE_SIZE ? (bezorgingen.at(-1)?.sequence ?? null) : null
  return { bezorgingen, volgende }
}
