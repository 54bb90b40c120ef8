import { GEKEKEN } from '#lib/contract/bewijzen.ts'
import type { ZaaksysteemContext } from '../../context.ts'

/**
 * A zaak that was shown to the wrong person until its gegevens were corrected. Has no data of either person.
 */
export type Datalek = {
  zaakId: string
  /** the versie that the correction made */
  versie: number
  identificatie: string
  /** when and by whom it was corrected */
  op: Date
  doorNaam: string
  /** the last time that the wrong person looked at it, as far as reported; null: never */
  gezienOp: Date | null
  oordeel: string | null
  beoordeeldOp: Date | null
  beoordeeldDoorNaam: string | null
}

/** Those not judged yet come first, then newest first. */
const FIND = `
  select lek.zaak_id as "zaakId", lek.versie, zaak.identificatie, status.datum_status_gezet as op,
    coalesce(gezet.naam, status.gezet_door_client, '') as "doorNaam",
    (
      select max(tijdstip) from bewijs
      where bewijs.zaak_id = lek.zaak_id and soort in ('${GEKEKEN.join("', '")}')
        and tijdstip <= status.datum_status_gezet
    ) as "gezienOp",
    lek.oordeel, lek.beoordeeld_op as "beoordeeldOp", beoordelaar.naam as "beoordeeldDoorNaam"
  from gegevenswijziging lek
  join zaak on zaak.id = lek.zaak_id
  join status on status.zaak_id = lek.zaak_id and status.versie = lek.versie
  left join behandelaar gezet on gezet.id = status.gezet_door_id
  left join behandelaar beoordelaar on beoordelaar.id = lek.beoordeeld_door_id
  where lek.andere_aanvrager
  order by lek.beoordeeld_op is not null, status.datum_status_gezet desc
  limit $1`

export const MOST_DATALEKKEN = 200

export async function findDatalekken({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<Datalek[]> {
  return (await pool.query<Datalek>(FIND, [MOST_DATALEKKEN])).rows
}

export function countOpenDatalekken({ db }: Pick<ZaaksysteemContext, 'db'>): Promise<number> {
  return db.gegevenswijziging.count({ where: { andereAanvrager: true, beoordeeldOp: null } })
}
