import type { PublieksportaalContext } from '../context.ts'
import type { BronStatus } from '../generated/enums.ts'
import type { Bezorgwijze } from './bron.ts'

export type BronRegel = {
  source: string
  origin: string
  status: BronStatus
  /** the ways in which it may deliver now; two during a change */
  bezorgwijzen: Pick<Bezorgwijze, 'credentialtype' | 'contentmodus'>[]
  /** its last accepted bezorging; fetched events do not count */
  laatstAangenomenOp: Date | null
  /** the last afwijzing; also of a bezorging that only claims this source */
  laatstGeweigerdOp: Date | null
  /** the start of the current run of unproven bezorgingen that claim this source; null when there is none */
  faaltSinds: Date | null
}

export async function findBronnen({
  pool,
  clock,
}: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<BronRegel[]> {
  const { rows } = await pool.query<BronRegel>(
    `select bron.source, origin, status, faalt_sinds as "faaltSinds",
       (select coalesce(json_agg(json_build_object('credentialtype', credentialtype, 'contentmodus', contentmodus)
          order by geldig_tot desc nulls first), '[]')
        from bezorgwijze where source = bron.source and (geldig_tot is null or geldig_tot > $1)) as bezorgwijzen,
       (select ontvangen_op from ontvangen_gebeurtenis where source = bron.source and credentialtype <> 'OPGEHAALD'
        order by ontvangen_op desc limit 1) as "laatstAangenomenOp",
       (select laatste_op from afwijzing_telling where afwijzing_telling.bron = bron.source
        order by minuut desc, laatste_op desc limit 1) as "laatstGeweigerdOp"
     from bron order by status, bron.source`,
    [clock()],
  )
  return rows
}
