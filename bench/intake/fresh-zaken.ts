import { v7 } from 'uuid'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'

const INSERT = `
  insert into zaak (id, identificatie, zaaktype, omschrijving, aanvrager_naam, aanvrager_bsn, startdatum,
    einddatum_gepland, uiterlijke_einddatum, statustype, statuscode, team, gewijzigd_op)
  select id, 'BENCH-' || id, $2, 'Standplaats', '', '999990342', now(), now(), now(), $3, $3, 'Vergunningen', now()
  from unnest($1::uuid[]) as id`

/** Zaken at versie 1, inserted without their events: only what is measured should reach the sink. */
export async function insertZaken(
  { pool }: ZaaksysteemContext,
  { count, zaaktype, statustype }: { count: number; zaaktype: string; statustype: string },
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => v7())
  await pool.query(INSERT, [ids, zaaktype, statustype])
  await pool.query('vacuum analyze zaak')
  return ids
}
